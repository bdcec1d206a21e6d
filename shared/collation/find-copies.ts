import type { Span } from '#shared/text/span.ts';
import { tokensIn, type TokenRange } from '#shared/text/tokens.ts';
import { joinParts, type CopyInParts, type Piece } from './broken-copy.ts';
import type { CollatedDocuments } from './collated-documents.ts';
import type { Copies } from './copies.ts';
import { type CopySearch, createCopySearch, lengthOf } from './copy-search.ts';
import { LINK_WORDS } from './prints.ts';
import type { IndexedDocument } from './indexed-document.ts';
import { compareIds } from './id-order.ts';
import { type Phrase, selfOverlaps } from './phrase.ts';
import { placed } from './placed-stretch.ts';
import { projectRange } from './project.ts';
import type { Projection } from './projection.ts';
import { findResembling } from './resemblance.ts';

/** A span found by resemblance alone, in a document that shares no long run, must be this much like it. */
const RESEMBLING_COVERAGE = 0.6;

/**
 * What tagging a span of a document would do. Copies are always projected from this span, never from
 * another copy of it (a star, so that errors cannot add up).
 */
export function findCopies(collection: CollatedDocuments, id: string, span: Span): Copies {
  const own = collection.get(id);
  const range = tokensIn(own.tokens, span);
  const search = createCopySearch(own, span, range);
  const words = own.words.subarray(range.from, range.to);
  if (words.length === 0) return search.done();
  const isFurniture = isAllFurniture(own, range);

  const phrases = collection.words.find(own, range);
  const shifts = selfOverlaps(words);
  if (!isFurniture) {
    const copies = projectOntoLinked(collection, own, range);
    // In a text that repeats itself the place on the diagonal is the copy; other places come after.
    for (const { document, copy } of copies) {
      if (copy.isExact) search.take(document, copy);
    }
    if (words.length >= LINK_WORDS) {
      for (const phrase of phrases) {
        for (const place of freePlaces(phrase, words, shifts, search)) {
          if (!isAllFurniture(phrase.document, place)) search.takeExact(phrase.document, place);
        }
      }
    }
    for (const { document, copy } of copies) {
      if (!copy.isExact) search.take(document, copy);
    }
    const resembling = findResembling(collection, own, range, (document, word) =>
      search.isFree(document, { from: word, to: word + 1 }),
    );
    const best = joinAll(collection, own, range, resembling)
      .filter(({ copy }) => isCloseEnough(copy))
      .toSorted((one, other) => other.copy.covered - one.copy.covered || order(one, other));
    for (const { document, copy } of best) search.take(document, copy);
  }
  for (const phrase of phrases) {
    for (const place of freePlaces(phrase, words, shifts, search)) {
      search.list(phrase.document, place, isFurniture || isAllFurniture(phrase.document, place));
    }
  }
  return search.done();
}

/**
 * The places of a phrase that nothing has taken yet, one at a time. Of those that overlap one another only the leftmost is
 * known: where something lies in its way, the next one is taken.
 * @param shifts `selfOverlaps` of the words
 */
function* freePlaces(
  { document, places }: Phrase,
  words: Int32Array,
  shifts: readonly number[],
  search: CopySearch,
): Generator<TokenRange> {
  const isFree = (from: number): boolean => search.isFree(document, { from, to: from + words.length });
  for (const first of places) {
    const from = [first, ...shifts.map((shift) => first + shift)].find(
      (place) => isFree(place) && (place === first || standsAt(document.words, words, place)),
    );
    if (from !== undefined) yield { from, to: from + words.length };
  }
}

function standsAt(text: Int32Array, words: Int32Array, from: number): boolean {
  return from + words.length <= text.length && words.every((word, ahead) => text[from + ahead] === word);
}

/** A copy with the document that it stands in. */
interface Found {
  readonly document: IndexedDocument;
  readonly copy: CopyInParts;
}

function order(one: Found, other: Found): number {
  return (
    compareIds(one.document.id, other.document.id) || (one.copy.parts[0]?.from ?? 0) - (other.copy.parts[0]?.from ?? 0)
  );
}

function isCloseEnough({ parts, covered, matched }: CopyInParts): boolean {
  return matched >= LINK_WORDS - 1 && covered >= RESEMBLING_COVERAGE * lengthOf(parts);
}

function isAllFurniture(document: IndexedDocument, range: TokenRange): boolean {
  for (let at = range.from; at < range.to; at += 1) if (document.furniture[at] !== 1) return false;
  return true;
}

/** The span's copies along all copied stretches, document by document, the fullest first. */
function projectOntoLinked(collection: CollatedDocuments, own: IndexedDocument, range: TokenRange): readonly Found[] {
  return collection.pairs.linkedTo(own, range).flatMap((document) => {
    const pair = { a: own, b: document, equivalents: collection.equivalents };
    const projections: Projection[] = [];
    const pieces: Piece[] = [];
    for (const stretch of placed(pair, collection.pairs.align(own, document).stretches, range)) {
      projections.push(...projectRange(pair, stretch, range));
      // Followed beyond its ends, a stretch may run into what another holds: as a part it is taken as it is.
      const piece = { from: Math.max(range.from, stretch.fromA), to: Math.min(range.to, stretch.toA) };
      if (piece.to - piece.from >= range.to - range.from) continue;
      for (const projection of projectRange(pair, stretch, piece)) pieces.push({ projection, stretch });
    }
    return joinParts(pair, range, projections, pieces).map((copy) => ({ document, copy }));
  });
}

/** Projections onto several documents, those onto one document put together. */
function joinAll(
  collection: CollatedDocuments,
  own: IndexedDocument,
  range: TokenRange,
  found: readonly { readonly document: IndexedDocument; readonly projection: Projection }[],
): readonly Found[] {
  // By slot: the same document may come as two objects where it is read from disk.
  const bySlot = new Map<number, { readonly document: IndexedDocument; readonly projections: Projection[] }>();
  for (const { document, projection } of found) {
    const known = bySlot.get(document.slot);
    if (known === undefined) bySlot.set(document.slot, { document, projections: [projection] });
    else known.projections.push(projection);
  }
  return [...bySlot.values()].flatMap(({ document, projections }) => {
    const pair = { a: own, b: document, equivalents: collection.equivalents };
    return joinParts(pair, range, projections).map((copy) => ({ document, copy }));
  });
}
