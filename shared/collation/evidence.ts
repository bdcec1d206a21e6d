import { Boundary, boundaryBefore, type Bounded } from './boundary.ts';
import type { Sides } from './extension.ts';
import { LINK_WORDS } from './fingerprint.ts';
import { type Line, SAME } from './line.ts';
import { isFunctionNumber } from './word-number.ts';

/** What speaks for a stretch being a copy and not a chance. */
export interface Weight {
  /** Matched words, and those of them with a meaning; the second is counted only where it decides. */
  words: number;
  content: number;
  /** Words of the longest run. */
  longest: number;
  /** Words of either document that lie between the matched ones. */
  between: number;
  /** At how many of its two ends in each document a quotation, a sentence or a line begins or ends. */
  boundsA: number;
  boundsB: number;
}

/** The least words of a stretch. */
const LEAST_WORDS = 5;
/** Words of gaps that one matched word makes good. */
const GAPS_A_WORD = 2;

/**
 * Points that a stretch without a run of `LINK_WORDS` words needs: one for a word with a meaning,
 * two for each end at a boundary, for each word beyond five, and for a stretch of the same chain
 * nearby. Found on generated pairs: chance rows of words begin and end anywhere.
 */
const LEAST_POINTS = 6;

/** Words with a meaning that a second copy of a short quotation needs. */
const SECOND_CONTENT = 2;

const weight: Weight = { words: 0, content: 0, longest: 0, between: 0, boundsA: 0, boundsB: 0 };

/** Weighs items `from` up to `to` of a line. What it returns is good until the next call. */
export function weigh({ a, inA, inB }: Sides, line: Line, from: number, to: number): Weight {
  weight.words = 0;
  weight.longest = 0;
  weight.between = 0;
  weight.content = 0;
  weight.boundsA = 0;
  weight.boundsB = 0;
  for (let item = from; item < to; item += 1) {
    if (item > from) {
      weight.between += Math.max(0, (line.a[item] ?? 0) - line.endA(item - 1));
      weight.between += Math.max(0, (line.b[item] ?? 0) - line.endB(item - 1));
    }
    if (line.kind[item] !== SAME) continue;
    const length = line.lengthA[item] ?? 0;
    weight.words += length;
    if (length > weight.longest) weight.longest = length;
  }
  if (weight.longest >= LINK_WORDS || weight.words < LEAST_WORDS) return weight;
  for (let item = from; item < to; item += 1) {
    if (line.kind[item] !== SAME) continue;
    for (let at = line.a[item] ?? 0; at < line.endA(item); at += 1) {
      if (!isFunctionNumber(a[at] ?? 0)) weight.content += 1;
    }
  }
  weight.boundsA = boundsOf(inA, line.a[from] ?? 0, line.endA(to - 1));
  weight.boundsB = boundsOf(inB, line.b[from] ?? 0, line.endB(to - 1));
  return weight;
}

/** True when a stretch is evidence of copying and not a row of stock words. */
export function isCopy({ words, content, longest, between, boundsA, boundsB }: Weight, hasNeighbour: boolean): boolean {
  if (longest >= LINK_WORDS) return true;
  if (words < LEAST_WORDS || between > GAPS_A_WORD * words) return false;
  return content + 2 * (boundsA + boundsB + words - LEAST_WORDS + (hasNeighbour ? 1 : 0)) >= LEAST_POINTS;
}

/** True when a stretch shows by itself that it is a copy, although its words on one side are those of another one. */
export function isSecondCopy({ content, boundsA, boundsB }: Weight, isTakenInA: boolean): boolean {
  return (isTakenInA ? boundsB : boundsA) === 2 && content >= SECOND_CONTENT;
}

function boundsOf(document: Bounded, from: number, to: number): number {
  const start = boundaryBefore(document, from) === Boundary.none ? 0 : 1;
  return start + (boundaryBefore(document, to) === Boundary.none ? 0 : 1);
}
