import { describe, expect, test } from 'vitest';
import {
  isCounted,
  isPending,
  occurrenceSchema,
  occurrenceStatuses,
  rangesOf,
  rangesOverlap,
  shownStatus,
  wordingOf,
  type Verdict,
} from './occurrence.ts';

test('what counts, what waits and what is shown follows from what was found and what was decided', () => {
  const verdicts: readonly Verdict[] = [null, 'attached', 'detached'];
  const table = occurrenceStatuses.flatMap((status) =>
    verdicts.map((verdict) => {
      const judged = { status, verdict };
      const state = isCounted(judged) ? 'counts' : isPending(judged) ? 'waits' : 'is out';
      return `${status}, ${verdict ?? 'undecided'}: ${state}, shown as ${shownStatus(judged)}`;
    }),
  );
  expect(table).toEqual([
    'exact, undecided: counts, shown as exact',
    'exact, attached: counts, shown as exact',
    'exact, detached: is out, shown as detached',
    'edited, undecided: counts, shown as edited',
    'edited, attached: counts, shown as edited',
    'edited, detached: is out, shown as detached',
    'differs, undecided: waits, shown as differs',
    'differs, attached: counts, shown as differs',
    'differs, detached: is out, shown as detached',
    'partial, undecided: waits, shown as partial',
    'partial, attached: counts, shown as partial',
    'partial, detached: is out, shown as detached',
  ]);
});

describe('an occurrence in several ranges', () => {
  const whole = { document: 'd', start: 0, end: 23, status: 'edited', coverage: 1 } as const;
  const [first, second] = [
    { start: 0, end: 1 },
    { start: 17, end: 23 },
  ];
  const broken = { ...whole, ranges: [first, second] };
  const isValid = (ranges: unknown): boolean => occurrenceSchema.safeParse({ ...whole, ranges }).success;

  test('is read with its ranges, and one that was written before there were any as it is', () => {
    expect([occurrenceSchema.parse(broken), occurrenceSchema.parse(whole)]).toEqual([broken, whole]);
    expect(Object.keys(occurrenceSchema.parse(whole))).not.toContain('ranges');
  });

  test.each([
    ['one alone', [{ start: 0, end: 23 }]],
    ['none', []],
    ['not in order', [second, first]],
    ['touching', [{ start: 0, end: 17 }, second]],
    ['over one another', [{ start: 0, end: 18 }, second]],
    ['with an empty one', [first, { start: 9, end: 9 }, second]],
    ['beginning later than it', [{ start: 1, end: 2 }, second]],
    ['ending before it', [first, { start: 17, end: 22 }]],
    ['reaching beyond it', [first, { start: 17, end: 24 }]],
    ['given as undefined', undefined],
  ])('is refused with ranges %s', (_, ranges) => expect(isValid(ranges)).toBe(false));

  test('stands where its ranges stand; another stands in its one range', () => {
    expect([rangesOf(broken), rangesOf(whole)]).toEqual([[first, second], [{ start: 0, end: 23 }]]);
  });

  test('is overlapped in its ranges only, not in what was put in', () => {
    const touched = [0, 1, 16, 17, 22, 23].filter((start) => rangesOverlap(broken, { start, end: start + 1 }));
    expect(touched).toEqual([0, 17, 22]);
  });

  test('is worded without what was put in', () => {
    expect(wordingOf('A😀B claims C.\nD denies it.\n', broken)).toBe('A … denies');
  });
});
