import { alignPair, type Alignment, turnAlignment } from './alignment.ts';
import type { Equivalents } from './equivalents.ts';
import { createFingerprintIndex, type FingerprintIndex } from './fingerprint-index.ts';
import type { IndexedDocument } from './indexed-document.ts';
import { isLinked } from './run.ts';

/** The linked pairs of a set of documents, and their alignments, worked out when first asked for. */
export interface Pairs {
  /** What the pairs are found by. */
  readonly fingerprints: FingerprintIndex;
  add(document: IndexedDocument): void;
  remove(document: IndexedDocument): void;
  /** The documents that share a run of `LINK_WORDS` words with this one, by id. */
  linkedTo(document: IndexedDocument): readonly IndexedDocument[];
  /** The alignment of a linked pair, as seen from `a`. */
  align(a: IndexedDocument, b: IndexedDocument): Alignment;
}

/** Runs kept in memory over all alignments before all of them are let go: about 100 MB. */
const KEPT_RUNS = 1_500_000;

export function createPairs(equivalents: Equivalents): Pairs {
  const fingerprints = createFingerprintIndex();
  /** What is known of each pair, under both of its documents. */
  const known = new Map<IndexedDocument, Map<IndexedDocument, Pair>>();
  let keptRuns = 0;
  /** Links of one document, good until the next document comes or goes. */
  let links = new Map<IndexedDocument, readonly IndexedDocument[]>();

  function pairOf(a: IndexedDocument, b: IndexedDocument): Pair {
    const found = known.get(a)?.get(b);
    if (found !== undefined) return found;
    // Always held with the lesser id first, so that neither the order of adding nor the side from
    // which it is asked for changes an answer.
    const isTurned = compareIds(a.id, b.id) > 0;
    const pair: Pair = { first: isTurned ? b : a, second: isTurned ? a : b };
    partnersOf(a).set(b, pair);
    partnersOf(b).set(a, pair);
    return pair;
  }

  function partnersOf(document: IndexedDocument): Map<IndexedDocument, Pair> {
    let partners = known.get(document);
    if (partners === undefined) {
      partners = new Map();
      known.set(document, partners);
    }
    return partners;
  }

  function letAlignmentsGo(): void {
    for (const partners of known.values()) {
      for (const pair of partners.values()) {
        delete pair.alignment;
        delete pair.turned;
      }
    }
    keptRuns = 0;
  }

  return {
    fingerprints,
    add(document) {
      fingerprints.add(document);
      links = new Map();
    },
    remove(document) {
      fingerprints.remove(document);
      links = new Map();
      for (const partner of known.get(document)?.keys() ?? []) known.get(partner)?.delete(document);
      known.delete(document);
    },
    linkedTo(document) {
      const ready = links.get(document);
      if (ready !== undefined) return ready;
      const found: IndexedDocument[] = [];
      for (const other of fingerprints.candidates(document)) {
        const pair = pairOf(document, other);
        pair.isLinked ??= isLinked(pair.first, pair.second);
        if (pair.isLinked) found.push(other);
      }
      found.sort((one, other) => compareIds(one.id, other.id));
      links.set(document, found);
      return found;
    },
    align(a, b) {
      const pair = pairOf(a, b);
      if (pair.alignment === undefined || pair.turned === undefined) {
        if (keptRuns > KEPT_RUNS) letAlignmentsGo();
        pair.alignment = alignPair(pair.first, pair.second, equivalents);
        pair.turned = turnAlignment(pair.alignment);
        keptRuns += pair.alignment.stretches.reduce((sum, { runs }) => sum + 2 * runs.length + 4, 0);
      }
      return a === pair.first ? pair.alignment : pair.turned;
    },
  };
}

interface Pair {
  readonly first: IndexedDocument;
  readonly second: IndexedDocument;
  isLinked?: boolean;
  /** As seen from the first document. */
  alignment?: Alignment;
  /** As seen from the second. */
  turned?: Alignment;
}

/** Order of documents wherever an order is needed: by id, the same on every machine. */
export function compareIds(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
