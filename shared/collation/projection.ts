import type { TokenRange } from '#shared/text/tokens.ts';
import type { Equivalents } from './equivalents.ts';
import { guardValue, isGuardKept } from './guard.ts';
import type { IndexedDocument } from './indexed-document.ts';
import type { PlacedStretch } from './placed-stretch.ts';

/** Where a row of words of one document stands in another. */
export interface Projection {
  /** The span's words from the first to the last that the copy has. */
  readonly own: TokenRange;
  /** The copy's words. */
  readonly range: TokenRange;
  /** The copy's words from the first to the last that the span has too. */
  readonly core: TokenRange;
  /** Words of the span that the copy has too. */
  readonly matched: number;
  /** Words of the span that the copy has or has put other words for. */
  readonly covered: number;
  /** True when the copy has these words, in this order, and no other. */
  readonly isExact: boolean;
  /** False when a negation or a number was changed, added or left out. */
  readonly isGuardKept: boolean;
  /** The same of what lies between the matched words alone, whatever is missing at either end. */
  readonly isInsideGuardKept: boolean;
  /** Words of the copied stretch it lies in; none where that is only the same wording once more. */
  readonly context: number;
}

/** The documents between which a span is projected. */
export interface ProjectionPair {
  readonly a: IndexedDocument;
  readonly b: IndexedDocument;
  readonly equivalents: Equivalents;
}

/** The same, along one copied stretch. */
export interface StretchPair extends ProjectionPair {
  readonly stretch: PlacedStretch;
}

/** False when the two rows of words do not say the same numbers, or do not negate as often. */
export function keepsGuard(pair: ProjectionPair, inA: TokenRange, inB: TokenRange): boolean {
  if (inA.from >= inA.to && inB.from >= inB.to) return true;
  return isGuardKept(guards(pair.a, inA), guards(pair.b, inB));
}

function guards(document: IndexedDocument, range: TokenRange): readonly (string | undefined)[] {
  const values: (string | undefined)[] = [];
  for (let at = range.from; at < range.to; at += 1) {
    values.push(guardValue(document.tokens.words[at] ?? ''));
  }
  return values;
}
