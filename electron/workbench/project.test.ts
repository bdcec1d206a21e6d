/** What the project file keeps, to the byte. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { fiveArticles, projectWith, temporaryFolder } from './testing/five-articles.ts';
import { tag } from './testing/names.ts';

test('a commit is not reported as failed because the file is busy when the project is closed', () => {
  const path = join(temporaryFolder(), 'p.variorum');
  const workbench = projectWith(fiveArticles, path);
  tag(workbench, '002', 459, 487);
  const other = new Database(path);
  other.exec('BEGIN IMMEDIATE');
  expect(() => workbench.close()).not.toThrow();
  other.exec('ROLLBACK');
  other.close();
});

test('every event carries the hash of its writer’s event before it', () => {
  const workbench = projectWith(fiveArticles);
  tag(workbench, '002', 459, 487);
  const events = workbench.log();
  expect(events.map(({ previous }) => previous)).toEqual(['', ...events.slice(0, -1).map(({ hash }) => hash)]);
});

test('texts are kept to the byte', () => {
  const workbench = projectWith(fiveArticles);
  const kept = workbench.documents().map(({ id }) => workbench.text(id));
  const seeds = fiveArticles.map(({ name }) => readFileSync(new URL(`../../seeds/${name}`, import.meta.url), 'utf8'));
  expect(kept).toEqual(seeds);
});
