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
      // Entities are the one case in which letters stand for a sign.
      if (/^(?:quot|amp|lt|gt|ldquo|rdquo|39|8217)/u.test(word) || to <= from) continue;
      expect(plainWord(article.text.slice(from, to))).toContain(word.replaceAll(/39|8217/gu, ''));
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
