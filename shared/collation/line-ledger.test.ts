import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLineLedger, isEnough, LEAST_POINTS, STORIES_PER_POINT, storyPoints } from './line-ledger.ts';
import { EDGE_POINTS, MIDDLE_POINTS, type CandidateLine } from './standing-lines.ts';

const line = (hash: number, points = EDGE_POINTS, opening: number | null = null): CandidateLine => ({
  from: 0,
  to: 3,
  hash,
  points,
  opening,
  openingPoints: opening === null ? 0 : 1,
});

function noted(source: string, stories: number, ...lines: readonly CandidateLine[]) {
  const ledger = createLineLedger();
  for (let at = 0; at < stories; at += 1) ledger.noteStory(source, lines);
  return ledger;
}

describe('a standing line', () => {
  it('stands at the edge of five stories of its source', () => {
    expect(noted('Gazette', 4, line(7)).isStanding('Gazette', 7)).toBe(false);
    expect(noted('Gazette', 5, line(7)).isStanding('Gazette', 7)).toBe(true);
  });

  it('stands in twenty stories if it is between', () => {
    expect(noted('Gazette', 19, line(7, MIDDLE_POINTS)).isStanding('Gazette', 7)).toBe(false);
    expect(noted('Gazette', 20, line(7, MIDDLE_POINTS)).isStanding('Gazette', 7)).toBe(true);
  });

  it('may be known by its opening alone', () => {
    const ledger = createLineLedger();
    for (let at = 0; at < 20; at += 1) ledger.noteStory('Gazette', [line(100 + at, EDGE_POINTS, 9)]);
    expect([ledger.isStanding('Gazette', 9), ledger.isStanding('Gazette', 100)]).toEqual([true, false]);
  });

  it('is so in its own source only', () => {
    expect(noted('Gazette', 5, line(7)).isStanding('Courier', 7)).toBe(false);
  });

  it('counts once in a story that has it twice, where it counts most', () => {
    expect(noted('', 1, line(7, MIDDLE_POINTS), line(7), line(7)).points('', 7)).toBe(EDGE_POINTS);
  });

  it('earns nothing where it is only held against what is known', () => {
    expect([...storyPoints([line(7, 0)])]).toEqual([]);
  });

  it('must stand in more stories where a source has very many', () => {
    const many = 2 * LEAST_POINTS * STORIES_PER_POINT;
    expect([isEnough(2 * LEAST_POINTS - 1, many), isEnough(2 * LEAST_POINTS, many)]).toEqual([false, true]);
  });

  it('stays one, however many stories without it follow and however seldom it comes back', () => {
    const ledger = noted('Gazette', 5, line(7));
    for (let at = 0; at < 2 * LEAST_POINTS * STORIES_PER_POINT; at += 1) ledger.noteStory('Gazette', []);
    ledger.noteStory('Gazette', [line(7, MIDDLE_POINTS)]);
    expect(isEnough(ledger.points('Gazette', 7), ledger.stories('Gazette'))).toBe(false);
    expect(ledger.isStanding('Gazette', 7)).toBe(true);
  });
});

describe('the order of the stories', () => {
  const story = fc.array(
    fc
      .record({ hash: fc.nat(5), points: fc.constantFrom(0, MIDDLE_POINTS, EDGE_POINTS) })
      .map(({ hash, points }) => line(hash, points)),
    { maxLength: 4 },
  );
  const stories = fc.array(story, { minLength: 20, maxLength: 40 });

  it('changes neither points nor, in a source of some size, what stands', () => {
    fc.assert(
      fc.property(
        stories.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        ([list, shuffled]) => {
          const one = createLineLedger();
          const other = createLineLedger();
          for (const lines of list) one.noteStory('', lines);
          for (const lines of shuffled) other.noteStory('', lines);
          for (let hash = 0; hash <= 5; hash += 1) {
            expect(other.points('', hash)).toBe(one.points('', hash));
            expect(other.isStanding('', hash)).toBe(one.isStanding('', hash));
            expect(one.isStanding('', hash)).toBe(isEnough(one.points('', hash), list.length));
          }
        },
      ),
    );
  });
});
