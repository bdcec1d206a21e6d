import type { RunList } from './run-list.ts';
import { Scratch } from './scratch.ts';

/** Chains' scores are whole numbers, this many to a matched word, so that equal ones are equal. */
export const WORD_SCORE = 20;

/** How far apart two runs of one chain may stand, in words. */
export interface ChainLimits {
  /** Longest gap in either document. */
  readonly gap: number;
  /** Largest difference between the gap in one document and in the other. */
  readonly shift: number;
  /** The pair shares so much that it is one story. */
  readonly isClose: boolean;
}

const USUAL_LIMITS: ChainLimits = { gap: 24, shift: 16, isClose: false };

/** Pairs that share much are one story: there whole paragraphs may have been put in or taken out. */
const CLOSE_LIMITS: ChainLimits = { gap: 400, shift: 400, isClose: true };
const CLOSE_WORDS = 200;
const LONG_RUN = 8;

/** 0.35 of a word for each word of a gap, 0.2 for each by which two gaps differ, up to so many words. */
const GAP_COST = 7;
const SHIFT_COST = 4;
const DEAREST_GAP = 24;
const DEAREST_SHIFT = 16;

/**
 * Predecessors tried for each run; beyond it the text repeats itself, and the last run on each of
 * the nearest diagonals is tried as well, so that the true one is not lost among repetitions.
 */
const PREDECESSORS = 64;
const DIAGONALS = 8;

/**
 * So many words further a run in the same order belongs to the chain, however short it is: the gap never costs more than
 * the run brings.
 */
const NEAR_GAP = 12;

/** The limits that suit a pair which shares these runs. */
export function limitsFor(runs: RunList): ChainLimits {
  let shared = 0;
  for (let at = 0; at < runs.count; at += 1) {
    const length = runs.length[at] ?? 0;
    if (length >= LONG_RUN) shared += length;
  }
  return shared > CLOSE_WORDS ? CLOSE_LIMITS : USUAL_LIMITS;
}

/** Chains in columns: chain i is runs `members[starts[i]]` to `members[starts[i + 1] - 1]`, in order. */
export interface ChainList {
  count: number;
  members: Int32Array;
  starts: Int32Array;
  /** Matched words less the penalties for gaps, in `WORD_SCORE`s. */
  scores: Int32Array;
}

const scoresScratch = new Scratch();
const beforeScratch = new Scratch();
const usedScratch = new Scratch();
const reachScratch = new Scratch();
const diagonalScratch = new Scratch();
const memberScratch = new Scratch();
const startScratch = new Scratch();
const chainScoreScratch = new Scratch();
const chains: ChainList = {
  count: 0,
  members: new Int32Array(0),
  starts: new Int32Array(0),
  scores: new Int32Array(0),
};
let keys = new Float64Array(256);

const KEY_ROOM = 2 ** 25;
const MOST_SCORE = 2 ** 27;

/**
 * Puts each run into exactly one chain: sparse dynamic programming over runs sorted by place (in
 * `a`, then in `b`), where a chain's score is its matched words less 0.35 for each word of a gap
 * and 0.2 for each word by which the two gaps differ, but never more than for 24 and 16. Chains come best first. What it returns is
 * good until the next call.
 */
export function chainRuns(runs: RunList, limits: ChainLimits): ChainList {
  const { count } = runs;
  const scores = scoresScratch.take(count);
  const before = beforeScratch.take(count);
  linkRuns(runs, limits, scores, before);

  const used = usedScratch.take(count);
  used.fill(0, 0, count);
  if (keys.length < count || keys.length > 2 ** 20) keys = new Float64Array(Math.max(256, 2 * count));
  for (let row = 0; row < count; row += 1) keys[row] = (MOST_SCORE - (scores[row] ?? 0)) * KEY_ROOM + row;
  if (count > 1) keys.subarray(0, count).sort();

  chains.members = memberScratch.take(count);
  chains.starts = startScratch.take(count + 1);
  chains.scores = chainScoreScratch.take(count);
  chains.count = 0;
  let written = 0;
  for (let at = 0; at < count; at += 1) {
    const key = keys[at] ?? 0;
    const last = key - Math.floor(key / KEY_ROOM) * KEY_ROOM;
    if (used[last] === 1) continue;
    const first = written;
    let member = last;
    while (member >= 0 && used[member] !== 1) {
      used[member] = 1;
      chains.members[written] = member;
      written += 1;
      member = before[member] ?? -1;
    }
    chains.members.subarray(first, written).reverse();
    chains.starts[chains.count] = first;
    chains.scores[chains.count] = (scores[last] ?? 0) - (member < 0 ? 0 : (scores[member] ?? 0));
    chains.count += 1;
  }
  chains.starts[chains.count] = written;
  return chains;
}

