import type { TokenRange } from '#shared/text/tokens.ts';
import { FINGERPRINT_WORDS, LINK_WORDS } from './fingerprint.ts';
import { fingerprintTable } from './fingerprint-table.ts';
import type { IndexedDocument } from './indexed-document.ts';

/** Which stretches of two documents an earlier passage already holds together. */
export interface Told {
  /** Enters a passage by its places. */
  enter(places: readonly { readonly document: IndexedDocument; readonly range: TokenRange }[]): void;
  /** True when one passage holds both stretches. */
  holds(a: IndexedDocument, inA: TokenRange, b: IndexedDocument, inB: TokenRange): boolean;
  /** The passage that holds each fingerprint of a document, by row of its table. */
  labels(document: IndexedDocument): Labels;
  /** True when one and the same passage holds this fingerprint in each of `holders` documents. */
  holdsAll(hash: number, holders: number): boolean;
}

/** Passages by row of a document's fingerprint table; 0 = none. */
export interface Labels {
  /** A passage that holds the fingerprint. */
  readonly held: Int32Array;
  /** The same, if a shared run through the fingerprint that leaves the passage has another one too. */
  readonly inner: Int32Array;
}

interface Count {
  readonly passage: number;
  documents: number;
}

export function createTold(): Told {
  const ranges = new Map<IndexedDocument, Map<number, TokenRange[]>>();
  const labelled = new Map<IndexedDocument, Labels>();
  const counts = new Map<number, Count>();
  let next = 1;

  function labelsOf(document: IndexedDocument): Labels {
    let labels = labelled.get(document);
    if (labels === undefined) {
      const rows = fingerprintTable(document).hashes.length;
      labels = { held: new Int32Array(rows), inner: new Int32Array(rows) };
      labelled.set(document, labels);
    }
    return labels;
  }

  function label(document: IndexedDocument, range: TokenRange): void {
    const { hashes, places } = fingerprintTable(document);
    const { held, inner } = labelsOf(document);
    // A run that leaves the passage at one end has a fingerprint among its outermost LINK_WORDS
    // words there; only those further inside may be passed over. No run leaves the document.
    const from = range.from === 0 ? 0 : range.from + LINK_WORDS;
    const to = range.to === document.words.length ? range.to : range.to - LINK_WORDS;
    for (let row = 0; row < hashes.length; row += 1) {
      const place = places[row] ?? 0;
      if (place < range.from || place + FINGERPRINT_WORDS > range.to) continue;
      if (held[row] === 0) {
        held[row] = next;
        count(hashes[row] ?? 0);
      }
      if (inner[row] === 0 && place >= from && place <= to) inner[row] = next;
    }
  }

  function count(hash: number): void {
    const counted = counts.get(hash);
    if (counted === undefined) counts.set(hash, { passage: next, documents: 1 });
    else if (counted.passage === next) counted.documents += 1;
  }

  return {
    enter(places) {
      for (const { document, range } of places) {
        let passages = ranges.get(document);
        if (passages === undefined) {
          passages = new Map();
          ranges.set(document, passages);
        }
        const list = passages.get(next);
        if (list === undefined) passages.set(next, [range]);
        else list.push(range);
        label(document, range);
      }
      next += 1;
    },
    holds(a, inA, b, inB) {
      const passagesOfB = ranges.get(b);
      if (passagesOfB === undefined) return false;
      for (const [passage, ofA] of ranges.get(a) ?? []) {
        const ofB = passagesOfB.get(passage);
        if (ofB?.some((range) => holdsRange(range, inB)) === true) {
          if (ofA.some((range) => holdsRange(range, inA))) return true;
        }
      }
      return false;
    },
    labels: labelsOf,
    holdsAll: (hash, holders) => (counts.get(hash)?.documents ?? 0) >= holders,
  };
}

/** True when every word of `inner` is in `outer`. */
export function holdsRange(outer: TokenRange, inner: TokenRange): boolean {
  return outer.from <= inner.from && inner.to <= outer.to;
}
