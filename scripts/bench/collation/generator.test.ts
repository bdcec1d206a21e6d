import { expect, test } from 'vitest';
import { generatedArticles } from './generated-articles.ts';
import { makeCopy, makePairs, plantQuotes } from './generator.ts';
import { createRandom } from './random.ts';
import { plainWord, wordsOf } from './words.ts';

const pool = generatedArticles(60, 3);

test('the same seed gives the same pairs, another seed others', () => {
  const texts = (seed: number) => makePairs(pool, 20, seed).map(({ b }) => b);
  expect(texts(5)).toEqual(texts(5));
  expect(texts(6)).not.toEqual(texts(5));
});

test('every letter that the map gives a place is the letter that stands there', () => {
  for (let seed = 0; seed < 60; seed += 1) {
    const random = createRandom(seed);
    const article = random.pick(pool);
    const copy = (seed % 2 === 0 ? makeCopy : plantQuotes)(article, pool, random);
    for (const { start, end } of wordsOf(copy.text)) {
      if (copy.origins.slice(start, end).some((origin) => origin < 0)) continue;
      const from = copy.origins[start] ?? 0;
      const to = (copy.origins[end - 1] ?? 0) + 1;
      const word = plainWord(copy.text.slice(start, end));
      if (to <= from) continue;
      expect(plainWord(article.text.slice(from, to))).toContain(word);
    }
  }
});

test('a pair is a republication, quotations or unrelated in the proportions 60, 20, 20', () => {
  const kinds = makePairs(pool, 50, 1).map(({ kind }) => kind);
  expect(['republication', 'quotes', 'unrelated'].map((kind) => kinds.filter((one) => one === kind).length)).toEqual([
    30, 10, 10,
  ]);
});

test('unrelated pairs have no true passage, nearly all others have', () => {
  const pairs = makePairs(pool, 50, 2);
  const none = pairs.filter(({ gold }) => gold.length === 0).map(({ kind }) => kind);
  expect(none.filter((kind) => kind !== 'unrelated').length).toBeLessThan(3);
  expect(none.filter((kind) => kind === 'unrelated').length).toBe(10);
});

test('a clause that is quoted ends at no stop inside a word', () => {
  const quote = 'The U.S. paid 12.7 million and 1,300 people went to the U.N. about it';
  const article = { ...pool[0], id: 'own', text: `He said “${quote}” and went. She said “${quote} again” and stayed.` };
  for (let seed = 0; seed < 40; seed += 1) {
    const copy = plantQuotes(article as (typeof pool)[number], pool, createRandom(seed));
    const planted = copy.origins.findIndex((origin) => origin >= 0);
    expect(article.text.slice(copy.origins[planted]).split(' ')[0]).toBe('The');
  }
});
