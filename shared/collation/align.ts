import type { Equivalents } from './equivalents.ts';
import { Line, SAME } from './line.ts';
import type { Run } from './run.ts';
import { Scratch } from './scratch.ts';
import { isJoined } from '#shared/text/word-number.ts';
import { isFunctionNumber } from './function-number.ts';

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
const EQUIVALENT_MATCH = 3;
const SUBSTITUTION = -3;
const GAP = -2;

const STOP = 0;
const DIAGONAL = 1;
const UP = 2;
const LEFT = 3;
/** Two words of `a` are one of `b` (news gathering, newsgathering), or the other way round. */
const MERGE_A = 4;
const MERGE_B = 5;
/** From here on: equivalent phrases of 1 to 4 words of `a` and 1 to 4 of `b`. */
const PHRASES = 8;

const stepScratch = new Scratch();
const scoreScratch = new Scratch();
const endScratch = new Scratch();
const traced = new Line();

/**
 * Needleman–Wunsch over words, with a word broken in two counted as the word it came from and
 * equivalents counted nearly as the same. With `freeStart` and `freeEnd` it finds the best stretch
 * instead of aligning the whole window. Gives the same words as runs, in order; a word that meets
 * two has two runs of one word each, equivalents have none.
 */
export function alignWords(
  window: AlignWindow,
  equivalents: Equivalents,
  allowedCells: number = ALIGN_CELLS,
): readonly Run[] {
  const line = new Line();
  alignInto(line, window, equivalents, allowedCells);
  const runs: Run[] = [];
  for (let item = 0; item < line.count; item += 1) {
    if (line.kind[item] !== SAME) continue;
    runs.push({ a: line.a[item] ?? 0, b: line.b[item] ?? 0, length: line.lengthA[item] ?? 0 });
  }
  return runs;
}

/** The same, added to the end of a line. */
export function alignInto(
  line: Line,
  window: AlignWindow,
  equivalents: Equivalents,
  allowedCells: number = ALIGN_CELLS,
): void {
  const { a, b, fromA, fromB, freeStart, freeEnd } = window;
  const rows = window.toA - fromA;
  const columns = window.toB - fromB;
  if (rows <= 0 || columns <= 0 || rows * columns > allowedCells) return;

  const width = columns + 1;
  const steps = stepScratch.take((rows + 1) * width);
  const scores = scoreScratch.take((rows + 1) * width);
  scores[0] = 0;
  steps[0] = STOP;
  for (let column = 1; column <= columns; column += 1) {
    scores[column] = freeStart ? 0 : column * GAP;
    steps[column] = freeStart ? STOP : LEFT;
  }
  const ends = endScratch.take(columns);
  let hasPhrases = false;
  for (let column = 0; column < columns; column += 1) {
    const isEnd = equivalents.endsPhrase(b[fromB + column] ?? 0);
    ends[column] = isEnd ? 1 : 0;
    hasPhrases ||= isEnd;
  }
  let bestCell = 0;
  for (let row = 1; row <= rows; row += 1) {
    const cellBefore = (row - 1) * width;
    const cellHere = row * width;
    scores[cellHere] = freeStart ? 0 : row * GAP;
    steps[cellHere] = freeStart ? STOP : UP;
    const wordA = a[fromA + row - 1] ?? 0;
    const match = isFunctionNumber(wordA) ? FUNCTION_MATCH : MATCH;
    const endsPhrase = hasPhrases && equivalents.endsPhrase(wordA);
    for (let column = 1; column <= columns; column += 1) {
      const wordB = b[fromB + column - 1] ?? 0;
      const same = wordA === wordB;
      let score = (scores[cellBefore + column - 1] ?? 0) + (same ? match : SUBSTITUTION);
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
      if (!same) {
        if (row > 1 && isJoined(a[fromA + row - 2] ?? 0, wordA, wordB)) {
          const merged = (scores[cellBefore - width + column - 1] ?? 0) + MATCH;
          if (merged > score) {
            score = merged;
            step = MERGE_A;
          }
        }
        if (column > 1 && isJoined(b[fromB + column - 2] ?? 0, wordB, wordA)) {
          const merged = (scores[cellBefore + column - 2] ?? 0) + MATCH;
          if (merged > score) {
            score = merged;
            step = MERGE_B;
          }
        }
      }
      if (endsPhrase && ends[column - 1] === 1) {
        const phrases = equivalents.phrasesBefore(a, fromA, fromA + row, b, fromB, fromB + column);
        if (phrases !== undefined) {
          const { wordsA, wordsB } = phrases;
          const put = (scores[(row - wordsA) * width + column - wordsB] ?? 0) + EQUIVALENT_MATCH;
          if (put > score) {
            score = put;
            step = PHRASES + (wordsA - 1) * 4 + wordsB - 1;
          }
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
  trace(window, steps, width, freeEnd ? bestCell : rows * width + columns);
  line.pushReversed(traced);
}

function trace(window: AlignWindow, steps: Int32Array, width: number, last: number): void {
  const { a, b, fromA, fromB } = window;
  traced.clear();
  let row = Math.floor(last / width);
  let column = last % width;
  for (let step = steps[last] ?? STOP; step !== STOP; step = steps[row * width + column] ?? STOP) {
    const atA = fromA + row - 1;
    const atB = fromB + column - 1;
    if (step === UP) row -= 1;
    else if (step === LEFT) column -= 1;
    else if (step >= PHRASES) {
      const wordsA = ((step - PHRASES) >> 2) + 1;
      const wordsB = ((step - PHRASES) & 3) + 1;
      traced.pushEquivalent(atA - wordsA + 1, wordsA, atB - wordsB + 1, wordsB);
      row -= wordsA;
      column -= wordsB;
    } else {
      if (step === MERGE_A) {
        traced.startSame(atA, atB, 1);
        traced.startSame(atA - 1, atB, 1);
      } else if (step === MERGE_B) {
        traced.startSame(atA, atB, 1);
        traced.startSame(atA, atB - 1, 1);
      } else if (a[atA] === b[atB]) {
        traced.startSame(atA, atB, 1);
      }
      row -= step === MERGE_A ? 2 : 1;
      column -= step === MERGE_B ? 2 : 1;
    }
  }
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
