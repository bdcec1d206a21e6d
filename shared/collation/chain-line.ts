import { lengthOfNumber } from '#shared/text/word-number.ts';
import { isFunctionNumber } from './function-number.ts';
import { alignInto } from './align.ts';
import { hasSameBoundary } from './boundary.ts';
import type { ChainList } from './chain.ts';
import { extendBack, extendForward, type Sides } from './extension.ts';
import { Line, SAME } from './line.ts';
import { LINK_WORDS } from './prints.ts';
import type { RunList } from './run-list.ts';

/**
 * More than this many UTF-16 units put in or left out between two matched words end a stretch: all
 * that an editor does inside a sentence stays below it, and nearly every sentence lies above.
 */
export const GAP_UNITS = 60;

const back = new Line();
const stones = new Line();

/**
 * Draws one chain as a line of matched words: its runs, what matches in the gaps between them, and
 * what matches beyond its ends. Writes into `cuts` the item after the last of each stretch.
 */
export function drawChain(
  sides: Sides,
  runs: RunList,
  chains: ChainList,
  chain: number,
  line: Line,
  cuts: number[],
): void {
  const { a, b } = sides;
  const from = chains.starts[chain] ?? 0;
  const to = chains.starts[chain + 1] ?? 0;
  line.clear();
  cuts.length = 0;
  for (let member = from; member < to; member += 1) {
    const run = chains.members[member] ?? 0;
    let atA = runs.a[run] ?? 0;
    let atB = runs.b[run] ?? 0;
    let length = runs.length[run] ?? 0;
    if (line.count === 0) {
      extendBack(sides, back, 0, atA, 0, atB, false);
      line.pushReversed(back);
    } else {
      let endA = line.endA(line.count - 1);
      let endB = line.endB(line.count - 1);
      if (isShortGap(sides, endA, atA, endB, atB)) {
        // Runs that overlap on two diagonals: the second gives way, unless it would be no long run any more.
        const cut = Math.max(0, endA - atA, endB - atB);
        if (cut >= length) continue;
        if (cut === 0 || !losesLong(length, cut)) {
          atA += cut;
          atB += cut;
          length -= cut;
        } else if (!shorten(line, cut)) cuts.push(line.count);
        if (cuts.at(-1) !== line.count) bridge(sides, line, atA, atB);
      } else {
        extendForward(sides, line, Math.max(endA, atA), Math.max(endB, atB), true);
        endA = line.endA(line.count - 1);
        endB = line.endB(line.count - 1);
        extendBack(sides, back, Math.min(endA, atA), atA, Math.min(endB, atB), atB, true);
        const firstA = back.count === 0 ? atA : (back.a[back.count - 1] ?? 0);
        const firstB = back.count === 0 ? atB : (back.b[back.count - 1] ?? 0);
        const isInOrder = endA <= firstA && endB <= firstB;
        if (isInOrder && isShortGap(sides, endA, firstA, endB, firstB)) bridge(sides, line, firstA, firstB);
        else if (!isInOrder || !hop(sides, line, firstA, firstB)) cuts.push(line.count);
        line.pushReversed(back);
      }
    }
    line.pushSame(atA, atB, length);
  }
  extendForward(sides, line, a.length, b.length, false);
  cuts.push(line.count);
}

/** Aligns the words between the line's end and a place word by word. */
function bridge(sides: Sides, line: Line, toA: number, toB: number): void {
  const fromA = line.endA(line.count - 1);
  const fromB = line.endB(line.count - 1);
  if (fromA >= toA || fromB >= toB) return;
  const { a, b, equivalents } = sides;
  alignInto(line, { a, b, fromA, toA, fromB, toB, freeStart: false, freeEnd: false }, equivalents);
}

function losesLong(length: number, cut: number): boolean {
  return length >= LINK_WORDS && length - cut < LINK_WORDS;
}

/** Takes some words off the end of a line; false if it cannot give way either. */
function shorten(line: Line, cut: number): boolean {
  const last = line.count - 1;
  const length = line.lengthA[last] ?? 0;
  if (line.kind[last] !== SAME || length <= cut || losesLong(length, cut)) return false;
  line.cutEnd(last, cut);
  return true;
}

/** Up to so many words of either document stones are looked for in a long gap. */
const HOP_WORDS = 48;

/**
 * Crosses a long gap over words that stand in it on both sides, if they leave no long gap between them: a clause of which
 * single words are left. A word of grammar alone is no stone, unless a sentence or a quotation begins with it in both.
 */
function hop(sides: Sides, line: Line, toA: number, toB: number): boolean {
  const { a, b, equivalents } = sides;
  const fromA = line.endA(line.count - 1);
  const fromB = line.endB(line.count - 1);
  if (toA - fromA > HOP_WORDS || toB - fromB > HOP_WORDS) return false;
  stones.clear();
  alignInto(stones, { a, b, fromA, toA, fromB, toB, freeStart: false, freeEnd: false }, equivalents);
  let [endA, endB] = [fromA, fromB];
  let kept = 0;
  for (let item = 0; item < stones.count; item += 1) {
    if (!isStone(sides, stones, item)) continue;
    const [itemA, itemB] = [stones.a[item] ?? 0, stones.b[item] ?? 0];
    if (!isShortGap(sides, endA, itemA, endB, itemB)) return false;
    [endA, endB] = [stones.endA(item), stones.endB(item)];
    kept += 1;
  }
  if (kept === 0 || !isShortGap(sides, endA, toA, endB, toB)) return false;
  for (let item = 0; item < stones.count; item += 1) {
    if (isStone(sides, stones, item)) line.pushItem(stones, item);
  }
  return true;
}

function isStone({ a, inA, inB }: Sides, { kind, a: inOne, b: inOther, lengthA }: Line, item: number): boolean {
  if (kind[item] !== SAME) return true;
  const from = inOne[item] ?? 0;
  const length = lengthA[item] ?? 0;
  for (let at = from; at < from + length; at += 1) if (!isFunctionNumber(a[at] ?? 0)) return true;
  return hasSameBoundary(inA, from, inB, inOther[item] ?? 0);
}

/**
 * True when neither document has more than `GAP_UNITS` between two places. Where words were put for others the space
 * after the last one is not counted: it stood there before.
 */
export function isShortGap({ a, b }: Sides, fromA: number, toA: number, fromB: number, toB: number): boolean {
  const spare = fromA < toA && fromB < toB ? 1 : 0;
  return isShort(a, fromA, toA, GAP_UNITS + spare) && isShort(b, fromB, toB, GAP_UNITS + spare);
}

/** True when the words from one place up to another are no more than so many units, a space after each included. */
function isShort(words: Int32Array, from: number, to: number, allowed: number): boolean {
  let units = 0;
  for (let at = from; at < to; at += 1) {
    units += lengthOfNumber(words[at] ?? 0) + 1;
    if (units > allowed) return false;
  }
  return true;
}
