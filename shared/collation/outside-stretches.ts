/** What another program found between two documents, made into copied stretches where our own aligner sees little. */
import type { TokenRange } from '#shared/text/tokens.ts';
import { alignInto } from './align.ts';
import { turnAlignment, type Alignment, type CopiedStretch, type EquivalentPhrases } from './alignment.ts';
import type { Equivalents } from './equivalents.ts';
import type { IndexedDocument } from './indexed-document.ts';
import { Line, SAME } from './line.ts';
import type { Run } from './run.ts';
import { maskedWords } from './run-finder.ts';

/** Words of two documents that are said to be each other's copies. */
export interface OutsideSpans {
  readonly inA: TokenRange;
  readonly inB: TokenRange;
}

/** Of the shorter span's words this share must be in both, and this many: words that hardly agree say nothing. */
const LEAST_AGREEMENT = 0.5;
const LEAST_WORDS = 3;

/** Spans of more cells (some 700 words by 700) in which our own aligner sees little are not aligned. */
const MOST_CELLS = 500_000;

/** What stands for a word of page furniture: numbers of no word, and such that no two of one side make one of the other (`isJoined`). */
const FURNITURE_OF_A = 96;
const FURNITURE_OF_B = 32;

const line = new Line();

/** Of the words of both spans this share must lie in stretches of ours, and ours is taken for the whole answer. */
const OWN_SHARE = 0.5;

/**
 * The alignment of two documents with a stretch for each pair of spans of which our own stretches hold less than half,
 * the longest first. What ours hold there is taken into the new one, if that one has no fewer words in common; else
 * ours stay as they are. Both documents see the same alignment, as with our own.
 */
export function withOutsideStretches(
  a: IndexedDocument,
  b: IndexedDocument,
  alignment: Alignment,
  spans: readonly OutsideSpans[],
  equivalents: Equivalents,
): Alignment {
  if (a.id > b.id) {
    const turned = spans.map(({ inA, inB }) => ({ inA: inB, inB: inA }));
    return turnAlignment(withOutsideStretches(b, a, turnAlignment(alignment), turned, equivalents));
  }
  let { stretches } = alignment;
  const longestFirst = spans.toSorted(
    (one, other) => lengthOf(other) - lengthOf(one) || one.inA.from - other.inA.from || one.inB.from - other.inB.from,
  );
  for (const both of longestFirst) {
    const within = stretches.filter((stretch) => reachesInto(stretch, both));
    if (holdsMost(within, both)) continue;
    const stretch = alignSpans(a, b, unitedWith(both, within), equivalents);
    if (stretch === undefined || stretch.words < within.reduce((sum, { words }) => sum + words, 0)) continue;
    stretches = [...stretches.filter((one) => !within.includes(one)), stretch];
  }
  if (stretches === alignment.stretches) return alignment;
  return { stretches: stretches.toSorted((one, other) => one.fromA - other.fromA || one.fromB - other.fromB) };
}

function lengthOf({ inA, inB }: OutsideSpans): number {
  return inA.to - inA.from + inB.to - inB.from;
}

function reachesInto({ fromA, toA, fromB, toB }: CopiedStretch, { inA, inB }: OutsideSpans): boolean {
  return fromA < inA.to && inA.from < toA && fromB < inB.to && inB.from < toB;
}

/** A stretch that may be a stock phrase says nothing against what somebody else found. */
function holdsMost(stretches: readonly CopiedStretch[], both: OutsideSpans): boolean {
  const { inA, inB } = both;
  let held = 0;
  for (const { fromA, toA, fromB, toB, isCandidate } of stretches) {
    if (isCandidate === true) continue;
    held += Math.min(toA, inA.to) - Math.max(fromA, inA.from) + Math.min(toB, inB.to) - Math.max(fromB, inB.from);
  }
  return held >= OWN_SHARE * lengthOf(both);
}

function unitedWith({ inA, inB }: OutsideSpans, stretches: readonly CopiedStretch[]): OutsideSpans {
  return {
    inA: {
      from: Math.min(inA.from, ...stretches.map(({ fromA }) => fromA)),
      to: Math.max(inA.to, ...stretches.map(({ toA }) => toA)),
    },
    inB: {
      from: Math.min(inB.from, ...stretches.map(({ fromB }) => fromB)),
      to: Math.max(inB.to, ...stretches.map(({ toB }) => toB)),
    },
  };
}

/** The best stretch inside two spans; words of page furniture match nothing, as always. */
function alignSpans(
  a: IndexedDocument,
  b: IndexedDocument,
  { inA, inB }: OutsideSpans,
  equivalents: Equivalents,
): CopiedStretch | undefined {
  line.clear();
  alignInto(
    line,
    {
      a: maskedWords(a, FURNITURE_OF_A),
      b: maskedWords(b, FURNITURE_OF_B),
      fromA: inA.from,
      toA: inA.to,
      fromB: inB.from,
      toB: inB.to,
      freeStart: true,
      freeEnd: true,
    },
    equivalents,
    MOST_CELLS,
  );
  const runs: Run[] = [];
  const phrases: EquivalentPhrases[] = [];
  let words = 0;
  let agreeing = 0;
  for (let item = 0; item < line.count; item += 1) {
    const fromA = line.a[item] ?? 0;
    const fromB = line.b[item] ?? 0;
    const length = line.lengthA[item] ?? 0;
    agreeing += length;
    if (line.kind[item] === SAME) {
      runs.push({ a: fromA, b: fromB, length });
      words += length;
    } else phrases.push({ fromA, toA: line.endA(item), fromB, toB: line.endB(item) });
  }
  const shorter = Math.min(inA.to - inA.from, inB.to - inB.from);
  if (words < LEAST_WORDS || agreeing < LEAST_AGREEMENT * shorter) return undefined;
  return {
    runs,
    ...(phrases.length > 0 && { equivalents: phrases }),
    words,
    fromA: line.a[0] ?? 0,
    toA: line.endA(line.count - 1),
    fromB: line.b[0] ?? 0,
    toB: line.endB(line.count - 1),
  };
}
