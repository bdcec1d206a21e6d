/** A project file that somebody else has written into. */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { openProject } from './open.ts';
import { fiveArticles, projectWith, temporaryFolder, valueOf } from './testing/five-articles.ts';
import { refusalOf } from './testing/names.ts';

describe('a project that was damaged behind our back', () => {
  const damage = (sql: string): string => {
    const path = join(temporaryFolder(), 'p.variorum');
    projectWith(fiveArticles, path).close();
    const db = new Database(path);
    db.exec(sql);
    db.close();
    return path;
  };

  test('is not believed: an altered text is named when it is read', () => {
    const workbench = valueOf(openProject(damage(`UPDATE text SET text = text || ' and more'`)));
    const [document] = workbench.documents();
    expect(refusalOf(workbench.call('document.read', { document: document?.id ?? '' }))).toMatch(
      /^ProjectDamaged: “p\.variorum” is damaged: the text [0-9a-f]{12}… is not the one that was imported/u,
    );
  });

  test('is not believed: an altered event is named when the tables are made anew', () => {
    const path = damage(`UPDATE event SET payload = replace(payload, '001_', '999_'); DROP TABLE "count"`);
    expect(refusalOf(openProject(path))).toMatch(/^ProjectDamaged: “p\.variorum” is damaged \(event .* was altered\)/u);
  });

  test('heals where only read tables were lost', () => {
    const workbench = valueOf(openProject(damage(`DROP TABLE "count"; DELETE FROM document`)));
    expect(workbench.documents().length).toBe(5);
  });
});
