import { expect, test } from 'vitest';
import { isCounted, isPending, occurrenceStatuses, shownStatus, type Verdict } from './occurrence.ts';

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
