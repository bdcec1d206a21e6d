/** What another program found between two documents, made into copied stretches where our own aligner has none. */
import type { TokenRange } from '#shared/text/tokens.ts';
import { alignInto } from './align.ts';
import { turnAlignment, type Alignment, type CopiedStretch, type EquivalentPhrases } from './alignment.ts';
import type { Equivalents } from './equivalents.ts';
import type { IndexedDocument } from './indexed-document.ts';
import { Line, SAME } from './line.ts';
import type { Run } from './run.ts';
import { maskedWords, OTHER_FURNITURE, OWN_FURNITURE } from './run-finder.ts';

/** Words of two documents that are said to be each other's copies. */
export interface OutsideSpans {
  readonly inA: TokenRange;
  readonly inB: TokenRange;
}

/** Of the shorter span's words this share must be in both, and this many: words that hardly agree say nothing. */
const LEAST_AGREEMENT = 0.5;
const LEAST_WORDS = 3;

/** Spans of more cells (some 700 words by 700) without a run of our own in them are not aligned. */
const MOST_CELLS = 500_000;

const line = new Line();

/**
 * The alignment of two documents with a stretch more for each pair of spans that none of its stretches reaches into on
 * both sides, the longest first. Both documents see the same alignment, as with our own.
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
  const stretches = [...alignment.stretches];
  const longestFirst = spans.toSorted(
    (one, other) => lengthOf(other) - lengthOf(one) || one.inA.from - other.inA.from || one.inB.from - other.inB.from,
  );
  for (const both of longestFirst) {
    if (stretches.some((stretch) => reachesInto(stretch, both))) continue;
    const stretch = alignSpans(a, b, both, equivalents);
    if (stretch !== undefined) stretches.push(stretch);
  }
  if (stretches.length === alignment.stretches.length) return alignment;
  return { stretches: stretches.sort((one, other) => one.fromA - other.fromA || one.fromB - other.fromB) };
}

function lengthOf({ inA, inB }: OutsideSpans): number {
  return inA.to - inA.from + inB.to - inB.from;
}

function reachesInto({ fromA, toA, fromB, toB }: CopiedStretch, { inA, inB }: OutsideSpans): boolean {
  return fromA < inA.to && inA.from < toA && fromB < inB.to && inB.from < toB;
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
      a: maskedWords(a, OWN_FURNITURE),
      b: maskedWords(b, OTHER_FURNITURE),
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
