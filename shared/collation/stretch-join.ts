import type { CopiedStretch } from './alignment.ts';
import { isShortGap } from './chain-line.ts';
import type { Sides } from './extension.ts';

/**
 * Puts stretches together that go on right after one another in both documents: what was drawn as two chains, because
 * the text says the same elsewhere too or sentences changed places, and is one passage by the measure of `isShortGap`.
 * @param stretches by place in the first document
 */
export function joinStretches(sides: Sides, stretches: readonly CopiedStretch[]): CopiedStretch[] {
  const joined: CopiedStretch[] = [];
  const left = [...stretches];
  for (let at = 0; at < left.length; at += 1) {
    let stretch = left[at];
    if (stretch === undefined) continue;
    for (let next = nextOf(sides, left, at, stretch); next > 0; next = nextOf(sides, left, at, stretch)) {
      stretch = together(stretch, left[next] ?? stretch);
      left.splice(next, 1);
    }
    joined.push(stretch);
  }
  return joined;
}

/** The stretch that goes on soonest after this one, or -1. */
function nextOf(
  sides: Sides,
  stretches: readonly CopiedStretch[],
  at: number,
  { toA, toB, isRepeat }: CopiedStretch,
): number {
  if (isRepeat === true) return -1;
  let found = -1;
  let nearest = Number.POSITIVE_INFINITY;
  for (let next = at + 1; next < stretches.length; next += 1) {
    const other = stretches[next];
    if (other === undefined || other.fromA - toA > MOST_WORDS) break;
    if (other.isRepeat === true || other.fromA < toA || other.fromB < toB) continue;
    const distance = Math.max(other.fromA - toA, other.fromB - toB);
    if (distance >= nearest || !isShortGap(sides, toA, other.fromA, toB, other.fromB)) continue;
    nearest = distance;
    found = next;
  }
  return found;
}

/** No short gap has more words: a word and the space after it are two units at least. */
const MOST_WORDS = 31;

function together(one: CopiedStretch, other: CopiedStretch): CopiedStretch {
  const equivalents = [...(one.equivalents ?? []), ...(other.equivalents ?? [])];
  return {
    runs: [...one.runs, ...other.runs],
    ...(one.before && { before: one.before }),
    ...(other.after && { after: other.after }),
    ...(equivalents.length > 0 && { equivalents }),
    ...(one.isCandidate === true && other.isCandidate === true && { isCandidate: true }),
    words: one.words + other.words,
    fromA: one.fromA,
    toA: other.toA,
    fromB: one.fromB,
    toB: other.toB,
  };
}
