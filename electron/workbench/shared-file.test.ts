/** Two workbenches on one project file. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openProject } from './open.ts';
import { fiveArticles, projectWith, temporaryFolder, valueOf } from './testing/five-articles.ts';
import { counts, places, tag } from './testing/names.ts';

describe('two workbenches on one file', () => {
  test('see each other’s acts, and neither loses any', () => {
    const path = join(temporaryFolder(), 'p.variorum');
    const window = projectWith(fiveArticles, path);
    const commandLine = valueOf(openProject(path));
    const told: number[] = [];
    window.onCommit(({ changes }) => told.push(changes.length));
    tag(commandLine, '002', 459, 487);
    window.catchUp();
    expect([told.length, counts(window)]).toEqual([1, ['claim 1·3']]);
    tag(window, '000', 632, 737, 'rebuttal');
    tag(commandLine, '002', 2083, 2408, 'editorial-insertion');
    window.catchUp();
    expect(counts(window)).toEqual(['claim 1·3', 'rebuttal 1·3', 'editorial-insertion 1·1']);
    expect(counts(commandLine)).toEqual(counts(window));
    expect(window.rebuild().differed).toEqual([]);
  });

  test('a document that one brings in is known to the other when it tags', () => {
    const path = join(temporaryFolder(), 'p.variorum');
    const window = projectWith(fiveArticles.slice(1), path);
    const commandLine = valueOf(openProject(path));
    valueOf(commandLine.importDocuments(fiveArticles.slice(0, 1)));
    expect(places(window, tag(window, '002', 459, 487).occurrences)).toContain('000 [557,585) exact');
  });
});
