import { foldWord } from './fold.ts';
import { wordNumber } from './word-number.ts';

/** Words met in texts, each folded and numbered once: a language has few that make up most of any text. */
export interface Lexicon {
  /** Entry of the word that stands in a text from `start` to `end` (UTF-16). Valid until the next call. */
  readonly entryOf: (text: string, start: number, end: number) => number;
  /** The word folded (`foldWord`); empty where nothing of it is left. */
  readonly word: (entry: number) => string;
  /** `wordNumber` of the folded word. */
  readonly number: (entry: number) => number;
}

/** Words kept at most; then all are forgotten, which costs less than remembering which were used lately. */
const MOST_ENTRIES = 50_000;

/** Cells of the hash table, a power of two. */
const CELLS = 2 ** 17;

/** A longer word is met once. It has the entry behind the last. */
const LONGEST_KEPT = 64;
const UNKEPT = MOST_ENTRIES;

/** Numbers of an entry: its hash, and these. */
const WIDTH = 4;
const BEGIN = 1;
const LENGTH = 2;
const NUMBER = 3;

/**
 * A hash table by the characters of a word as it stands in the text, so that a word that is known is found without
 * cutting it out. It holds copies of the characters: a piece cut from a text would keep the whole text in memory.
 */
export function createLexicon(): Lexicon {
  /** Entry + 1; 0 is free. */
  const cells = new Int32Array(CELLS);
  /** Of each entry its hash, where its characters begin, how many they are, and its number: side by side in memory. */
  const records = new Int32Array((MOST_ENTRIES + 1) * WIDTH);
  const words: string[] = [];
  let units = new Uint16Array(2 ** 16);
  let count = 0;

  const endOf = (entry: number): number =>
    (records[entry * WIDTH + BEGIN] ?? 0) + (records[entry * WIDTH + LENGTH] ?? 0);

  const isSame = (entry: number, text: string, start: number, end: number): boolean => {
    const begin = records[entry * WIDTH + BEGIN] ?? 0;
    if (records[entry * WIDTH + LENGTH] !== end - start) return false;
    for (let at = start; at < end; at += 1) if (units[begin + at - start] !== text.charCodeAt(at)) return false;
    return true;
  };

  const put = (entry: number, raw: string): number => {
    const word = foldWord(raw);
    words[entry] = word;
    records[entry * WIDTH + NUMBER] = wordNumber(word);
    return entry;
  };

  const enter = (text: string, start: number, end: number, hash: number, free: number): number => {
    let cell = free;
    if (count === MOST_ENTRIES) {
      cells.fill(0);
      count = 0;
      cell = hash & (CELLS - 1);
    }
    const begin = count === 0 ? 0 : endOf(count - 1);
    if (begin + LONGEST_KEPT > units.length) {
      const wider = new Uint16Array(units.length * 2);
      wider.set(units);
      units = wider;
    }
    for (let at = start; at < end; at += 1) units[begin + at - start] = text.charCodeAt(at);
    records[count * WIDTH] = hash;
    records[count * WIDTH + BEGIN] = begin;
    records[count * WIDTH + LENGTH] = end - start;
    cells[cell] = count + 1;
    count += 1;
    return put(count - 1, String.fromCharCode(...units.subarray(begin, begin + end - start)));
  };

  return {
    entryOf: (text, start, end) => {
      if (end - start > LONGEST_KEPT) return put(UNKEPT, text.slice(start, end));
      let hash = 0;
      for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x5bd1_e995);
      hash ^= hash >>> 15;
      let cell = hash & (CELLS - 1);
      for (let held = cells[cell] ?? 0; held !== 0; held = cells[cell] ?? 0) {
        if (records[(held - 1) * WIDTH] === hash && isSame(held - 1, text, start, end)) return held - 1;
        cell = (cell + 1) & (CELLS - 1);
      }
      return enter(text, start, end, hash, cell);
    },
    word: (entry) => words[entry] ?? '',
    number: (entry) => records[entry * WIDTH + NUMBER] ?? 0,
  };
}
