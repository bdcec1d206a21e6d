import Database from 'better-sqlite3';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openProject } from '#electron/workbench/open.ts';
import {
  articleOf,
  fiveArticles,
  projectWith,
  temporaryFolder,
  valueOf,
} from '#electron/workbench/testing/five-articles.ts';

test('a project whose read tables have an older shape opens with what its log says, and its windows read it anew', () => {
  const path = join(temporaryFolder(), 'older.variorum');
  const before = projectWith(fiveArticles, path);
  const rows = valueOf(before.call('project.read', {}));
  before.close();

  const db = new Database(path);
  db.exec(`
    DROP TABLE touched;
    CREATE TABLE touched (seq INTEGER NOT NULL, entity TEXT NOT NULL, key TEXT NOT NULL, PRIMARY KEY (seq, entity, key)) STRICT, WITHOUT ROWID;
    INSERT INTO touched VALUES (1, 'document', 'of old');
    UPDATE head SET versions = 'document 1';
    DELETE FROM document`);
  db.close();

  const after = valueOf(openProject(path));
  const read = valueOf(after.call('project.read', {}));
  expect(read.changes).toEqual(rows.changes);
  expect(read.seq).toBeGreaterThan(rows.seq);
  after.close();
});

test('a project from before originals were kept opens, and keeps them from then on', () => {
  const path = join(temporaryFolder(), 'older.variorum');
  const before = projectWith(fiveArticles, path);
  const rows = valueOf(before.call('project.read', {}));
  before.close();

  const db = new Database(path);
  db.exec('DROP TABLE original');
  db.pragma('user_version = 1');
  db.close();

  const after = valueOf(openProject(path));
  expect(valueOf(after.call('project.read', {})).changes).toEqual(rows.changes);
  const original = Buffer.from('<p>A late one.</p>');
  const [late] = valueOf(after.importDocuments([{ ...articleOf('late.html', 'A late one.'), original }]));
  expect(after.original(late?.documentId ?? '')).toEqual(original);
  after.close();
});
