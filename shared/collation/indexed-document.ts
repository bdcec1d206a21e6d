import { tokenise, type Tokens } from '#shared/text/tokens.ts';
import type { CollationDocument } from './copies.ts';
import {
  FINGERPRINT_WINDOW,
  FINGERPRINT_WORDS,
  gramHashes,
  gramTable,
  type GramTable,
  openPlaces,
  winnow,
} from './fingerprint.ts';
import { furnitureOf } from './furniture.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Words in a seed when a linked pair is matched closely; every place is taken, none winnowed. */
export const SEED_WORDS = 3;

/** A document made ready for matching: its words as numbers, and its grams sorted by hash. */
export interface IndexedDocument {
  readonly id: string;
  /** Never given to another document of the same finder. */
  readonly slot: number;
  readonly text: string;
  readonly tokens: Tokens;
  /** Number of each word in the finder's vocabulary. */
  readonly words: Int32Array;
  /** 1 where a word stands in page furniture. */
  readonly furniture: Uint8Array;
  /** Winnowed grams of `FINGERPRINT_WORDS` words. */
  readonly fingerprints: GramTable;
  /** All grams of `SEED_WORDS` words; made at the first call. */
  seeds(): GramTable;
}

export function indexDocument(document: CollationDocument, slot: number, vocabulary: Vocabulary): IndexedDocument {
  const tokens = tokenise(document.text);
  const words = new Int32Array(tokens.count);
  const hashes = new Uint32Array(tokens.count);
  for (let at = 0; at < tokens.count; at += 1) {
    const word = vocabulary.intern(tokens.words[at] ?? '');
    words[at] = word;
    hashes[at] = vocabulary.hash(word);
  }
  const furniture = furnitureOf(document.text, tokens);
  const grams = gramHashes(hashes, FINGERPRINT_WORDS);
  const kept = winnow(grams, openPlaces(furniture, FINGERPRINT_WORDS), FINGERPRINT_WINDOW);
  let seeds: GramTable | undefined;
  return {
    id: document.id,
    slot,
    text: document.text,
    tokens,
    words,
    furniture,
    fingerprints: gramTable(grams, kept),
    seeds() {
      seeds ??= seedTable(hashes, furniture);
      return seeds;
    },
  };
}

function seedTable(hashes: Uint32Array, furniture: Uint8Array): GramTable {
  const open = openPlaces(furniture, SEED_WORDS);
  const places: number[] = [];
  for (let at = 0; at < open.length; at += 1) if (open[at] === 1) places.push(at);
  return gramTable(gramHashes(hashes, SEED_WORDS), places);
}
