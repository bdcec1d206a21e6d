import { isJoined } from '#shared/text/word-number.ts';
import { isFunctionNumber } from './function-number.ts';
import { alignInto } from './align.ts';
import { Boundary, boundaryBefore } from './boundary.ts';
import type { Equivalents } from './equivalents.ts';
import { Line } from './line.ts';

/** Two documents that are being aligned. */
export interface Sides {
  /** Words, those of page furniture masked so that they equal nothing. */
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly inA: { readonly boundaries: Uint8Array };
  readonly inB: { readonly boundaries: Uint8Array };
  readonly equivalents: Equivalents;
}

/** How many edited words the end of a line steps over, and how many must match again beyond them. */
const STEP_OVER = 3;
const STEP_MATCH = 2;

/** A bracket that was put in has a word more: [the Islamic State (IS)]. */
const PUT_IN_WORDS = 4;

/** What is the same among words stepped over. */
const rest = new Line();

/** Every way to step over up to `STEP_OVER` words on either side, the fewest words first. */
const STEPS: readonly (readonly [number, number])[] = Array.from(
  { length: (STEP_OVER + 1) ** 2 - 1 },
  (_, index) => [Math.floor((index + 1) / (STEP_OVER + 1)), (index + 1) % (STEP_OVER + 1)] as const,
)
  .concat([
    [0, PUT_IN_WORDS],
    [PUT_IN_WORDS, 0],
  ])
  .toSorted(
    (one, other) => one[0] + one[1] - other[0] - other[1] || Math.abs(one[0] - one[1]) - Math.abs(other[0] - other[1]),
  );
const STEPS_A = Int32Array.from(STEPS, ([overA]) => overA);
const STEPS_B = Int32Array.from(STEPS, ([, overB]) => overB);

/**
 * Lengthens a line at its end, up to words `toA` and `toB`; `isInner`: where the same chain goes on
 * beyond them, so that function words are enough to go on.
 */
export function extendForward(sides: Sides, line: Line, toA: number, toB: number, isInner: boolean): void {
  const { a, b, equivalents } = sides;
  for (;;) {
    const atA = line.endA(line.count - 1);
    const atB = line.endB(line.count - 1);
    const same = matchAhead(a, atA, toA, b, atB, toB);
    if (same > 0) {
      line.pushSame(atA, atB, same);
      continue;
    }
    const phrases = equivalents.phrasesFrom(a, atA, toA, b, atB, toB);
    if (phrases !== undefined) {
      line.pushEquivalent(atA, phrases.wordsA, atB, phrases.wordsB);
      continue;
    }
    if (atA + 1 < toA && atB < toB && isJoined(a[atA] ?? 0, a[atA + 1] ?? 0, b[atB] ?? 0)) {
      line.pushSame(atA, atB, 1);
      line.startSame(atA + 1, atB, 1);
      continue;
    }
    if (atB + 1 < toB && atA < toA && isJoined(b[atB] ?? 0, b[atB + 1] ?? 0, a[atA] ?? 0)) {
      line.pushSame(atA, atB, 1);
      line.startSame(atA, atB + 1, 1);
      continue;
    }
    if (!stepAhead(sides, line, atA, toA, atB, toB, isInner)) return;
  }
}

function stepAhead(
  sides: Sides,
  line: Line,
  atA: number,
  toA: number,
  atB: number,
  toB: number,
  isInner: boolean,
): boolean {
  const { a, b, inA, inB } = sides;
  for (let step = 0; step < STEPS_A.length; step += 1) {
    const nextA = atA + (STEPS_A[step] ?? 0);
    const nextB = atB + (STEPS_B[step] ?? 0);
    const length = matchAhead(a, nextA, toA, b, nextB, toB);
    if (length === 0) continue;
    const isLast =
      boundaryBefore(inA, nextA + length) !== Boundary.none || boundaryBefore(inB, nextB + length) !== Boundary.none;
    if (!isEvidence(a, nextA, length, isInner, isLast)) continue;
    pushBetween(sides, line, atA, nextA, atB, nextB);
    line.pushSame(nextA, nextB, length);
    return true;
  }
  return stepToEnd(sides, line, atA, toA, atB, toB);
}

const WHOLE = { freeStart: false, freeEnd: false };

/** Adds what is the same among the few words that a step went over. */
function pushBetween(sides: Sides, line: Line, fromA: number, toA: number, fromB: number, toB: number): void {
  if (!alignBetween(sides, fromA, toA, fromB, toB)) return;
  for (let item = 0; item < rest.count; item += 1) line.pushItem(rest, item);
}

function startBetween(sides: Sides, line: Line, fromA: number, toA: number, fromB: number, toB: number): void {
  if (!alignBetween(sides, fromA, toA, fromB, toB)) return;
  for (let item = rest.count - 1; item >= 0; item -= 1) line.startItem(rest, item);
}

function alignBetween(sides: Sides, fromA: number, toA: number, fromB: number, toB: number): boolean {
  if (fromA >= toA || fromB >= toB || (toA - fromA === 1 && toB - fromB === 1)) return false;
  const { a, b, equivalents } = sides;
  rest.clear();
  alignInto(rest, { a, b, fromA, toA, fromB, toB, ...WHOLE }, equivalents);
  return true;
}

/**
 * One word is enough beyond a step if the sentence or the quotation begins or ends with it in both documents, or a
 * quotation in one of them: there it is the word that was to be quoted from, or up to.
 */
