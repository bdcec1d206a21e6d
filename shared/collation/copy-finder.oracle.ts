import type { Span } from '#shared/text/span.ts';
import type { TokenRange } from '#shared/text/tokens.ts';
import { createAligner, type Alignment } from './alignment.ts';
import type { CollatedDocuments } from './collated-documents.ts';
import type { CollationDocument, Copies } from './copies.ts';
import { noEquivalents, type Equivalents } from './equivalents.ts';
import { findCopies } from './find-copies.ts';
import { compareIds } from './id-order.ts';
import { indexDocument, type IndexedDocument } from './indexed-document.ts';
import type { Phrase } from './phrase.ts';
import { LINK_WORDS } from './prints.ts';
import type { InsertionCandidate } from './variant-candidates.ts';
import { findInsertions, findVariants } from './variant-finding.ts';
import type { Variant } from './variants.ts';

/**
 * Copy finding without an index: every pair of documents is read word by word. What the index is tested against, and
 * what tests of matching and projection work with. Offsets: UTF-16.
 */
export interface CopyFinder {
  /** Adds a document; one of the same id is replaced. */
  add(document: CollationDocument): void;
  /** Removes a document; does nothing if it is not there. */
  remove(id: string): void;
  /** What tagging the span would do. The span must have passed `checkSpan`. */
  copiesOf(id: string, span: Span): Copies;
  /** Where two documents differ, as seen from the first, in the order of the text. */
  variants(id: string, against: string): readonly Variant[];
  /** What a document has and none of the given others has at that place, in the order of the text. */
  insertions(id: string, against: readonly string[]): readonly InsertionCandidate[];
}

/** A finder without documents. */
export function createCopyFinder(equivalents?: Equivalents): CopyFinder {
  const collection = createCollection(equivalents);
  return {
    add: (document) => collection.add(document),
    remove: (id) => collection.remove(id),
    copiesOf: (id, span) => findCopies(collection, id, span),
    variants: (id, against) => findVariants(collection, id, against),
    insertions: (id, against) => findInsertions(collection, id, against),
  };
}

/** Documents in memory. */
export interface Collection extends CollatedDocuments {
  add(document: CollationDocument): void;
  remove(id: string): void;
}

export function createCollection(equivalents: Equivalents = noEquivalents): Collection {
  const documents = new Map<string, IndexedDocument>();
  const alignments = new WeakMap<IndexedDocument, WeakMap<IndexedDocument, Alignment>>();
  let nextSlot = 1;

  const align = (a: IndexedDocument, b: IndexedDocument): Alignment => {
    const known = alignments.get(a) ?? new WeakMap<IndexedDocument, Alignment>();
    alignments.set(a, known);
    const alignment = known.get(b) ?? createAligner(a, equivalents).align(b);
    known.set(b, alignment);
    return alignment;
  };

  const phrases = (own: IndexedDocument, { from, to }: TokenRange): readonly Phrase[] =>
    [...documents.values()]
      .flatMap((document): readonly Phrase[] => {
        const places = naivePlaces(document.words, own.words.slice(from, to));
        return places.length === 0 ? [] : [{ document, places }];
      })
      .toSorted((one, other) => compareIds(one.document.id, other.document.id));

  return {
    equivalents,
    pairs: {
      linkedTo: (own) =>
        [...documents.values()]
          .filter((other) => other !== own && sharesRun(own, other, LINK_WORDS))
          .toSorted((one, other) => compareIds(one.id, other.id)),
      align,
    },
    words: {
      findRare: (own, range, most) => {
        const found = phrases(own, range);
        return found.length > most ? [] : found;
      },
      find: phrases,
    },
    add: (document) => {
      documents.set(document.id, indexDocument(document, nextSlot));
      nextSlot += 1;
    },
    remove: (id) => documents.delete(id),
    get: (id) => {
      const document = documents.get(id);
      if (document === undefined) throw new Error(`no document ${id} in the collection`);
      return document;
    },
  };
}

/** Whether two documents share `least` words in a row outside page furniture, by reading each pair of words once. */
export function sharesRun(a: IndexedDocument, b: IndexedDocument, least: number): boolean {
  for (let diagonal = 1 - a.words.length; diagonal < b.words.length; diagonal += 1) {
    let length = 0;
    const end = Math.min(a.words.length, b.words.length - diagonal);
    for (let at = Math.max(0, -diagonal); at < end; at += 1) {
      const isFurniture = a.furniture[at] === 1 || b.furniture[at + diagonal] === 1;
      length = !isFurniture && a.words[at] === b.words[at + diagonal] ? length + 1 : 0;
      if (length >= least) return true;
    }
  }
  return false;
}

function naivePlaces(text: Int32Array, words: Int32Array): readonly number[] {
  const places: number[] = [];
  for (let at = 0; words.length > 0 && at + words.length <= text.length; at += 1) {
    if (!words.every((word, ahead) => text[at + ahead] === word)) continue;
    places.push(at);
    at += words.length - 1;
  }
  return places;
}
