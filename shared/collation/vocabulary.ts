import { isFunctionWord } from './function-words.ts';
import { guardValue } from './guard.ts';

/**
 * Every folded word met so far, by number. A number means a word only inside one vocabulary; `hash`
 * depends on the word alone, so nothing that is chosen by it depends on the order of adding.
 */
export interface Vocabulary {
  /** The number of a word, given out at the first call. */
  intern(word: string): number;
  word(id: number): string;
  /** 32-bit hash of the word's letters. */
  hash(id: number): number;
  /** True for words that carry grammar rather than meaning (the, of, was). */
  isFunction(id: number): boolean;
  /** What the word says of a number or a negation; undefined for every other word. */
  guard(id: number): string | undefined;
}

export function createVocabulary(): Vocabulary {
  const ids = new Map<string, number>();
  const words: string[] = [];
  const hashes: number[] = [];
  const functions: boolean[] = [];
  const guards: (string | undefined)[] = [];
  return {
    intern(word) {
      const known = ids.get(word);
      if (known !== undefined) return known;
      const id = words.length;
      ids.set(word, id);
      words.push(word);
      hashes.push(hashWord(word));
      functions.push(isFunctionWord(word));
      guards.push(guardValue(word));
      return id;
    },
    word: (id) => words[id] ?? '',
    hash: (id) => hashes[id] ?? 0,
    isFunction: (id) => functions[id] ?? false,
    guard: (id) => guards[id],
  };
}

/** FNV-1a over UTF-16 units, then the finishing steps of MurmurHash3. */
function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at += 1) {
    hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
