/**
 * The only door from the quality figures to the engine that is measured. Every pair is treated as linked ("pair
 * given", as in the reference evaluation): what is measured is matching and projection, not the choice of pairs.
 */
import { alignPair } from '#shared/collation/alignment.ts';
import { createCollection, type Collection } from '#shared/collation/copy-finder.oracle.ts';
import { defaultEquivalents } from '#shared/collation/default-equivalents.ts';
import { createEquivalents } from '#shared/collation/equivalents.ts';
import { findCopies } from '#shared/collation/find-copies.ts';
import type { IndexedDocument } from '#shared/collation/indexed-document.ts';
import type { Span } from '#shared/text/span.ts';
import { createDetection } from './detection.ts';
import type { PassagePair } from './gold.ts';

export const name = 'ours';

/** Collections made lately: spans are projected many times between the same two texts. */
let last: { readonly a: string; readonly b: string; readonly collection: Collection } | undefined;

function collectionOf(a: string, b: string): Collection {
  if (last?.a === a && last.b === b) return last.collection;
  const collection = createCollection(createEquivalents(defaultEquivalents));
  collection.add({ id: 'a', text: a });
  collection.add({ id: 'b', text: b });
  last = { a, b, collection };
  return collection;
}

/** Every passage that both texts have; UTF-16. */
export function pairPassages(a: string, b: string): readonly PassagePair[] {
  const collection = collectionOf(a, b);
  const one = collection.get('a');
  const other = collection.get('b');
  return alignPair(one, other, collection.equivalents)
    .stretches.filter(({ isRepeat }) => isRepeat !== true)
    .map((stretch) => ({
      a: wordSpan(one, stretch.fromA, stretch.toA),
      b: wordSpan(other, stretch.fromB, stretch.toB),
    }));
}

function wordSpan({ tokens }: IndexedDocument, from: number, to: number): Span {
  return { start: tokens.starts[from] ?? 0, end: tokens.ends[to - 1] ?? 0 };
}

/** True when the engine by itself would link the two texts at import. */
export function wouldLink(a: string, b: string): boolean {
  const detection = createDetection();
  detection.add({ id: 'a', text: a });
  return detection.add({ id: 'b', text: b }) > 0;
}

/** An occurrence of a span of `a` in `b`: its ranges in order, and whether it counts without being asked about. */
export interface ProjectedSpan {
  readonly ranges: readonly Span[];
  readonly isTagged: boolean;
}

/** Where a span of `a` stands in `b`, as tagging it would say. */
export function occurrencesIn(a: string, b: string, span: Span): readonly ProjectedSpan[] {
  return findCopies(collectionOf(a, b), 'a', span)
    .occurrences.filter(({ document }) => document === 'b')
    .map(({ start, end, ranges, status }) => ({
      ranges: ranges ?? [{ start, end }],
      isTagged: status === 'exact' || status === 'edited',
    }));
}

/** Every range of `b` that is a copy of the span, or null if there is none. */
export function project(a: string, b: string, span: Span): readonly Span[] | null {
  const ranges = occurrencesIn(a, b, span).flatMap((occurrence) => occurrence.ranges);
  return ranges.length === 0 ? null : ranges;
}
