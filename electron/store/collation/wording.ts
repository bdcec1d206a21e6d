/** The full-text index: which documents hold a row of words, from one word on. */
import type { Database } from 'better-sqlite3';
import { isFunctionNumber } from '#shared/collation/function-number.ts';
import { wordNumber } from '#shared/text/word-number.ts';
import { query, write } from '../statement.ts';

export interface Wording {
  /** @param words folded and parted by spaces */
  readonly add: (slot: number, words: string) => void;
  readonly remove: (slot: number) => void;
  /**
   * Slots of documents that hold the words in this order, ascending, at most `most`; of a row of more than five words the
   * rarest five are asked for, and whoever asks looks at the documents. Words are folded.
   */
  readonly holders: (words: readonly string[], most: number) => readonly number[];
  /** How many documents that are. */
  readonly count: (words: readonly string[]) => number;
}

/** Longer rows are counted by their first words. */
const LONGEST_QUERY = 64;

export function openWording(db: Database): Wording {
  const insert = write<[number, string]>(db, 'INSERT INTO wording (rowid, words) VALUES (?, ?)');
  const remove = write<[number]>(db, 'DELETE FROM wording WHERE rowid = ?');
  const holders = query<[string, number], { rowid: number }>(
    db,
    'SELECT rowid FROM wording WHERE wording MATCH ? ORDER BY rowid LIMIT ?',
  );
  const count = query<[string], { documents: number }>(
    db,
    'SELECT count(*) AS documents FROM wording WHERE wording MATCH ?',
  );
  const phraseOf = (words: readonly string[]): string =>
    `"${words.slice(0, LONGEST_QUERY).join(' ').replaceAll('"', '""')}"`;
  return {
    add: (slot, words) => {
      insert.run(slot, words);
    },
    remove: (slot) => {
      remove.run(slot);
    },
    holders: (words, most) =>
      words.length === 0 ? [] : holders.all(phraseOf(rarest(words)), most).map(({ rowid }) => rowid),
    count: (words) => (words.length === 0 ? 0 : (count.get(phraseOf(words))?.documents ?? 0)),
  };
}

/** Words that are asked for of a longer row: each more costs the index a walk through all documents that hold it. */
const WORDS_ASKED = 5;

/** The words in a row that are the longest and no function words: they are likely to be the rarest. */
function rarest(words: readonly string[]): readonly string[] {
  let best = 0;
  let most = -1;
  for (let from = 0; from + WORDS_ASKED <= words.length; from += 1) {
    const weight = words
      .slice(from, from + WORDS_ASKED)
      .reduce((sum, word) => sum + (isFunctionNumber(wordNumber(word)) ? 0 : word.length), 0);
    if (weight > most) {
      most = weight;
      best = from;
    }
  }
  return words.slice(best, best + WORDS_ASKED);
}
