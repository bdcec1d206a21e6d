import { FINGERPRINT_WINDOW, FINGERPRINT_WORDS, gramHashes, openPlaces, winnow } from './fingerprint.ts';
import type { IndexedDocument } from './indexed-document.ts';

/** The winnowed grams of one document, ordered by the hash of the words that start there, then by place. */
export interface FingerprintTable {
  readonly hashes: Uint32Array;
  readonly places: Int32Array;
  /** How many different hashes there are. */
  readonly distinct: number;
}

const tables = new WeakMap<IndexedDocument, FingerprintTable>();

/** The fingerprints of a document with their places, made at the first call. */
export function fingerprintTable(document: IndexedDocument): FingerprintTable {
  let table = tables.get(document);
  if (table === undefined) {
    table = tableOf(document);
    tables.set(document, table);
  }
  return table;
}

function tableOf({ words, furniture }: IndexedDocument): FingerprintTable {
  const grams = gramHashes(words, FINGERPRINT_WORDS);
  const kept = winnow(grams, openPlaces(furniture, FINGERPRINT_WORDS), FINGERPRINT_WINDOW);
  const order = kept.toSorted((one, other) => (grams[one] ?? 0) - (grams[other] ?? 0) || one - other);
  const hashes = Uint32Array.from(order, (place) => grams[place] ?? 0);
  let distinct = 0;
  for (let row = 0; row < hashes.length; row += 1) if (row === 0 || hashes[row] !== hashes[row - 1]) distinct += 1;
  return { hashes, places: Int32Array.from(order), distinct };
}
