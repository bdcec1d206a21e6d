import type { CandidateLine } from './standing-lines.ts';

/**
 * Points that make a line a standing line of its source: five stories that have it at an edge, or
 * twenty that have it between, or twenty that have a line at an edge that begins so.
 */
export const LEAST_POINTS = 20;

/** In a source of more stories than `LEAST_POINTS` times this, a line needs a point for so many of them. */
export const STORIES_PER_POINT = 250;

/**
 * What is known of the lines that sources print again and again. Each source is a matter of its own;
 * documents that name none share the source `''`.
 */
export interface LineLedger {
  /** How many stories of the source were noted. */
  readonly stories: (source: string) => number;
  /** Points of a line, or of an opening, in its source. */
  readonly points: (source: string, hash: number) => number;
  /** Whether a line, or a line's opening, is a standing one of its source; once it is, it stays one. */
  readonly isStanding: (source: string, hash: number) => boolean;
  /** Notes a new story with its candidate lines. A copy of a story that was noted must not be (see `isNewStory`). */
  readonly noteStory: (source: string, lines: readonly CandidateLine[]) => void;
}

/** Whether that many points make a standing line in a source of that many stories. */
export function isEnough(points: number, stories: number): boolean {
  return points >= Math.max(LEAST_POINTS, stories / STORIES_PER_POINT);
}

/**
 * What one story adds, by hash, for lines and openings alike: what stands in it twice counts once,
 * where it counts most. Nothing is in it with 0.
 */
export function storyPoints(lines: readonly CandidateLine[]): ReadonlyMap<number, number> {
  const most = new Map<number, number>();
  const count = (hash: number, points: number): void => {
    if (points > (most.get(hash) ?? 0)) most.set(hash, points);
  };
  for (const { hash, points, opening, openingPoints } of lines) {
    count(hash, points);
    if (opening !== null) count(opening, openingPoints);
  }
  return most;
}

interface SourceLines {
  stories: number;
  readonly points: Map<number, number>;
  readonly standing: Set<number>;
}

/** A ledger in memory. */
export function createLineLedger(): LineLedger {
  const sources = new Map<string, SourceLines>();
  return {
    stories: (source) => sources.get(source)?.stories ?? 0,
    points: (source, hash) => sources.get(source)?.points.get(hash) ?? 0,
    isStanding: (source, hash) => sources.get(source)?.standing.has(hash) ?? false,
    noteStory(source, lines) {
      const known = sources.get(source) ?? { stories: 0, points: new Map(), standing: new Set() };
      sources.set(source, known);
      known.stories += 1;
      for (const [hash, added] of storyPoints(lines)) {
        const points = added + (known.points.get(hash) ?? 0);
        known.points.set(hash, points);
        if (isEnough(points, known.stories)) known.standing.add(hash);
      }
    },
  };
}
