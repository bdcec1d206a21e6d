/** Detection as an import does it, in memory. */
import { addingLimits, createDetector } from '#shared/collation/detection.ts';
import { createEquivalents } from '#shared/collation/equivalents.ts';
import { defaultEquivalents } from '#shared/collation/default-equivalents.ts';
import type { IndexedDocument } from '#shared/collation/indexed-document.ts';
import { prepareText, type PreparedText } from '#shared/collation/prepared-text.ts';
import type { Article } from './corpus.ts';
import { createMemoryPostings } from './memory-postings.ts';

/** Detection alone: words, fingerprints, look-up, alignment; in memory, no project file. */
export interface Detection {
  /** Holds an article against all earlier ones and keeps it; returns how many it is linked with. */
  add(article: Pick<Article, 'id' | 'text'>): number;
  /** The same of a text that is prepared already. */
  addPrepared(id: string, text: PreparedText): number;
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
  const addPrepared: Detection['addPrepared'] = (id, { words, furniture, boundaries, prints }) => {
    const slot = documents.length;
    // Text and tokens are on disk in a project: they are not kept here either.
    const own: IndexedDocument = { id, slot, words, furniture, boundaries, ...onDisk };
    documents.push(own);
    const links = detector.links(own, prints, addingLimits);
    for (let row = 0; row < prints.count; row += 1) {
      postings.add(prints.hashes[row] ?? 0, slot, prints.surroundings[row] ?? 0);
    }
    return links.length;
  };
  return { add: ({ id, text }) => addPrepared(id, prepareText(text)), addPrepared };
}

const onDisk = {
  text: '',
  tokens: { count: 0, starts: new Int32Array(0), ends: new Int32Array(0), words: [], numbers: new Int32Array(0) },
};
