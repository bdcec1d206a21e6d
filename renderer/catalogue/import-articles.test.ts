import { expect, it } from 'vitest';
import type { PreviewedArticle } from '#shared/contract/import-preview.ts';
import { articleFacts, importArticlesText } from './import-articles.ts';

const article: PreviewedArticle = {
  file: 0,
  inside: '/2024/story.txt',
  line: 0,
  name: 'story.txt',
  title: 'A story',
  kind: 'txt',
  length: 1200,
  encoding: 'windows-1252',
  source: 'The Paper',
  author: '',
  date: '2024-02-01',
  url: '',
  status: 'new',
  sentence: '',
  notes: [],
  encodings: [],
  columns: null,
};

it.each<[Partial<PreviewedArticle>, string]>([
  [{}, '2024/story.txt · 1,200 characters · windows-1252 · The Paper · 2024-02-01'],
  [{ inside: '', encoding: 'UTF-8', line: 12 }, 'story.txt · line 12 · 1,200 characters · The Paper · 2024-02-01'],
  [
    { date: '2026-11-21T22:49:44.462Z', author: 'A. Writer' },
    '2024/story.txt · 1,200 characters · windows-1252 · The Paper · 2026-11-21 · A. Writer',
  ],
  [{ inside: '', title: '', line: 2, status: 'refused', source: '', date: '', encoding: '' }, ''],
])('an article of a preview with %j is told as “%s”', (changed, facts) => {
  expect(articleFacts({ ...article, ...changed })).toBe(facts);
});

it('what would come in is counted without what waits for a decision', () => {
  const totals = { new: 2, changed: 1, there: 4, refused: 3 };
  expect([importArticlesText.comeIn(totals), ...importArticlesText.totals(totals, 2)]).toEqual([
    '3 articles come in',
    '1 of them a changed version',
    '4 there already',
    '1 refused',
    '2 to decide about',
  ]);
  expect(importArticlesText.comeIn({ new: 0, changed: 0, there: 1, refused: 0 })).toBe('Nothing comes in.');
});
