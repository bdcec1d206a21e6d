import type { CollationDocument } from './copies.ts';
import { indexDocument, type IndexedDocument } from './indexed-document.ts';
import { createPairs, type Pairs } from './pairs.ts';
import { createVocabulary, type Vocabulary } from './vocabulary.ts';
import { createWordIndex, type WordIndex } from './word-index.ts';

/** The documents in which copies are looked for, with everything that is kept about them. */
export interface Collection {
  readonly vocabulary: Vocabulary;
  readonly pairs: Pairs;
  readonly words: WordIndex;
  add(document: CollationDocument): void;
  remove(id: string): void;
  /** The document of that id; a bug in the caller if there is none. */
  get(id: string): IndexedDocument;
  has(id: string): boolean;
  all(): Iterable<IndexedDocument>;
}

export function createCollection(): Collection {
  const vocabulary = createVocabulary();
  const pairs = createPairs(vocabulary);
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
    vocabulary,
    pairs,
    words,
    add(document) {
      remove(document.id);
      const indexed = indexDocument(document, nextSlot, vocabulary);
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
