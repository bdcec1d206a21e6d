import type { Run } from './run.ts';

/** Runs in order in both documents that together are one copied stretch. */
export interface Chain {
  /** In order; overlaps between neighbours are already cut off. */
  readonly runs: readonly Run[];
  /** The same runs before overlaps were cut off. */
  readonly whole: readonly Run[];
  /** Matched words. */
  readonly words: number;
  /** Matched words less the penalties for gaps. */
  readonly score: number;
}

/** How far apart two runs of one chain may stand, in words. */
export interface ChainLimits {
  /** Longest gap in either document. */
  readonly gap: number;
  /** Largest difference between the gap in one document and in the other. */
  readonly shift: number;
}

const USUAL_LIMITS: ChainLimits = { gap: 24, shift: 16 };

/** Pairs that share much are one story: there a paragraph may have been put in or taken out. */
const CLOSE_LIMITS: ChainLimits = { gap: 60, shift: 60 };
const CLOSE_WORDS = 200;
const LONG_RUN = 8;

const GAP_COST = 0.35;
const SHIFT_COST = 0.2;

/** Predecessors tried for each run; beyond it the text repeats itself and the nearest serve. */
const PREDECESSORS = 64;

/** The limits that suit a pair which shares these runs. */
export function limitsFor(runs: readonly Run[]): ChainLimits {
  const shared = runs.reduce((sum, run) => sum + (run.length >= LONG_RUN ? run.length : 0), 0);
  return shared > CLOSE_WORDS ? CLOSE_LIMITS : USUAL_LIMITS;
}

/**
 * Puts each run into exactly one chain: sparse dynamic programming over runs sorted by place, where
 * a chain's score is its matched words less 0.35 for each word of a gap and 0.2 for each word by
 * which the two gaps differ. Chains come best first.
 */
export function chainRuns(runs: readonly Run[], limits: ChainLimits): readonly Chain[] {
  const scores = new Float64Array(runs.length);
  const before = new Int32Array(runs.length).fill(-1);
  for (let index = 0; index < runs.length; index += 1) {
    const run = runs[index];
    if (run === undefined) continue;
    scores[index] = run.length;
    const first = Math.max(0, index - PREDECESSORS);
    for (let earlier = index - 1; earlier >= first; earlier -= 1) {
      const previous = runs[earlier];
      if (previous === undefined) continue;
      const gained = joinGain(previous, run, limits);
      if (gained === undefined) continue;
      const score = (scores[earlier] ?? 0) + gained;
      if (score > (scores[index] ?? 0)) {
        scores[index] = score;
        before[index] = earlier;
      }
    }
  }

  const order = [...scores.keys()].sort((one, other) => (scores[other] ?? 0) - (scores[one] ?? 0) || one - other);
  const used = new Uint8Array(runs.length);
  const chains: Chain[] = [];
  for (const last of order) {
    if (used[last] === 1) continue;
    const members: Run[] = [];
    let at = last;
    let floor = 0;
    while (at >= 0) {
      if (used[at] === 1) {
        floor = scores[at] ?? 0;
        break;
      }
      used[at] = 1;
      const run = runs[at];
      if (run !== undefined) members.push(run);
      at = before[at] ?? -1;
    }
    const whole = members.reverse();
    const kept = cutOverlaps(whole);
    chains.push({
      runs: kept,
      whole,
      words: kept.reduce((sum, run) => sum + run.length, 0),
      score: (scores[last] ?? 0) - floor,
    });
  }
  return chains;
}

/** What a run adds to a chain that ends with `previous`; undefined if it cannot follow it. */
function joinGain(previous: Run, run: Run, limits: ChainLimits): number | undefined {
  const gapA = run.a - (previous.a + previous.length);
  const gapB = run.b - (previous.b + previous.length);
  if (gapA > limits.gap || gapB > limits.gap) return undefined;
  const overlap = Math.max(0, -gapA, -gapB);
  if (overlap * 2 > run.length || run.a <= previous.a || run.b <= previous.b) return undefined;
  const shift = Math.abs(gapA - gapB);
  if (shift > limits.shift) return undefined;
  const gap = Math.max(gapA + overlap, gapB + overlap);
  return run.length - overlap - GAP_COST * gap - SHIFT_COST * shift;
}

function cutOverlaps(runs: readonly Run[]): readonly Run[] {
  const kept: Run[] = [];
  let endA = 0;
  let endB = 0;
  for (const run of runs) {
    const cut = Math.max(0, endA - run.a, endB - run.b);
    if (cut >= run.length) continue;
    const rest = { a: run.a + cut, b: run.b + cut, length: run.length - cut };
    kept.push(rest);
    endA = rest.a + rest.length;
    endB = rest.b + rest.length;
  }
  return kept;
}
