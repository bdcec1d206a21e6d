import Database from 'better-sqlite3';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { articlesOf } from './testing/copies.ts';
import { projectWith, temporaryFolder, valueOf } from './testing/five-articles.ts';

/** Segments of the full-text index: the upper bits of its rows' ids name them. */
function segments(path: string): unknown {
  const db = new Database(path, { readonly: true });
  const count = db.prepare('SELECT count(DISTINCT id >> 37) FROM wording_data WHERE id > 10').pluck().get();
  db.close();
  return count;
}

// Any statement with a savepoint, such as one that returns what it wrote, makes SQLite write the full text at once.
test('an import writes the full text once a transaction, and not for every document', () => {
  const path = join(temporaryFolder(), 'p.variorum');
  const standing = 'Read all about it in the evening paper';
  const story = (at: number): string =>
    `${Array.from({ length: 30 }, (_, word) => `word${at % 4}x${word}`).join(' ')}\n\nown${at}\n\n${standing}`;
  const workbench = projectWith([], path);
  valueOf(workbench.importDocuments(articlesOf(Array.from({ length: 12 }, (_, at) => story(at)))));
  expect(segments(path)).toBe(1);
  valueOf(workbench.importDocuments(articlesOf([story(100)], 'later ')));
  expect(segments(path)).toBe(2);
  workbench.close();
});
