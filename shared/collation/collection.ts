import type { CollationDocument } from './copies.ts';
import { type Equivalents, noEquivalents } from './equivalents.ts';
import { indexDocument, type IndexedDocument } from './indexed-document.ts';
import { createPairs, type Pairs } from './pairs.ts';
import { createWordIndex, type WordIndex } from './word-index.ts';

/** What copies are looked for in, wherever it is kept. */
export interface CollatedDocuments {
  /** Words that editors put for one another; they weigh in alignment. */
  readonly equivalents: Equivalents;
  readonly pairs: Pick<Pairs, 'linkedTo' | 'align'>;
  readonly words: Pick<WordIndex, 'find'>;
  /** The document of that id; a bug in the caller if there is none. */
  get(id: string): IndexedDocument;
}

/** Documents in memory, with everything that is kept about them. */
export interface Collection extends CollatedDocuments {
  readonly pairs: Pairs;
  readonly words: WordIndex;
  add(document: CollationDocument): void;
  remove(id: string): void;
  has(id: string): boolean;
  all(): Iterable<IndexedDocument>;
}

/** A collection without documents. */
export function createCollection(equivalents: Equivalents = noEquivalents): Collection {
  const pairs = createPairs(equivalents);
  const words = createWordIndex();
  const documents = new Map<string, IndexedDocument>();
  let nextSlot = 0;

  function remove(id: string): void {
    const document = documents.get(id);
    if (document === undefined) return;
    documents.delete(id);
    pairs.remove(document);
    words.remove(document);
  }

  return {
    equivalents,
    pairs,
    words,
    add(document) {
      remove(document.id);
      const indexed = indexDocument(document, nextSlot);
      nextSlot += 1;
      documents.set(document.id, indexed);
      pairs.add(indexed);
      words.add(indexed);
    },
    remove,
    get(id) {
      const document = documents.get(id);
      if (document === undefined) throw new Error(`no document ${id} in the collection`);
      return document;
    },
    has: (id) => documents.has(id),
    all: () => documents.values(),
  };
}
