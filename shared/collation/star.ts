import type { TokenRange } from '#shared/text/tokens.ts';
import type { IndexedDocument } from './indexed-document.ts';

/** A stretch of an exemplar, and where one other document has it. */
export interface Ray {
  /** Words of the exemplar. */
  readonly own: TokenRange;
  readonly document: IndexedDocument;
  /** Words of the other document. */
  readonly range: TokenRange;
  /** Words they have in common. */
  readonly words: number;
}

/** Rays whose ends on the exemplar agree. */
export interface Star {
  /** Every ray's words of the exemplar lie in here. */
  readonly own: TokenRange;
  readonly rays: readonly Ray[];
}

/** Ends agree when they are no further apart than this many words, or this share of the stretch. */
const SLACK_WORDS = 3;
const SLACK_SHARE = 0.2;

/**
 * Puts together the rays of one exemplar that stand for the same stretch of it. The longest ray not
 * yet in a star begins one, and the others are held against it alone: nothing is chained, so two
 * stretches that merely overlap stay two. By place on the exemplar, the longer first.
 */
export function gatherStars(rays: readonly Ray[]): readonly Star[] {
  const byStart = rays.toSorted((one, other) => one.own.from - other.own.from || other.own.to - one.own.to);
  const order = [...byStart.keys()].sort((one, other) => {
    return lengthOf(byStart[other]) - lengthOf(byStart[one]) || one - other;
  });
  const used = new Uint8Array(byStart.length);
  const stars: Star[] = [];
  for (const index of order) {
    const seed = byStart[index];
    if (seed === undefined || used[index] === 1) continue;
    const slack = Math.max(SLACK_WORDS, Math.floor(SLACK_SHARE * lengthOf(seed)));
    const members: Ray[] = [];
    for (let at = firstFrom(byStart, seed.own.from - slack); at < byStart.length; at += 1) {
      const ray = byStart[at];
      if (ray === undefined || ray.own.from > seed.own.from + slack) break;
      if (used[at] === 1 || Math.abs(ray.own.to - seed.own.to) > slack) continue;
      used[at] = 1;
      members.push(ray);
    }
    stars.push({
      own: {
        from: Math.min(...members.map((ray) => ray.own.from)),
        to: Math.max(...members.map((ray) => ray.own.to)),
      },
      rays: members,
    });
  }
  return stars.sort((one, other) => one.own.from - other.own.from || other.own.to - one.own.to);
}

function lengthOf(ray: Ray | undefined): number {
  return ray === undefined ? 0 : ray.own.to - ray.own.from;
}

function firstFrom(rays: readonly Ray[], least: number): number {
  let low = 0;
  let high = rays.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((rays[middle]?.own.from ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
