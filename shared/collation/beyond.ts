import { wordNumber } from '#shared/text/word-number.ts';
import type { TokenRange } from '#shared/text/tokens.ts';
import { alignWords, joinRuns } from './align.ts';
import { Boundary, boundaryBefore } from './boundary.ts';
import type { PlacedStretch } from './placed-stretch.ts';
import type { ProjectionPair } from './projection.ts';
import type { Run } from './run.ts';
import { endsSentence } from './sentence.ts';
import { stepBack, stepOn } from './step.ts';

/** How far beyond the ends of a stretch a span is followed, in words of the span. */
const BEYOND = 50;
const BEYOND_SLACK = 8;

/** The stretch's runs, with what still matches of the range before and after the stretch. */
export function followBeyond(pair: ProjectionPair, stretch: PlacedStretch, range: TokenRange): readonly Run[] {
  const { a, b, equivalents } = pair;
  const words = { a: a.words, b: b.words };
  const runs = [...stretch.runs];
  if (range.from < stretch.fromA) {
    const fromA = Math.max(range.from, stretch.fromA - BEYOND, stretch.before?.a ?? 0);
    const fromB = Math.max(
      stretch.room?.from ?? 0,
      stretch.fromB - (stretch.fromA - fromA) - BEYOND_SLACK,
      stretch.before?.b ?? 0,
    );
    const window = { ...words, fromA, toA: stretch.fromA, fromB, toB: stretch.fromB };
    const before = alignWords({ ...window, freeStart: true, freeEnd: false }, equivalents);
    const solid = before.findIndex((run, at) => !isAdrift(pair, run, before[at + 1] ?? runs[0]));
    if (solid >= 0) runs.unshift(...before.slice(solid));
    else runs.unshift(...stepBack(pair, stretch, { fromA, toA: stretch.fromA, fromB, toB: stretch.fromB }));
  }
  if (range.to > stretch.toA) {
    const toA = Math.min(range.to, stretch.toA + BEYOND, stretch.after?.a ?? range.to);
    const toB = Math.min(
      b.words.length,
      stretch.room?.to ?? b.words.length,
      stretch.toB + (toA - stretch.toA) + BEYOND_SLACK,
      stretch.after?.b ?? b.words.length,
    );
    const window = { ...words, fromA: stretch.toA, toA, fromB: stretch.toB, toB };
    const after = alignWords({ ...window, freeStart: false, freeEnd: true }, equivalents);
    const solid = after.findLastIndex((run, at) => !isAdrift(pair, after[at - 1] ?? runs.at(-1), run));
    runs.push(...after.slice(0, solid + 1));
    const last = runs.at(-1);
    if (solid < 0 && last !== undefined) {
      const merged = mergedSentence(pair, last, range);
      const room = { fromA: stretch.toA, toA, fromB: stretch.toB, toB };
      runs.push(...(merged.length > 0 ? merged : stepOn(pair, stretch, room)));
    }
  }
  return runs.length === stretch.runs.length ? runs : joinRuns(runs);
}

const AND = wordNumber('and');

/** The first words of the next sentence, where the copy has made one of two: "A. The B" is "A, and the B" there. */
function mergedSentence({ a, b }: ProjectionPair, last: Run, range: TokenRange): readonly Run[] {
  const [fromA, fromB] = [last.a + last.length, last.b + last.length];
  if (boundaryBefore(a, fromA) !== Boundary.sentenceEnd || boundaryBefore(b, fromB) !== Boundary.none) return [];
  if (b.words[fromB] !== AND) return [];
  let length = 0;
  while (fromA + length < range.to && a.words[fromA + length] === b.words[fromB + 1 + length]) length += 1;
  return length > 0 ? [{ a: fromA, b: fromB + 1, length }] : [];
}

/**
 * True when between two runs a sentence ends in the copy, and one word is all that is the same beyond: another sentence
 * may well begin or end with the same word.
 */
function isAdrift({ a, b }: ProjectionPair, before: Run | undefined, after: Run | undefined): boolean {
  if (before === undefined || after === undefined || Math.min(before.length, after.length) > 1) return false;
  const from = before.b + before.length;
  if (from >= after.b && after.a === before.a + before.length) return false;
  // The same words go on outside the span: there the copy was cut.
  const goesOn = (one: number, other: number): boolean => one >= 0 && a.words[one] === b.words[other];
  if (before.length === 1 && goesOn(before.a - 1, before.b - 1)) return false;
  if (after.length === 1 && goesOn(after.a + 1, after.b + 1)) return false;
  for (let word = from; word <= after.b; word += 1) if (endsSentence(b, word)) return true;
  return false;
}
