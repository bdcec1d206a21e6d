import type { TokenRange } from '#shared/text/tokens.ts';
import type { Place } from './alignment.ts';
import { hasSameBoundary } from './boundary.ts';
import { GAP_UNITS } from './chain-line.ts';
import { unitsBetween, unitsOf } from './clause.ts';
import { isFunctionNumber } from './function-number.ts';
import type { ProjectionPair } from './projection.ts';
import type { Run } from './run.ts';
import { areSentences } from './sentence.ts';

/** A substitution of at most this many words on either side, between matched words, is a small edit. */
const SMALL_EDIT = 5;
/** Matched words that must stand tight on either side of it. */
const FRAME = 2;

/** What lies between two runs. */
export function gapBetween(before: Run, after: Run): { readonly a: TokenRange; readonly b: TokenRange } {
  return {
    a: { from: before.a + before.length, to: after.a },
    b: { from: before.b + before.length, to: after.b },
  };
}

/** True when a copy is in parts between two of its runs. */
export function isInsertedBetween(pair: ProjectionPair, before: Run | undefined, after: Run | undefined): boolean {
  if (before === undefined || after === undefined) return false;
  const gap = gapBetween(before, after);
  return isBroken(pair, gap.a, gap.b);
}

/**
 * True when more was put in than `GAP_UNITS`, from one word of the copy to the next that the span has: then the copy
 * is in parts. What was put for other words counts only as far as it is longer than those; whole sentences stand for none.
 * @param inA the words of the span that are missing there
 * @param inB the words that stand there in the copy
 */
export function isBroken({ a, b }: ProjectionPair, inA: TokenRange, inB: TokenRange): boolean {
  if (areSentences(b, inB) && unitsOf(b, inB) > GAP_UNITS) return true;
  return unitsBetween(b, inB) - unitsBetween(a, inA) > GAP_UNITS;
}

/**
 * True when a few words were put for a few others between matched words that stand tight on both
 * sides in both documents: then the two wordings are each other's counterpart.
 */
export function isSmallEdit(before: Run, after: Run): boolean {
  const gapA = after.a - before.a - before.length;
  const gapB = after.b - before.b - before.length;
  return (
    gapA >= 1 &&
    gapB >= 1 &&
    gapA <= SMALL_EDIT &&
    gapB <= SMALL_EDIT &&
    before.length >= FRAME &&
    after.length >= FRAME
  );
}

/** So much longer than twice what is lost may be what was put for it. */
const PUT_WORDS = 3;

/**
 * True when the words between two runs of the copy may stand for those between them in the span's document. Whole
 * sentences stand for nothing: they were put in.
 */
export function isPutFor({ b }: ProjectionPair, before: Run, after: Place): boolean {
  const lost = after.a - before.a - before.length;
  const put = after.b - before.b - before.length;
  if (lost <= 0 || put <= 0 || put > 2 * lost + PUT_WORDS) return false;
  return !areSentences(b, { from: before.b + before.length, to: after.b });
}

/** Words that stand between other wordings on both sides: one word alone that is the same there is chance. */
const CHANCE_GAP = 2;
/** So is a word of grammar beside a longer rewriting, if other words stand on its far side too. */
const CHANCE_REWRITING = 4;

/** True when a run is one word that matches by chance. */
export function isChance({ a: inA, b: inB }: ProjectionPair, runs: readonly Run[], index: number): boolean {
  const [before, one, after] = [runs[index - 1], runs[index], runs[index + 1]];
  if (before === undefined || one === undefined || after === undefined || one.length > 1) return false;
  const gaps = [gapBetween(before, one), gapBetween(one, after)].map(({ a, b }) => [a.to - a.from, b.to - b.from]);
  const areLong = (gap: readonly number[], least: number): boolean => gap.every((words) => words >= least);
  if (gaps.every((gap) => areLong(gap, CHANCE_GAP))) return true;
  if (!isFunctionNumber(inA.words[one.a] ?? 0) || hasSameBoundary(inA, one.a, inB, one.b)) return false;
  return gaps.every((gap) => gap.some((words) => words > 0)) && gaps.some((gap) => areLong(gap, CHANCE_REWRITING));
}
