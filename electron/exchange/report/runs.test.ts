import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rangesOf } from '#shared/domain/occurrence.ts';
import { arbitrarySet } from '../testing/arbitrary-set.ts';
import { goldenText, t1, t2, t3 } from '../testing/golden-set.ts';
import { createLanes } from './lanes.ts';
import { coveringShown, cutRuns } from './runs.ts';

const sets = arbitrarySet.map((set) => [...set.documents()]);

describe('runs', () => {
  it('are all of the text, in order', () =>
    fc.assert(
      fc.property(sets, (documents) => {
        for (const { text, occurrences } of documents) {
          const runs = [...cutRuns(text, occurrences)];
          expect(runs.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
          expect(runs.every(({ start, end }) => start < end)).toBe(true);
        }
      }),
    ));

  it('have the same occurrences over all of their length', () =>
    fc.assert(
      fc.property(sets, (documents) => {
        for (const { text, occurrences } of documents) {
          for (const { start, end, covering, depth } of cutRuns(text, occurrences)) {
            const over = (at: number): readonly number[] =>
              [...occurrences.keys()].filter((number) => {
                const one = occurrences[number];
                return one !== undefined && rangesOf(one).some((range) => range.start <= at && at < range.end);
              });
            const all = over(start);
            expect(depth).toBe(all.length);
            expect(covering.toSorted((a, b) => a - b)).toEqual(all.length > coveringShown ? expect.anything() : all);
            for (let at = start; at < end; at += 1) expect(over(at)).toEqual(all);
          }
        }
      }),
    ));

  it('open and close every range once', () =>
    fc.assert(
      fc.property(sets, (documents) => {
        for (const { text, occurrences } of documents) {
          const runs = [...cutRuns(text, occurrences)];
          for (const [number, one] of occurrences.entries()) {
            const opened = runs.filter(({ opens }) => opens.includes(number)).map(({ start }) => start);
            const closed = runs.filter(({ closes }) => closes.includes(number)).map(({ end }) => end);
            expect(opened.map((start, at) => ({ start, end: closed[at] }))).toEqual(
              rangesOf(one).map(({ start, end }) => ({ start, end })),
            );
          }
        }
      }),
    ));

  it('cut the golden document where its spans and its lines end', () => {
    const runs = [...cutRuns(goldenText, [t3, t1, t2])];
    expect(runs.map(({ start, end, covering }) => [goldenText.slice(start, end), ...covering])).toEqual([
      ['A', 0],
      ['😀'],
      ['B ', 1],
      ['claims', 1, 2],
      [' C.\n', 2],
      ['D', 2],
      [' '],
      ['denies', 0],
      [' it.\n'],
    ]);
  });

  it('of a hundred thousand nested spans are cut in no time, and name only the innermost', () => {
    const text = 'x'.repeat(200_000);
    const nested = Array.from({ length: 100_000 }, (_, at) => ({ start: at, end: 200_000 - at }));
    let runs = 0;
    let deepest = 0;
    for (const { covering, depth } of cutRuns(text, nested)) {
      runs += 1;
      deepest = Math.max(deepest, depth);
      if (covering.length > coveringShown) throw new Error('too many');
    }
    expect([runs, deepest]).toEqual([199_999, 100_000]);
  });
});

describe('lanes', () => {
  it('are kept from beginning to end, and free again afterwards', () => {
    const lanes = createLanes();
    const spans = [
      { start: 0, end: 4 },
      { start: 2, end: 8 },
      { start: 5, end: 9 },
    ];
    const found = [...cutRuns('abcdefghij', spans)].map((run) => [run.covering, lanes.take(run)]);
    expect(found).toEqual([
      [[0], [0]],
      [
        [0, 1],
        [0, 1],
      ],
      [[1], [1]],
      [
        [1, 2],
        [1, 0],
      ],
      [[2], [0]],
      [[], []],
    ]);
  });
});
