/** The full-text index: which documents hold a row of words, from one word on. */
import type { Database } from 'better-sqlite3';
import { query, write } from '../statement.ts';

export interface Wording {
  readonly add: (slot: number, words: readonly string[]) => void;
  readonly remove: (slot: number) => void;
  /** Slots of documents that hold the words in this order, ascending, at most `most`. Words are folded. */
  readonly holders: (words: readonly string[], most: number) => readonly number[];
  /** How many documents that are. */
  readonly count: (words: readonly string[]) => number;
}

/** Longer rows are asked for by their first words: whoever asks looks at the documents anyway. */
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
      insert.run(slot, words.join(' '));
    },
    remove: (slot) => {
      remove.run(slot);
    },
    holders: (words, most) => (words.length === 0 ? [] : holders.all(phraseOf(words), most).map(({ rowid }) => rowid)),
    count: (words) => (words.length === 0 ? 0 : (count.get(phraseOf(words))?.documents ?? 0)),
  };
}
