import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TokenRange } from '#shared/text/tokens.ts';
import { isNewStory } from './new-story.ts';
import type { CandidateLine } from './standing-lines.ts';

const line = (from: number, to: number, points = 4): CandidateLine => ({
  from,
  to,
  hash: 0,
  points,
  opening: null,
  openingPoints: 0,
});

describe('a story that its source has not printed before', () => {
  it('shares nothing with earlier ones', () => {
    expect(isNewStory(300, [], [])).toBe(true);
  });

  it('may share the lines that every page of the source has', () => {
    expect(
      isNewStory(
        300,
        [line(0, 40), line(280, 300)],
        [
          [
            { from: 0, to: 40 },
            { from: 280, to: 300 },
          ],
        ],
      ),
    ).toBe(true);
  });

  it('may quote several earlier ones, none of them for long', () => {
    const quotes = [[{ from: 0, to: 90 }], [{ from: 90, to: 180 }], [{ from: 180, to: 270 }]];
    expect(isNewStory(300, [], quotes)).toBe(true);
  });
});

describe('the same story again', () => {
  it('has a third of its own words from one earlier document', () => {
    expect(isNewStory(300, [], [[{ from: 0, to: 99 }]])).toBe(true);
    expect(isNewStory(300, [], [[{ from: 0, to: 100 }]])).toBe(false);
  });

  it('has half of all its words from one earlier document, its lines among them', () => {
    const lines = [line(0, 200)];
    expect(isNewStory(400, lines, [[{ from: 0, to: 199 }]])).toBe(true);
    expect(isNewStory(400, lines, [[{ from: 0, to: 200 }]])).toBe(false);
  });
});

describe('a text that is too little of a story', () => {
  it('has few words besides its lines', () => {
    expect(isNewStory(50, [], [])).toBe(true);
    expect(isNewStory(49, [], [])).toBe(false);
    expect(isNewStory(300, [line(0, 251)], [])).toBe(false);
  });

  it('keeps as its own what lines without points hold', () => {
    expect(isNewStory(300, [line(0, 251, 0)], [])).toBe(true);
  });
});

describe('the shared words of its own', () => {
  const ranges = fc
    .uniqueArray(fc.nat(200), { maxLength: 12 })
    .map((cuts) => cuts.toSorted((a, b) => a - b))
    .map((cuts) =>
      cuts.flatMap((from, at): TokenRange[] =>
        at % 2 === 0 && at + 1 < cuts.length ? [{ from, to: cuts[at + 1] ?? from }] : [],
      ),
    );
  const holds = (list: readonly TokenRange[], word: number): boolean =>
    list.some(({ from, to }) => from <= word && word < to);

  it('are those that a count word by word finds', () => {
    fc.assert(
      fc.property(ranges, ranges, (lines, shared) => {
        const words = Array.from({ length: 201 }, (_, at) => at);
        const own = words.filter((word) => !holds(lines, word));
        const ownShared = own.filter((word) => holds(shared, word)).length;
        const isNew =
          own.length >= 50 &&
          ownShared < own.length / 3 &&
          words.filter((word) => holds(shared, word)).length < words.length / 2;
        expect(
          isNewStory(
            201,
            lines.map(({ from, to }) => line(from, to)),
            [shared],
          ),
        ).toBe(isNew);
      }),
    );
  });
});
