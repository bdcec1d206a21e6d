import type { Run } from './run.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A stretch of words of two documents that is to be aligned word by word. */
export interface AlignWindow {
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly fromA: number;
  readonly toA: number;
  readonly fromB: number;
  readonly toB: number;
  /** Words before the best stretch may be left out at no cost. */
  readonly freeStart: boolean;
  /** Words after the best stretch may be left out at no cost. */
  readonly freeEnd: boolean;
}

/** Windows of more cells than this are not aligned: that is no small edit any more. */
export const ALIGN_CELLS = 60 * 60;

const MATCH = 4;
/** "The" beside "the" says little. */
const FUNCTION_MATCH = 2;
const SUBSTITUTION = -2;
const GAP = -2;

const STOP = 0;
const DIAGONAL = 1;
const UP = 2;
const LEFT = 3;
/** Two words of `a` are one of `b` (news gathering, newsgathering), or the other way round. */
const MERGE_A = 4;
const MERGE_B = 5;

/**
 * Needleman–Wunsch over words, with a word broken in two counted as the word it came from. With
 * `freeStart` and `freeEnd` it finds the best stretch instead of aligning the whole window. Gives the
 * matched words as runs, in order; a word that meets two has two runs of one word each.
 */
export function alignWords(
  window: AlignWindow,
  vocabulary: Vocabulary,
  allowedCells: number = ALIGN_CELLS,
): readonly Run[] {
  const { a, b, fromA, fromB, freeStart, freeEnd } = window;
  const rows = window.toA - fromA;
  const columns = window.toB - fromB;
  if (rows <= 0 || columns <= 0 || rows * columns > allowedCells) return [];

  const width = columns + 1;
  const steps = new Uint8Array((rows + 1) * width);
  const scores = new Int32Array((rows + 1) * width);
  for (let column = 1; column <= columns; column += 1) {
    scores[column] = freeStart ? 0 : column * GAP;
    steps[column] = freeStart ? STOP : LEFT;
  }
  let bestCell = 0;
  for (let row = 1; row <= rows; row += 1) {
    const cellBefore = (row - 1) * width;
    const cellHere = row * width;
    scores[cellHere] = freeStart ? 0 : row * GAP;
    steps[cellHere] = freeStart ? STOP : UP;
    const wordA = a[fromA + row - 1] ?? -1;
    for (let column = 1; column <= columns; column += 1) {
      const wordB = b[fromB + column - 1] ?? -2;
      const same = wordA === wordB;
      let score = (scores[cellBefore + column - 1] ?? 0) + (same ? matchScore(wordA, vocabulary) : SUBSTITUTION);
      let step = DIAGONAL;
      const up = (scores[cellBefore + column] ?? 0) + GAP;
      if (up > score) {
        score = up;
        step = UP;
      }
      const left = (scores[cellHere + column - 1] ?? 0) + GAP;
      if (left > score) {
        score = left;
        step = LEFT;
      }
      if (!same && row > 1 && isMerge(a[fromA + row - 2], wordA, wordB, vocabulary)) {
        const merged = (scores[cellBefore - width + column - 1] ?? 0) + MATCH;
        if (merged > score) {
          score = merged;
          step = MERGE_A;
        }
      }
      if (!same && column > 1 && isMerge(b[fromB + column - 2], wordB, wordA, vocabulary)) {
        const merged = (scores[cellBefore + column - 2] ?? 0) + MATCH;
        if (merged > score) {
          score = merged;
          step = MERGE_B;
        }
      }
      if (freeStart && score <= 0) {
        score = 0;
        step = STOP;
      }
      scores[cellHere + column] = score;
      steps[cellHere + column] = step;
      if (score > (scores[bestCell] ?? 0)) bestCell = cellHere + column;
    }
  }
  const last = freeEnd ? bestCell : rows * width + columns;
  return tracedRuns(window, steps, width, last);
}

function matchScore(word: number, vocabulary: Vocabulary): number {
  return vocabulary.isFunction(word) ? FUNCTION_MATCH : MATCH;
}

function isMerge(first: number | undefined, second: number, whole: number, vocabulary: Vocabulary): boolean {
  if (first === undefined) return false;
  const left = vocabulary.word(first);
  const right = vocabulary.word(second);
  const joined = vocabulary.word(whole);
  return left.length + right.length === joined.length && joined.startsWith(left) && joined.endsWith(right);
}

function tracedRuns(window: AlignWindow, steps: Uint8Array, width: number, last: number): readonly Run[] {
  const { a, b, fromA, fromB } = window;
  const runs: Run[] = [];
  let row = Math.floor(last / width);
  let column = last % width;
  for (let step = steps[last]; step !== STOP; step = steps[row * width + column]) {
    const atA = fromA + row - 1;
    const atB = fromB + column - 1;
    if (step === UP) row -= 1;
    else if (step === LEFT) column -= 1;
    else {
      if (step === MERGE_A) {
        runs.push({ a: atA, b: atB, length: 1 }, { a: atA - 1, b: atB, length: 1 });
      } else if (step === MERGE_B) {
        runs.push({ a: atA, b: atB, length: 1 }, { a: atA, b: atB - 1, length: 1 });
      } else if (a[atA] === b[atB]) {
        runs.push({ a: atA, b: atB, length: 1 });
      }
      row -= step === MERGE_A ? 2 : 1;
      column -= step === MERGE_B ? 2 : 1;
    }
  }
  return joinRuns(runs.reverse());
}

/** Makes one run of neighbours that continue each other on the same diagonal. */
export function joinRuns(runs: readonly Run[]): readonly Run[] {
  const joined: Run[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (last && last.a + last.length === run.a && last.b + last.length === run.b) {
      joined[joined.length - 1] = { a: last.a, b: last.b, length: last.length + run.length };
    } else {
      joined.push(run);
    }
  }
  return joined;
}
