import { Boundary, boundaryBefore, type Bounded } from './boundary.ts';
import type { Sides } from './extension.ts';
import { LINK_WORDS } from './prints.ts';
import { type Line, SAME } from './line.ts';
import { isFunctionNumber } from './function-number.ts';

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

/** The company in which a stretch is found. */
export interface Company {
  /** Its chain has a run of `LINK_WORDS` words elsewhere. */
  hasStrongChain: boolean;
  /** The two documents share so much that they are one story. */
  isClose: boolean;
}

/** The least words of a stretch. */
const LEAST_WORDS = 5;
/** Words of gaps that one matched word makes good. */
const GAPS_A_WORD = 2;

/**
 * Points that a stretch without a run of `LINK_WORDS` words needs to be shown, and to be sure. They
 * are a logistic regression on such stretches of 1,300 generated pairs (477 true) and of 300 pairs
 * of news stories that share a quotation and nothing else (1,246 false), in quarters: names and
 * titles have no grammar in them and begin and end anywhere, sentences have, and end where sentences
 * do.
 */
const SHOWN_POINTS = 8;
const SURE_POINTS = 14;
const FUNCTION_POINTS = 2;
const MOST_FUNCTION_WORDS = 6;
const BOUND_POINTS = 3;
const BOTH_BOUNDS_POINTS = 6;
const STRONG_CHAIN_POINTS = 7;
const CLOSE_POINTS = 9;
const BETWEEN_POINTS = -2;
const MOST_BETWEEN = 6;
/** Words beyond this many are points as well: so many are no name. */
const NAME_WORDS = 8;
const WORD_POINTS = 2;

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

/** What a stretch is evidence of: a copy, perhaps a copy, or nothing. */
export function verdictOn(
  { words, content, longest, between, boundsA, boundsB }: Weight,
  { hasStrongChain, isClose }: Company,
): 'copy' | 'candidate' | 'none' {
  if (longest >= LINK_WORDS) return 'copy';
  if (words < LEAST_WORDS || between > GAPS_A_WORD * words) return 'none';
  const points =
    FUNCTION_POINTS * Math.min(words - content, MOST_FUNCTION_WORDS) +
    WORD_POINTS * Math.max(0, words - NAME_WORDS) +
    BOUND_POINTS * (boundsA + boundsB) +
    (boundsA === 2 || boundsB === 2 ? BOTH_BOUNDS_POINTS : 0) +
    (hasStrongChain ? STRONG_CHAIN_POINTS : 0) +
    (isClose ? CLOSE_POINTS : 0) +
    BETWEEN_POINTS * Math.min(between, MOST_BETWEEN);
  if (points < SHOWN_POINTS) return 'none';
  return points < SURE_POINTS ? 'candidate' : 'copy';
}

/** True when a stretch shows by itself that it is a copy, although its words on one side are those of another one. */
export function isSecondCopy({ content, boundsA, boundsB }: Weight, isTakenInA: boolean): boolean {
  return (isTakenInA ? boundsB : boundsA) === 2 && content >= SECOND_CONTENT;
}

function boundsOf(document: Bounded, from: number, to: number): number {
  const start = boundaryBefore(document, from) === Boundary.none ? 0 : 1;
  return start + (boundaryBefore(document, to) === Boundary.none ? 0 : 1);
}
