/** An import that is written in several transactions is one act all the same. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Commit } from '#shared/contract/commit.ts';
import type { NewDocument } from '#shared/domain/document.ts';
import { openProject } from './open.ts';
import { fiveArticles, projectWith, temporaryFolder, valueOf } from './testing/five-articles.ts';
import type { Workbench } from './workbench.ts';

const act = '01900000-0000-7000-8000-000000000001';
const origin = { file: 'a.txt', encoding: 'utf-8', byteOrderMark: false, lineEnds: 'none' } as const;
const article = (name: string, text = `The text of ${name}.`): NewDocument => ({ name, title: name, text, origin });
const names = (workbench: Workbench): readonly string[] => workbench.documents().map(({ name }) => name);
const undo = (workbench: Workbench) => workbench.call('history.undo', {});

function tagFirstWord(workbench: Workbench, document: string): void {
  const quote = workbench.text(document).slice(0, 3);
  valueOf(workbench.call('annotation.tag', { document, span: { start: 0, end: 3 }, quote, label: 'claim' }));
}

describe('an import in several transactions', () => {
  test('is taken back by one undo and done again by one redo', () => {
    const workbench = projectWith([article('before.txt')]);
    for (const name of ['a.txt', 'b.txt', 'c.txt']) valueOf(workbench.importDocuments([article(name)], undefined, act));
    expect(names(workbench)).toEqual(['a.txt', 'b.txt', 'before.txt', 'c.txt']);
    valueOf(undo(workbench));
    expect(names(workbench)).toEqual(['before.txt']);
    valueOf(workbench.call('history.redo', {}));
    expect(names(workbench)).toEqual(['a.txt', 'b.txt', 'before.txt', 'c.txt']);
  });

  test('stands below what was done while it ran, and keeps what was undone meanwhile within reach of redo', () => {
    const workbench = projectWith([article('before.txt')]);
    const [first] = valueOf(workbench.importDocuments([article('a.txt')], undefined, act));
    tagFirstWord(workbench, first?.documentId ?? '');
    valueOf(workbench.importDocuments([article('b.txt')], undefined, act));
    expect(valueOf(undo(workbench)).type).toBe('annotation-tagged');
    valueOf(workbench.importDocuments([article('c.txt')], undefined, act));
    expect(valueOf(workbench.call('history.redo', {})).type).toBe('annotation-tagged');
    valueOf(undo(workbench));
    expect(valueOf(undo(workbench)).type).toBe('document-imported');
    expect(names(workbench)).toEqual(['before.txt']);
    expect(workbench.rebuild().differed).toEqual([]);
  });

  test('goes no further once it was undone, also where it was done again', () => {
    const workbench = projectWith([article('before.txt')]);
    valueOf(workbench.importDocuments([article('a.txt')], undefined, act));
    valueOf(undo(workbench));
    const refused = { ok: false, error: { type: 'ImportUndone' } };
    expect(workbench.importDocuments([article('b.txt')], undefined, act)).toMatchObject(refused);
    valueOf(workbench.call('history.redo', {}));
    expect(workbench.importDocuments([article('b.txt')], undefined, act)).toMatchObject(refused);
    expect(names(workbench)).toEqual(['a.txt', 'before.txt']);
  });

  test('finds in each of its documents the copies of what is tagged already', () => {
    const workbench = projectWith(fiveArticles.slice(0, 1));
    const [own] = workbench.documents();
    const text = workbench.text(own?.id ?? '');
    const start = text.indexOf('They haven');
    const span = { start, end: start + 40 };
    const quote = text.slice(span.start, span.end);
    valueOf(workbench.call('annotation.tag', { document: own?.id ?? '', span, quote, label: 'claim' }));
    for (const document of fiveArticles.slice(1)) valueOf(workbench.importDocuments([document], undefined, act));
    expect(workbench.counts().labels.find(({ label }) => label === 'claim')).toMatchObject({
      passages: 1,
      occurrences: 3,
    });
    valueOf(undo(workbench));
    expect(workbench.counts().labels.find(({ label }) => label === 'claim')).toMatchObject({
      passages: 1,
      occurrences: 1,
    });
  });
});

describe('articles of one name', () => {
  test('are numbered without a hole, however many they are', () => {
    const workbench = projectWith([]);
    const texts = Array.from({ length: 25 }, (_, at) => article('a.txt', `Text number ${at}.`));
    for (const text of texts) valueOf(workbench.importDocuments([text], undefined, act));
    const numbered = Array.from({ length: 24 }, (_, at) => `a (${at + 2}).txt`);
    expect(new Set(names(workbench))).toEqual(new Set(['a.txt', ...numbered]));
  });
});

describe('what another thread brought in', () => {
  test('is told in parts that follow on one another, and wholly in the end', () => {
    const path = join(temporaryFolder(), 'p.variorum');
    const window = projectWith([article('before.txt')], path);
    const told: Commit[] = [];
    window.onCommit((commit) => told.push(commit));
    const job = valueOf(openProject(path));
    const articles = Array.from({ length: 1500 }, (_, at) => article(`a${at}.txt`));
    for (let from = 0; from < articles.length; from += 100)
      valueOf(job.importDocuments(articles.slice(from, from + 100), undefined, act));
    job.close();
    let calls = 0;
    for (let before = -1; told.length !== before; calls += 1) {
      before = told.length;
      window.catchUp();
    }
    expect(told.length).toBeGreaterThan(1);
    for (const [at, { base, changes }] of told.entries()) {
      expect(changes.filter(({ entity }) => entity === 'document').length).toBeLessThanOrEqual(1000);
      if (at > 0) expect(base).toBe(told[at - 1]?.seq);
    }
    const documents = told.flatMap(({ changes }) => changes.filter(({ entity }) => entity === 'document'));
    expect(documents).toHaveLength(1500);
    expect(told.at(-1)?.seq).toBe(valueOf(window.call('project.read', {})).seq);
  });
});
