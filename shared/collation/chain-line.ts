import { alignInto } from './align.ts';
import type { ChainList } from './chain.ts';
import { extendBack, extendForward, type Sides } from './extension.ts';
import { Line, SAME } from './line.ts';
import { LINK_WORDS } from './prints.ts';
import type { RunList } from './run-list.ts';
import { lengthOfNumber } from '#shared/text/word-number.ts';

/**
 * More than this many UTF-16 units put in or left out between two matched words end a stretch: all
 * that an editor does inside a sentence stays below it, and nearly every sentence lies above.
 */
export const GAP_UNITS = 60;

const back = new Line();

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
      if (isShort(a, endA, atA) && isShort(b, endB, atB)) {
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
        if (endA <= firstA && endB <= firstB && isShort(a, endA, firstA) && isShort(b, endB, firstB)) {
          bridge(sides, line, firstA, firstB);
          line.pushReversed(back);
        } else {
          cuts.push(line.count);
          startReversed(line, back);
        }
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
  line.lengthA[last] = length - cut;
  line.lengthB[last] = length - cut;
  return true;
}

/** Adds a line built backwards as the beginning of a new stretch. */
function startReversed(line: Line, reversed: Line): void {
  line.pushReversed(reversed);
}

/** True when the words from one place up to another are no more than `GAP_UNITS`, a space after each included. */
function isShort(words: Int32Array, from: number, to: number): boolean {
  let units = 0;
  for (let at = from; at < to; at += 1) {
    units += lengthOfNumber(words[at] ?? 0) + 1;
    if (units > GAP_UNITS) return false;
  }
  return true;
}
