/** Copies of the project file. */
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openProject } from './open.ts';
import { fiveArticles, projectWith, temporaryFolder, valueOf } from './testing/five-articles.ts';
import { counts, refusalOf, tag } from './testing/names.ts';

describe('a copy of the project', () => {
  test('saved while the project is in use is whole, one file, and opens', async () => {
    const workbench = projectWith(fiveArticles);
    tag(workbench, '002', 459, 487);
    const target = join(temporaryFolder(), 'copy.variorum');
    expect(await workbench.saveCopy(target)).toEqual({ ok: true, value: null });
    const copy = valueOf(openProject(target));
    expect(counts(copy)).toEqual(['claim 1·3']);
    expect(refusalOf(await workbench.saveCopy(workbench.path))).toMatch(/^CopyOntoItself/u);
  });

  test('writes under a name of its own, so that no two events claim the same predecessor', () => {
    const folder = temporaryFolder();
    const path = join(folder, 'p.variorum');
    projectWith(fiveArticles, path).close();
    copyFileSync(path, join(folder, 'q.variorum'));
    const [original, copy] = [path, join(folder, 'q.variorum')].map((file) => valueOf(openProject(file)));
    if (original === undefined || copy === undefined) throw new Error('two projects');
    tag(original, '002', 459, 487);
    tag(copy, '002', 459, 487);
    const writers = [original, copy].map((one) => one.log().at(-1)?.writer);
    expect(new Set(writers).size).toBe(2);
    expect([original, copy].map((one) => one.annotations()[0]?.annotator)).toEqual(['Ann', 'Ann']);
  });
});
