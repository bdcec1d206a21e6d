import type { TokenRange } from '#shared/text/tokens.ts';
import type { Place } from './alignment.ts';
import { Boundary, boundaryBefore, hasSameBoundary } from './boundary.ts';
import { clauseEnd, clauseStart } from './clause.ts';
import { isChance, isPutFor, isSmallEdit } from './gap.ts';
import type { ProjectionPair, StretchPair } from './projection.ts';
import type { Run } from './run.ts';

/** Words at the outer edge of a stretch that may be others, if the same boundary stands before them. */
const EDGE_WORDS = 3;

export interface Edge {
  /** The copy's first word, or the one after its last. */
  readonly at: number;
  /** Words of the span that the edge accounts for. */
  readonly covered: number;
}

/**
 * The words that match right before a run; before the first, the place where the copy begins of a clause written anew
 * that the span begins in.
 */
export function runBefore(pair: StretchPair, runs: readonly Run[], index: number, range: TokenRange): Run | undefined {
  if (index > 0) return runs[index > 1 && isChance(pair, runs, index - 1) ? index - 2 : index - 1];
  const { before } = pair.stretch;
  const head = runs[0];
  const start = head === undefined ? undefined : clauseStart(pair, before, head, range);
  return start && { ...start, length: 0 };
}

/** The same of the words that match right after a run, and of where the copy ends. */
export function runAfter(pair: StretchPair, runs: readonly Run[], index: number, range: TokenRange): Run | undefined {
  if (index < runs.length) return runs[index + 1 < runs.length && isChance(pair, runs, index) ? index + 1 : index];
  const last = runs.at(-1);
  if (last === undefined) return undefined;
  const tail = { a: last.a + last.length, b: last.b + last.length };
  const end = clauseEnd(pair, pair.stretch.after, tail, range);
  return end && { ...end, length: 0 };
}

/** A shorter word is in too many others by chance. */
const GROWN_LETTERS = 4;

/** True when a word of the copy is the span's word set twice, or grown together with another: "hadhad", "todayand". */
function isGrown({ a, b }: ProjectionPair, own: number, other: number): boolean {
  const [word, there] = [a.tokens.words[own] ?? '', b.tokens.words[other] ?? ''];
  if (there.length <= word.length || word === '') return false;
  if (there === word + word) return true;
  return word.length >= GROWN_LETTERS && (there.startsWith(word) || there.endsWith(word)) && !isInflected(word, there);
}

/** True where a word goes on in no more than an ending: "said" and "saids" are two words. */
function isInflected(word: string, there: string): boolean {
  return there.length - word.length < GROWN_LETTERS - 1;
}

/** Where the copy begins when the span's first words are not in it. */
export function headEdge(
  pair: ProjectionPair,
  before: Run | undefined,
  whole: Run | undefined,
  head: Place,
  range: TokenRange,
): Edge {
  const missing = head.a - range.from;
  if (missing === 0) return { at: head.b, covered: 0 };
  if (missing === 1 && isGrown(pair, range.from, head.b - 1)) return { at: head.b - 1, covered: 1 };
  if (before !== undefined && whole !== undefined) {
    const isPut = isPutFor(pair, before, head);
    return {
      at: isPut ? before.b + before.length : head.b,
      covered: isPut && isSmallEdit(before, whole) ? missing : 0,
    };
  }
  if (missing <= EDGE_WORDS && boundaryBefore(pair.b, head.b) === Boundary.none) {
    for (let back = 1; back <= missing + 2 && back <= head.b; back += 1) {
      if (hasSameBoundary(pair.a, range.from, pair.b, head.b - back)) {
        return { at: head.b - back, covered: missing };
      }
    }
  }
  return { at: head.b, covered: 0 };
}

/** Where the copy ends when the span's last words are not in it. */
export function tailEdge(
  pair: ProjectionPair,
  whole: Run | undefined,
  after: Run | undefined,
  tail: Place,
  range: TokenRange,
): Edge {
  const end = tail.b;
  const missing = range.to - tail.a;
  if (missing === 0) return { at: end, covered: 0 };
  if (missing === 1 && isGrown(pair, range.to - 1, end)) return { at: end + 1, covered: 1 };
  if (after !== undefined && whole !== undefined) {
    const isPut = isPutFor(pair, { ...tail, length: 0 }, after);
    return { at: isPut ? after.b : end, covered: isPut && isSmallEdit(whole, after) ? missing : 0 };
  }
  if (missing <= EDGE_WORDS && boundaryBefore(pair.b, end) === Boundary.none) {
    for (let ahead = 1; ahead <= missing + 2 && end + ahead <= pair.b.words.length; ahead += 1) {
      if (hasSameBoundary(pair.a, range.to, pair.b, end + ahead)) {
        return { at: end + ahead, covered: missing };
      }
    }
  }
  return { at: end, covered: 0 };
}
