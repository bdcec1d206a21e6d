import type { CopiedStretch } from './alignment.ts';
import type { Run } from './run.ts';
import type { Wording } from './variant-words.ts';

/** Two rows of words that have the same letters: word for word, or one word written as two. Word indices, half-open. */
export interface Block {
  readonly fromA: number;
  readonly toA: number;
  readonly fromB: number;
  readonly toB: number;
}

/** What two documents have in the same order, and what they have in another. */
export interface Sequence {
  /** In order in both documents, none overlapping. */
  readonly blocks: readonly Block[];
  /** Stretches that stand in another order: 1 for each of their words. */
  readonly movedA: Uint8Array;
  readonly movedB: Uint8Array;
}

interface Kept {
  readonly fromA: number;
  readonly toA: number;
  readonly fromB: number;
  readonly toB: number;
  readonly runs: readonly Run[];
}

/**
 * Lays the stretches of a pair in one order, the longest first: each is kept as far as it crosses none that is kept
 * already. One of which less than half can be kept has moved.
 */
export function sequenceOf(a: Wording, b: Wording, stretches: readonly CopiedStretch[]): Sequence {
  const kept: Kept[] = [];
  const movedA = new Uint8Array(a.tokens.count);
  const movedB = new Uint8Array(b.tokens.count);
  const longestFirst = stretches.toSorted(
    (one, other) => other.words - one.words || one.fromA - other.fromA || one.fromB - other.fromB,
  );
  for (const stretch of longestFirst) {
    const at = firstFrom(kept, stretch.fromA);
    const before = kept[at - 1];
    const after = kept[at];
    const runs = clipped(
      stretch.runs,
      { a: before?.toA ?? 0, b: before?.toB ?? 0 },
      { a: after?.fromA ?? Infinity, b: after?.fromB ?? Infinity },
    );
    const first = runs[0];
    const last = runs.at(-1);
    if (first === undefined || last === undefined || wordsOf(runs) * 2 < stretch.words) {
      movedA.fill(1, stretch.fromA, stretch.toA);
      movedB.fill(1, stretch.fromB, stretch.toB);
      continue;
    }
    const reach = { fromA: first.a, toA: last.a + last.length, fromB: first.b, toB: last.b + last.length };
    kept.splice(at, 0, { ...reach, runs });
  }
  const runs = kept.flatMap((stretch) => stretch.runs);
  return { blocks: blocksOf(a, b, runs), movedA, movedB };
}

/**
 * The words of runs that truly have the same letters: an aligner may also pair words that only mean the same. `runs` in
 * order in both documents.
 */
export function blocksOf(a: Wording, b: Wording, runs: readonly Run[]): readonly Block[] {
  const blocks: Block[] = [];
  const wordA = (at: number): string => a.tokens.words[at] ?? '';
  const wordB = (at: number): string => b.tokens.words[at] ?? '';
  let nextA = 0;
  let nextB = 0;
  const add = (fromA: number, wordsA: number, fromB: number, wordsB: number): void => {
    nextA = fromA + wordsA;
    nextB = fromB + wordsB;
    const last = blocks.at(-1);
    const isOneToOne = wordsA === 1 && wordsB === 1;
    const continues = last?.toA === fromA && last.toB === fromB && isEven(last) && isOneToOne;
    if (continues) blocks[blocks.length - 1] = { ...last, toA: nextA, toB: nextB };
    else blocks.push({ fromA, toA: nextA, fromB, toB: nextB });
  };
  for (const run of runs) {
    for (let step = 0; step < run.length; step += 1) {
      const atA = run.a + step;
      const atB = run.b + step;
      if (atA < nextA || atB < nextB) continue;
      if (wordA(atA) === wordB(atB)) add(atA, 1, atB, 1);
      else if (wordA(atA) + wordA(atA + 1) === wordB(atB)) add(atA, 2, atB, 1);
      else if (wordA(atA) === wordB(atB) + wordB(atB + 1)) add(atA, 1, atB, 2);
    }
  }
  return blocks;
}

/** Whether every word of the block has one of its own in the other document. */
export function isEven(block: Block): boolean {
  return block.toA - block.fromA === block.toB - block.fromB;
}

function clipped(
  runs: readonly Run[],
  low: { readonly a: number; readonly b: number },
  high: { readonly a: number; readonly b: number },
): readonly Run[] {
  return runs.flatMap((run) => {
    const skipped = Math.max(0, low.a - run.a, low.b - run.b);
    const length = Math.min(run.length, high.a - run.a, high.b - run.b) - skipped;
    return length > 0 ? [{ a: run.a + skipped, b: run.b + skipped, length }] : [];
  });
}

function wordsOf(runs: readonly Run[]): number {
  return runs.reduce((sum, { length }) => sum + length, 0);
}

/** Index of the first that begins at `fromA` or later. */
function firstFrom(kept: readonly Kept[], fromA: number): number {
  let low = 0;
  let high = kept.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((kept[middle]?.fromA ?? 0) < fromA) low = middle + 1;
    else high = middle;
  }
  return low;
}