function isOuterWord(inA: number, inB: number): boolean {
  if (inA !== Boundary.none && inB !== Boundary.none) return true;
  return inA === Boundary.quotationMark || inB === Boundary.quotationMark;
}

/** Goes on to the word that a sentence or quotation ends with, and to what is the same before it. */
function stepToEnd(sides: Sides, line: Line, atA: number, toA: number, atB: number, toB: number): boolean {
  const { a, b, inA, inB } = sides;
  for (let step = 0; step < STEPS_A.length; step += 1) {
    const nextA = atA + (STEPS_A[step] ?? 0);
    const nextB = atB + (STEPS_B[step] ?? 0);
    if (nextA >= toA || nextB >= toB || a[nextA] !== b[nextB]) continue;
    if (!isOuterWord(boundaryBefore(inA, nextA + 1), boundaryBefore(inB, nextB + 1))) continue;
    pushBetween(sides, line, atA, nextA, atB, nextB);
    line.pushSame(nextA, nextB, 1);
    return true;
  }
  return false;
}

/**
 * Builds a line from its end to its beginning: the words before `atA` and `atB`, no earlier than
 * `fromA` and `fromB`. Leaves out what begins there.
 */
export function extendBack(
  sides: Sides,
  line: Line,
  fromA: number,
  atA: number,
  fromB: number,
  atB: number,
  isInner: boolean,
): void {
  const { a, b, equivalents } = sides;
  line.clear();
  for (;;) {
    const same = matchBehind(a, fromA, atA, b, fromB, atB);
    if (same > 0) {
      atA -= same;
      atB -= same;
      line.startSame(atA, atB, same);
      continue;
    }
    const phrases = equivalents.phrasesBefore(a, fromA, atA, b, fromB, atB);
    if (phrases !== undefined) {
      atA -= phrases.wordsA;
      atB -= phrases.wordsB;
      line.pushEquivalent(atA, phrases.wordsA, atB, phrases.wordsB);
      continue;
    }
    if (atA - 1 > fromA && atB > fromB && isJoined(a[atA - 2] ?? 0, a[atA - 1] ?? 0, b[atB - 1] ?? 0)) {
      atA -= 2;
      atB -= 1;
      line.startSame(atA + 1, atB, 1);
      line.startSame(atA, atB, 1);
      continue;
    }
    if (atB - 1 > fromB && atA > fromA && isJoined(b[atB - 2] ?? 0, b[atB - 1] ?? 0, a[atA - 1] ?? 0)) {
      atA -= 1;
      atB -= 2;
      line.startSame(atA, atB + 1, 1);
      line.startSame(atA, atB, 1);
      continue;
    }
    if (!stepBack(sides, line, fromA, atA, fromB, atB, isInner)) return;
    atA = line.a[line.count - 1] ?? 0;
    atB = line.b[line.count - 1] ?? 0;
  }
}

function stepBack(
  sides: Sides,
  line: Line,
  fromA: number,
  atA: number,
  fromB: number,
  atB: number,
  isInner: boolean,
): boolean {
  const { a, b, inA, inB } = sides;
  for (let step = 0; step < STEPS_A.length; step += 1) {
    const nextA = atA - (STEPS_A[step] ?? 0);
    const nextB = atB - (STEPS_B[step] ?? 0);
    if (nextA <= fromA || nextB <= fromB) continue;
    const length = matchBehind(a, fromA, nextA, b, fromB, nextB);
    if (length === 0) continue;
    const isFirst =
      boundaryBefore(inA, nextA - length) !== Boundary.none || boundaryBefore(inB, nextB - length) !== Boundary.none;
    if (!isEvidence(a, nextA - length, length, isInner, isFirst)) continue;
    startBetween(sides, line, nextA, atA, nextB, atB);
    line.startSame(nextA - length, nextB - length, length);
    return true;
  }
  for (let step = 0; step < STEPS_A.length; step += 1) {
    const nextA = atA - (STEPS_A[step] ?? 0) - 1;
    const nextB = atB - (STEPS_B[step] ?? 0) - 1;
    if (nextA < fromA || nextB < fromB || a[nextA] !== b[nextB]) continue;
    if (!isOuterWord(boundaryBefore(inA, nextA), boundaryBefore(inB, nextB))) continue;
    startBetween(sides, line, nextA + 1, atA, nextB + 1, atB);
    line.startSame(nextA, nextB, 1);
    return true;
  }
  return false;
}

/**
 * True when so many words match beyond a step that it is no chance: two, one of them with a meaning,
 * or any two where the chain goes on, or a word with a meaning at the end of a sentence or quotation.
 */
function isEvidence(words: Int32Array, from: number, length: number, isInner: boolean, isBounded: boolean): boolean {
  if (length > STEP_MATCH || (length === STEP_MATCH && (isInner || isBounded))) return true;
  if (length < STEP_MATCH && !isBounded) return false;
  for (let at = from; at < from + length; at += 1) if (!isFunctionNumber(words[at] ?? 0)) return true;
  return false;
}

function matchAhead(a: Int32Array, atA: number, toA: number, b: Int32Array, atB: number, toB: number): number {
  const limit = Math.min(toA - atA, toB - atB);
  let length = 0;
  while (length < limit && a[atA + length] === b[atB + length]) length += 1;
  return length;
}

function matchBehind(a: Int32Array, fromA: number, atA: number, b: Int32Array, fromB: number, atB: number): number {
  const limit = Math.min(atA - fromA, atB - fromB);
  let length = 0;
  while (length < limit && a[atA - length - 1] === b[atB - length - 1]) length += 1;
  return length;
}
