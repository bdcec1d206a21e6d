import { alignWords, joinRuns } from './align.ts';
import { hasSameBoundary } from './boundary.ts';
import { type Chain, chainRuns, limitsFor } from './chain.ts';
import { LINK_WORDS } from './fingerprint.ts';
import type { IndexedDocument } from './indexed-document.ts';
import { findRuns, matchBackward, matchForward, type Run } from './run.ts';
import { reachOf, suppressEchoes } from './suppress.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A copied stretch of a pair: which word of one document stands for which word of the other. */
export interface CopiedStretch {
  /** Matched words in order, in both documents. */
  readonly runs: readonly Run[];
  /** Matched words. */
  readonly words: number;
  readonly fromA: number;
  readonly toA: number;
  readonly fromB: number;
  readonly toB: number;
}

/** All copied stretches of a pair of documents, by place in the first. */
export interface Alignment {
  readonly stretches: readonly CopiedStretch[];
}

/** Words that a stretch without a run of `LINK_WORDS` needs, how many of them with a meaning, and its score. */
const LEAST_WORDS = 8;
const LEAST_CONTENT_WORDS = 4;
const LEAST_SCORE = 6;

/** How many edited words the end of a chain steps over, and how many must match again beyond them. */
const STEP_OVER = 3;
const STEP_MATCH = 2;

/** Aligns two linked documents: runs, chains, echoes dropped, ends extended, gaps aligned. */
export function alignPair(a: IndexedDocument, b: IndexedDocument, vocabulary: Vocabulary): Alignment {
  const runs = findRuns(a, b);
  const chains = chainRuns(runs, limitsFor(runs))
    .map((chain) => extendEnds(a, b, chain))
    .filter((chain) => isCopy(chain, a, vocabulary));
  const stretches = suppressEchoes(chains).map((chain) => fillGaps(a, b, chain, vocabulary));
  return {
    stretches: stretches.toSorted((one, other) => one.fromA - other.fromA || one.fromB - other.fromB),
  };
}

/** The same alignment seen from the second document. */
export function turnAlignment(alignment: Alignment): Alignment {
  const stretches = alignment.stretches.map((stretch) => ({
    runs: stretch.runs.map((run) => ({ a: run.b, b: run.a, length: run.length })),
    words: stretch.words,
    fromA: stretch.fromB,
    toA: stretch.toB,
    fromB: stretch.fromA,
    toB: stretch.toA,
  }));
  return { stretches: stretches.sort((one, other) => one.fromA - other.fromA || one.fromB - other.fromB) };
}

/** True when a chain is evidence of copying and not a row of stock words. */
function isCopy(chain: Chain, a: IndexedDocument, vocabulary: Vocabulary): boolean {
  if (chain.whole.some((run) => run.length >= LINK_WORDS)) return true;
  if (chain.words < LEAST_WORDS || chain.score < LEAST_SCORE) return false;
  let content = 0;
  for (const run of chain.runs) {
    for (let at = run.a; at < run.a + run.length; at += 1) {
      if (!vocabulary.isFunction(a.words[at] ?? 0)) content += 1;
    }
  }
  return content >= LEAST_CONTENT_WORDS;
}

function extendEnds(a: IndexedDocument, b: IndexedDocument, chain: Chain): Chain {
  const runs = [...chain.runs];
  let gained = 0;
  let score = chain.score;
  for (;;) {
    const { toA, toB } = reachOf({ runs });
    const next = stepAhead(a, b, toA, toB);
    if (next === undefined) break;
    runs.push(next);
    gained += next.length;
    score += next.length - (next.a - toA + (next.b - toB)) / 2;
  }
  for (;;) {
    const { fromA, fromB } = reachOf({ runs });
    const next = stepBack(a, b, fromA, fromB);
    if (next === undefined) break;
    runs.unshift(next);
    gained += next.length;
    const gap = fromA - next.a - next.length + (fromB - next.b - next.length);
    score += next.length - gap / 2;
  }
  return gained === 0 ? chain : { runs, whole: chain.whole, words: chain.words + gained, score };
}

/** The nearest run after a place, at most `STEP_OVER` words away in either document. */
function stepAhead(a: IndexedDocument, b: IndexedDocument, atA: number, atB: number): Run | undefined {
  for (const [overA, overB] of STEPS) {
    const length = matchForward(a, b, atA + overA, atB + overB);
    if (length >= STEP_MATCH) return { a: atA + overA, b: atB + overB, length };
  }
  // One word is enough if the sentence or the quotation ends with it in both.
  const isLast = matchForward(a, b, atA + 1, atB + 1, 1) === 1 && hasSameBoundary(a, atA + 2, b, atB + 2);
  return isLast ? { a: atA + 1, b: atB + 1, length: 1 } : undefined;
}

function stepBack(a: IndexedDocument, b: IndexedDocument, atA: number, atB: number): Run | undefined {
  for (const [overA, overB] of STEPS) {
    if (atA < overA || atB < overB) continue;
    const length = matchBackward(a, b, atA - overA, atB - overB, 0);
    if (length >= STEP_MATCH) {
      return { a: atA - overA - length, b: atB - overB - length, length };
    }
  }
  if (atA < 2 || atB < 2) return undefined;
  const isFirst = matchBackward(a, b, atA - 1, atB - 1, atA - 2) === 1 && hasSameBoundary(a, atA - 2, b, atB - 2);
  return isFirst ? { a: atA - 2, b: atB - 2, length: 1 } : undefined;
}

/** Every way to step over up to `STEP_OVER` words on either side, the fewest words first. */
const STEPS: readonly (readonly [number, number])[] = Array.from(
  { length: (STEP_OVER + 1) ** 2 },
  (_, index) => [Math.floor(index / (STEP_OVER + 1)), index % (STEP_OVER + 1)] as const,
).toSorted(
  (one, other) => one[0] + one[1] - other[0] - other[1] || Math.abs(one[0] - one[1]) - Math.abs(other[0] - other[1]),
);

function fillGaps(a: IndexedDocument, b: IndexedDocument, chain: Chain, vocabulary: Vocabulary): CopiedStretch {
  const runs: Run[] = [];
  let previous: Run | undefined;
  for (const run of chain.runs) {
    if (previous !== undefined) {
      const window = {
        a: a.words,
        b: b.words,
        fromA: previous.a + previous.length,
        toA: run.a,
        fromB: previous.b + previous.length,
        toB: run.b,
        freeStart: false,
        freeEnd: false,
      };
      runs.push(...alignWords(window, vocabulary));
    }
    runs.push(run);
    previous = run;
  }
  const joined = joinRuns(runs);
  const words = joined.reduce((sum, run) => sum + run.length, 0);
  return { runs: joined, words, ...reachOf({ runs: joined }) };
}
