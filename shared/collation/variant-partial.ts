import type { CopiedStretch } from './alignment.ts';
import { gapsBetween, type Gap, type Pair } from './variant-gaps.ts';
import { blocksOf } from './variant-sequence.ts';
import { Break, breakBefore, type Wording } from './variant-words.ts';

/** Stretches that follow each other are one, parted by a variant, if no side has more words than this between them. */
const PARTING_WORDS = 12;
/** How many words at an edge of a stretch are looked at for a break that both documents have. */
const EDGE_WORDS = 5;

/**
 * The differences of documents that have only some stretches in common: inside each, between two that follow each other
 * in both documents with nothing between on one side or a few words on both, and at an edge where a few words were
 * reworded up to the beginning or end of a sentence or quotation ("[Russia] came in" for "They came in").
 */
export function partialGaps(pair: Pair, stretches: readonly CopiedStretch[]): readonly Gap[] {
  const { a, b } = pair;
  const inOrder = stretches.toSorted((one, other) => one.fromA - other.fromA || one.fromB - other.fromB);
  const follower = followersOf(inOrder);
  const gaps: Gap[] = [];
  for (const stretch of inOrder) {
    const blocks = blocksOf(a, b, stretch.runs);
    gaps.push(...edgeGaps(pair, stretch, inOrder), ...gapsBetween(pair, blocks, false));
    const next = follower.get(stretch);
    const last = blocks.at(-1);
    const first = next === undefined ? undefined : blocksOf(a, b, next.runs)[0];
    if (last !== undefined && first !== undefined) gaps.push(...gapsBetween(pair, [last, first], false));
  }
  return withoutRepeats(gaps).sort((one, other) => one.fromA - other.fromA || one.fromB - other.fromB);
}

/** For each stretch the one that comes next in both documents, where little enough parts them. */
function followersOf(inOrder: readonly CopiedStretch[]): ReadonlyMap<CopiedStretch, CopiedStretch> {
  const nextInB = new Map<CopiedStretch, CopiedStretch>();
  const byB = inOrder.toSorted((one, other) => one.fromB - other.fromB || one.fromA - other.fromA);
  for (const [at, stretch] of byB.entries()) {
    const next = byB[at + 1];
    if (next !== undefined) nextInB.set(stretch, next);
  }
  const followers = new Map<CopiedStretch, CopiedStretch>();
  for (const [at, stretch] of inOrder.entries()) {
    const next = inOrder[at + 1];
    if (next === undefined || nextInB.get(stretch) !== next) continue;
    const inA = next.fromA - stretch.toA;
    const inB = next.fromB - stretch.toB;
    if (inA < 0 || inB < 0) continue;
    if (inA === 0 || inB === 0 || Math.max(inA, inB) <= PARTING_WORDS) followers.set(stretch, next);
  }
  return followers;
}

function edgeGaps({ a, b }: Pair, stretch: CopiedStretch, all: readonly CopiedStretch[]): readonly Gap[] {
  const { fromA, toA, fromB, toB } = stretch;
  const before = { a: wordsToBreak(a, fromA, -1), b: wordsToBreak(b, fromB, -1) };
  const after = { a: wordsToBreak(a, toA, 1), b: wordsToBreak(b, toB, 1) };
  const gaps = [
    { fromA: fromA - before.a, toA: fromA, fromB: fromB - before.b, toB: fromB },
    { fromA: toA, toA: toA + after.a, fromB: toB, toB: toB + after.b },
  ];
  return gaps.filter(
    (gap) =>
      gap.fromA < gap.toA &&
      gap.fromB < gap.toB &&
      isSameBreak(a, gap.fromA, b, gap.fromB) &&
      isSameBreak(a, gap.toA, b, gap.toB) &&
      !all.some((other) => touches(other, gap)),
  );
}

/** How many words lie between word `at` and the nearest sentence's or quotation's end that way; 0 if none is near. */
function wordsToBreak(wording: Wording, at: number, step: 1 | -1): number {
  for (let words = 0; words <= EDGE_WORDS; words += 1) {
    if (breakBefore(wording, at + step * words) >= Break.quote) return words;
  }
  return 0;
}

/** A quotation begins or ends in both or in neither: inside a stretch any break is as good as another. */
function isSameBreak(a: Wording, atA: number, b: Wording, atB: number): boolean {
  const [one, other] = [breakBefore(a, atA), breakBefore(b, atB)];
  return one === other || Math.min(one, other) >= Break.sentence || Math.max(one, other) < Break.quote;
}

function touches(stretch: CopiedStretch, gap: Gap): boolean {
  return (stretch.fromA < gap.toA && gap.fromA < stretch.toA) || (stretch.fromB < gap.toB && gap.fromB < stretch.toB);
}

function withoutRepeats(gaps: readonly Gap[]): Gap[] {
  const known = new Map(gaps.map((gap) => [`${gap.fromA} ${gap.toA} ${gap.fromB} ${gap.toB}`, gap]));
  return [...known.values()];
}
