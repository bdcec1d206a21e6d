import { tokenise, type Tokens } from '#shared/text/tokens.ts';
import { boundariesOf } from './boundary.ts';
import type { CollationDocument } from './copies.ts';
import { furnitureOf } from './furniture.ts';

/**
 * A document made ready for matching. Alignment reads its three arrays alone; `text` and `tokens`
 * are for showing and tagging, and may be read from disk or made at the first call.
 */
export interface IndexedDocument {
  readonly id: string;
  /** Never given to another document of the same collection. */
  readonly slot: number;
  /** The number of each word (`wordNumber`). */
  readonly words: Int32Array;
  /** 1 where a word stands in page furniture. */
  readonly furniture: Uint8Array;
  /** What stands before each word (`Boundary`). */
  readonly boundaries: Uint8Array;
  readonly text: string;
  readonly tokens: Tokens;
}

/** What alignment needs to know of a text, word by word. */
export interface PreparedWords {
  readonly tokens: Tokens;
  readonly words: Int32Array;
  readonly boundaries: Uint8Array;
}

/** Splits a text into words, and gives the number of each and the boundary before it. */
export function prepareWords(text: string): PreparedWords {
  const tokens = tokenise(text);
  return { tokens, words: tokens.numbers, boundaries: boundariesOf(text, tokens) };
}

/** A document made ready from its text, and kept in memory; `furniture` is found if it is not given. */
export function indexDocument(document: CollationDocument, slot: number, furniture?: Uint8Array): IndexedDocument {
  const { id, text } = document;
  const { tokens, words, boundaries } = prepareWords(text);
  return { id, slot, words, furniture: furniture ?? furnitureOf(text, tokens), boundaries, text, tokens };
}
