import { fingerprintTable } from './fingerprint-table.ts';
import type { IndexedDocument } from './indexed-document.ts';

/** Which documents hold a fingerprint: the filter that says which pairs are worth comparing. */
export interface FingerprintIndex {
  add(document: IndexedDocument): void;
  remove(document: IndexedDocument): void;
  /** The documents that hold a fingerprint. */
  holders(hash: number): readonly IndexedDocument[];
  /**
   * Every other document with a fingerprint in common; with `isEnough`, only those of which the
   * number of distinct ones in common is enough. In no particular order.
   */
  candidates(
    document: IndexedDocument,
    isEnough?: (other: IndexedDocument, shared: number) => boolean,
  ): readonly IndexedDocument[];
}

const NONE: readonly IndexedDocument[] = [];

export function createFingerprintIndex(): FingerprintIndex {
  // Most fingerprints stand in one document only: a list is made when a second one comes.
  const held = new Map<number, IndexedDocument | IndexedDocument[]>();
  /** One past the highest slot met. */
  let slots = 0;

  return {
    add(document) {
      slots = Math.max(slots, document.slot + 1);
      eachHash(document, (hash) => {
        const here = held.get(hash);
        if (here === undefined) held.set(hash, document);
        else if (Array.isArray(here)) here.push(document);
        else held.set(hash, [here, document]);
      });
    },
    remove(document) {
      eachHash(document, (hash) => {
        const here = held.get(hash);
        if (here === document) held.delete(hash);
        else if (Array.isArray(here)) {
          const at = here.lastIndexOf(document);
          if (at >= 0) here.splice(at, 1);
          if (here.length === 0) held.delete(hash);
        }
      });
    },
    holders(hash) {
      const here = held.get(hash);
      if (here === undefined) return NONE;
      return Array.isArray(here) ? here : [here];
    },
    candidates(document, isEnough) {
      const counts = new Int32Array(slots);
      const met: IndexedDocument[] = [];
      eachHash(document, (hash) => {
        const here = held.get(hash);
        if (!Array.isArray(here)) return;
        for (const other of here) {
          const count = counts[other.slot] ?? 0;
          if (count === 0 && other !== document) met.push(other);
          counts[other.slot] = count + 1;
        }
      });
      return isEnough === undefined ? met : met.filter((other) => isEnough(other, counts[other.slot] ?? 0));
    },
  };
}

/** Reports each distinct hash once. */
function eachHash(document: IndexedDocument, report: (hash: number) => void): void {
  let last = -1;
  for (const hash of fingerprintTable(document).hashes) {
    if (hash !== last) report(hash);
    last = hash;
  }
}
