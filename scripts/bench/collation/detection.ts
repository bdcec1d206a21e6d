/** Detection as an import does it, in memory. */
import { addingLimits, createDetector } from '#shared/collation/detection.ts';
import { createEquivalents } from '#shared/collation/equivalents.ts';
import { defaultEquivalents } from '#shared/collation/default-equivalents.ts';
import { indexDocument, type IndexedDocument } from '#shared/collation/indexed-document.ts';
import { printsOf } from '#shared/collation/prints.ts';
import type { Article } from './corpus.ts';
import { createMemoryPostings } from './memory-postings.ts';

/** Detection alone: words, fingerprints, look-up, alignment; in memory, no project file. */
export interface Detection {
  /** Holds an article against all earlier ones and keeps it; returns how many it is linked with. */
  add(article: Pick<Article, 'id' | 'text'>): number;
}

export function createDetection(): Detection {
  const documents: IndexedDocument[] = [];
  const postings = createMemoryPostings();
  const equivalents = createEquivalents(defaultEquivalents);
  const detector = createDetector({
    lookUp: postings.lookUp,
    document: (slot) => documents[slot],
    slots: () => documents.length + 1,
    equivalents,
  });
  return {
    add({ id, text }) {
      const slot = documents.length;
      const { words, furniture, boundaries } = indexDocument({ id, text }, slot);
      // Text and tokens are on disk in a project: they are not kept here either.
      const own: IndexedDocument = { id, slot, words, furniture, boundaries, ...onDisk };
      documents.push(own);
      const prints = printsOf(words, furniture);
      const links = detector.links(own, prints, addingLimits);
      for (let row = 0; row < prints.count; row += 1) {
        postings.add(prints.hashes[row] ?? 0, slot, prints.surroundings[row] ?? 0);
      }
      return links.length;
    },
  };
}

const onDisk = {
  text: '',
  tokens: { count: 0, starts: new Int32Array(0), ends: new Int32Array(0), words: [], numbers: new Int32Array(0) },
};
