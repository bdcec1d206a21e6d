import { chmodSync, existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readArticle } from '#electron/exchange/article-file.ts';
import { createProject, openProject } from '#electron/workbench/open.ts';
import { projectName } from './project-name.ts';
import { provideSample } from './sample-project.ts';
import { seeds, testFolder, valueOf } from './testing/test-folder.ts';

let place: ReturnType<typeof testFolder>;
beforeEach(() => (place = testFolder()));
afterEach(() => {
  chmodSync(place.folder, 0o755);
  place.remove();
});

const provide = (seedFolder = seeds) =>
  provideSample({ documents: place.folder, seeds: seedFolder, readArticle, createProject });

describe('the sample project', () => {
  it('lies among the user’s documents and holds the five articles', () => {
    const path = valueOf(provide());
    expect(path).toBe(join(place.folder, 'Variorum', 'Five articles.variorum'));
    const workbench = valueOf(openProject(path));
    expect(projectName(workbench)).toBe('Five articles');
    expect(workbench.documents()).toHaveLength(5);
    expect(workbench.overview().groups).toBe(1);
    workbench.close();
  });

  it('is one file when it is made', () => {
    provide();
    expect(readdirSync(join(place.folder, 'Variorum'))).toEqual(['Five articles.variorum']);
  });

  it('is never made anew where it is, whatever it holds', () => {
    const path = join(place.folder, 'Variorum', 'Five articles.variorum');
    mkdirSync(join(place.folder, 'Variorum'));
    writeFileSync(path, 'the user’s own');
    expect(valueOf(provide())).toBe(path);
    expect(statSync(path).size).toBe(Buffer.byteLength('the user’s own'));
  });

  it('is not there half made when an article cannot be read', () => {
    const broken = join(place.folder, 'seeds');
    mkdirSync(broken);
    writeFileSync(join(broken, '0.txt'), 'A good article about something.');
    writeFileSync(join(broken, '1.txt'), '');
    const made = provide(broken);
    expect(made).toMatchObject({ ok: false, error: { type: 'ArticleEmpty' } });
    expect(readdirSync(join(place.folder, 'Variorum'))).toEqual([]);
  });

  it('that cannot be made says where and why', () => {
    writeFileSync(join(place.folder, 'Variorum'), 'a file where the folder should be');
    const made = provide();
    expect(made).toMatchObject({ ok: false, error: { type: 'SampleNotMade' } });
    expect(made.ok ? '' : made.error.message).toContain(join(place.folder, 'Variorum'));
    expect(existsSync(join(place.folder, 'Variorum', 'Five articles.variorum'))).toBe(false);
  });
});
