import { compareSpans } from '#shared/text/span.ts';
import type { TokenRange } from '#shared/text/tokens.ts';
import type { Collection } from './collection.ts';
import type { Place, SharedStretch } from './copies.ts';
import type { IndexedDocument } from './indexed-document.ts';
import { compareIds } from './pairs.ts';
import { gatherStars, type Ray } from './star.ts';
import { createWordMarks } from './word-marks.ts';

/** Everything one document shares with others, as rays from it. */
export function raysFrom(collection: Collection, own: IndexedDocument): readonly Ray[] {
  return collection.pairs.linkedTo(own).flatMap((document) =>
    collection.pairs.align(own, document).stretches.map((stretch) => ({
      own: { from: stretch.fromA, to: stretch.toA },
      document,
      range: { from: stretch.fromB, to: stretch.toB },
      words: stretch.words,
    })),
  );
}

/**
 * The stretches of a document that stand elsewhere too, by start, the longer first. A stretch inside
 * a longer one is kept when other documents have only that much of it.
 */
export function findSharedStretches(collection: Collection, id: string): readonly SharedStretch[] {
  const own = collection.get(id);
  return gatherStars(raysFrom(collection, own))
    .map((star) => ({
      ...wordSpan(own, star.own),
      elsewhere: star.rays.map((ray) => placeOf(ray.document, ray.range)).sort(comparePlaces),
    }))
    .sort(compareSpans);
}

/** 0…1: the share of a document's words that stand in some other document too. */
export function findSharedShare(collection: Collection, id: string): number {
  const own = collection.get(id);
  if (own.words.length === 0) return 0;
  const marks = createWordMarks(own.words.length);
  for (const document of collection.pairs.linkedTo(own)) {
    for (const stretch of collection.pairs.align(own, document).stretches) {
      for (const run of stretch.runs) marks.add({ from: run.a, to: run.a + run.length });
    }
  }
  return marks.count() / own.words.length;
}

/** The characters of a row of words. */
export function wordSpan(
  document: IndexedDocument,
  range: TokenRange,
): { readonly start: number; readonly end: number } {
  return {
    start: document.tokens.starts[range.from] ?? 0,
    end: document.tokens.ends[range.to - 1] ?? 0,
  };
}

/** A row of words as a place. */
export function placeOf(document: IndexedDocument, range: TokenRange): Place {
  return { document: document.id, ...wordSpan(document, range) };
}

/** Order of places: by document, then in the text. */
export function comparePlaces(one: Place, other: Place): number {
  return compareIds(one.document, other.document) || compareSpans(one, other);
}
