import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { articleCount, readArticles, type SourceArticle } from './article-source.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'variorum-articles-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: string, content: string): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};

async function articlesOf(paths: readonly string[]): Promise<readonly SourceArticle[]> {
  const articles: SourceArticle[] = [];
  for await (const article of readArticles(paths)) articles.push(article);
  return articles;
}

describe('the articles of chosen files', () => {
  it('come in the order of the files, an article a text file and one a line of JSON Lines', async () => {
    const text = file('plain.txt', 'A plain article.');
    const lines = file('two.jsonl', '{"id": "one", "text": "The first."}\n{"id": "two", "text": "The second."}\n');
    const articles = await articlesOf([lines, text]);
    expect(articles.map(({ article }) => article.ok && article.value.name)).toEqual(['one', 'two', 'plain.txt']);
  });

  it('say how much of all files has been read, by bytes', async () => {
    const small = file('small.txt', 'x'.repeat(100));
    const large = file('large.txt', 'y'.repeat(300));
    expect((await articlesOf([small, large])).map(({ share }) => share)).toEqual([0.25, 1]);
  });

  it('that are none are sentences, and the others are read all the same', async () => {
    const lines = file(
      'bad.jsonl',
      '{"id": "one", "text": "The first."}\nnot json\n{"id": "three", "text": "The third."}\n',
    );
    const articles = await articlesOf([join(folder, 'missing.txt'), lines]);
    expect(articles.map(({ article }) => (article.ok ? article.value.name : article.error))).toEqual([
      expect.stringMatching(/^There is no file “missing\.txt”/u),
      'one',
      expect.stringMatching(/^bad\.jsonl line 2: the line is not JSON/u),
      'three',
    ]);
    expect(articles.at(-1)?.share).toBe(1);
  });

  it('note what was left out of them', async () => {
    const lines = file('note.jsonl', '{"id": "one", "date": ["2015"], "text": "The first."}\n');
    expect((await articlesOf([lines])).flatMap(({ notes }) => notes)).toEqual([
      '“one” (line 1): Its “date” is a list, not text; it was left out.',
    ]);
  });

  it('can be counted before they are read where every file is one', () => {
    expect(articleCount(['a.txt', 'b.md'])).toBe(2);
    expect(articleCount(['a.txt', 'b.JSONL'])).toBe(null);
  });
});
