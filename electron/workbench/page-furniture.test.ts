/** What belongs to the page and not to the article: never a copy by itself, and an analyst may tag it all the same. */
import { describe, expect, test } from 'vitest';
import type { NewDocument } from '#shared/domain/document.ts';
import { articleOf, projectWith, valueOf } from './testing/five-articles.ts';
import { counts, idOf, tag } from './testing/names.ts';
import type { Workbench } from './workbench.ts';

const own = (name: string, count: number): string => Array.from({ length: count }, (_, at) => `${name}${at}`).join(' ');

function find(workbench: Workbench, name: string, words: string) {
  const document = idOf(workbench, name);
  const start = workbench.text(document).indexOf(words);
  return valueOf(workbench.call('copies.find', { document, span: { start, end: start + words.length } }));
}

describe('a line that every page has', () => {
  test.each([
    'Read more about this and other stories on our pages today',
    'Share this article:',
    'Leave a Reply',
    'Sign up for our newsletter and get ten stories every morning',
  ])('is no passage of two documents, and is tagged when it is wanted: %s', (line) => {
    const workbench = projectWith(['a', 'b'].map((name) => articleOf(`${name}.txt`, `${own(name, 30)}\n${line}\n`)));
    expect([[...workbench.passages(1)], workbench.overview().sharedPassages]).toEqual([[], 0]);
    const { occurrences, elsewhere } = find(workbench, 'a.txt', line);
    expect([occurrences.map(({ text }) => text), elsewhere.map(({ reason }) => reason)]).toEqual([
      [line],
      ['page furniture'],
    ]);

    const start = 1 + own('a', 30).length;
    const { annotation } = tag(workbench, 'a.txt', start, start + line.length);
    expect(counts(workbench)).toEqual(['claim 1·1']);
    const there = elsewhere.map(({ document, start: from }) => ({ document, start: from }));
    valueOf(workbench.call('occurrence.attach', { annotation, ...there[0] }));
    expect(counts(workbench)).toEqual(['claim 1·2']);
    workbench.close();
  });
});

describe('a line that a publisher prints under every story', () => {
  const line = 'The editors of this paper thank all of their faithful readers for the support';
  const story = (name: string, source: string): NewDocument => {
    const article = articleOf(`${name}.txt`, `${own(`${name}x`, 100)}\n\n${own(`${name}y`, 100)}\n\n${line}`);
    return { ...article, origin: { ...article.origin, source } };
  };

  test('is copied from story to story no more once it is known, and stays a passage of other publishers', () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    const workbench = projectWith(names.map((name) => story(name, 'The Herald')));
    expect(workbench.overview().sharedPassages).toBe(0);
    const { occurrences, elsewhere } = find(workbench, 'g.txt', line);
    expect([occurrences.length, new Set(elsewhere.map(({ reason }) => reason))]).toEqual([
      1,
      new Set(['page furniture']),
    ]);

    valueOf(workbench.importDocuments([story('y', 'The Planet'), story('z', 'The Planet')]));
    expect(find(workbench, 'z.txt', line).occurrences.map(({ document }) => document)).toContain(
      idOf(workbench, 'y.txt'),
    );
    workbench.close();
  });
});