/** Finds the best chain that ends with each run: its score, and the run before the last. */
function linkRuns(runs: RunList, limits: ChainLimits, scores: Int32Array, before: Int32Array): void {
  const { count, a, b, length } = runs;
  // The furthest place in `a` that any run up to this one reaches: where the search may stop.
  const reach = reachScratch.take(count);
  const isCrowded = count > PREDECESSORS;
  const lastA = count === 0 ? 0 : (a[count - 1] ?? 0);
  /** One more than the last run on each diagonal; only kept where it may be asked for. */
  const lastOn = isCrowded ? diagonalScratch.take(lastA + furthestIn(b, count) + 2 * DIAGONALS + 1) : reach;
  let furthest = 0;
  let low = 0;
  for (let index = 0; index < count; index += 1) {
    const runA = a[index] ?? 0;
    const words = length[index] ?? 0;
    while (low < index && (reach[low] ?? 0) + limits.gap < runA) low += 1;
    scores[index] = words * WORD_SCORE;
    before[index] = -1;
    const first = Math.max(low, index - PREDECESSORS);
    for (let earlier = index - 1; earlier >= first; earlier -= 1) follow(runs, limits, scores, before, earlier, index);
    if (isCrowded) {
      const diagonal = (b[index] ?? 0) - runA + lastA + DIAGONALS;
      const isCutOff = first > low;
      const end = isCutOff ? diagonal + DIAGONALS : -1;
      for (let near = diagonal - DIAGONALS; near <= end; near += 1) {
        const earlier = (lastOn[near] ?? 0) - 1;
        if (earlier >= low && earlier < first) follow(runs, limits, scores, before, earlier, index);
      }
      lastOn[diagonal] = index + 1;
    }
    furthest = Math.max(furthest, runA + words);
    reach[index] = furthest;
  }
  if (!isCrowded) return;
  for (let index = 0; index < count; index += 1) lastOn[(b[index] ?? 0) - (a[index] ?? 0) + lastA + DIAGONALS] = 0;
}

function furthestIn(places: Int32Array, count: number): number {
  let furthest = 0;
  for (let at = 0; at < count; at += 1) furthest = Math.max(furthest, places[at] ?? 0);
  return furthest;
}

/** Makes one run follow an earlier one if that is the best chain for it so far. */
function follow(
  { a, b, length }: RunList,
  limits: ChainLimits,
  scores: Int32Array,
  before: Int32Array,
  earlier: number,
  index: number,
): void {
  const aBefore = a[earlier] ?? 0;
  const bBefore = b[earlier] ?? 0;
  const lengthBefore = length[earlier] ?? 0;
  const runA = a[index] ?? 0;
  const runB = b[index] ?? 0;
  const gapA = runA - aBefore - lengthBefore;
  const gapB = runB - bBefore - lengthBefore;
  if (gapA > limits.gap || gapB > limits.gap || runA <= aBefore || runB <= bBefore) return;
  const shift = gapA > gapB ? gapA - gapB : gapB - gapA;
  if (shift > limits.shift) return;
  const least = gapA < gapB ? gapA : gapB;
  const overlap = least < 0 ? -least : 0;
  const words = length[index] ?? 0;
  if (overlap * 2 > words) return;
  const gap = (gapA > gapB ? gapA : gapB) + overlap;
  let cost =
    GAP_COST * (gap < DEAREST_GAP ? gap : DEAREST_GAP) + SHIFT_COST * (shift < DEAREST_SHIFT ? shift : DEAREST_SHIFT);
  if (gap <= NEAR_GAP && overlap === 0) {
    const shorter = (words < lengthBefore ? words : lengthBefore) * WORD_SCORE;
    if (cost >= shorter) cost = shorter - 1;
  }
  const score = (scores[earlier] ?? 0) + (words - overlap) * WORD_SCORE - cost;
  if (score <= (scores[index] ?? 0)) return;
  scores[index] = score;
  before[index] = earlier;
}
