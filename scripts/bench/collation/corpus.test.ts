import { expect, test } from 'vitest';
import { type Article, withoutStandingLines } from './corpus.ts';

const article = (text: string, at: number): Article => ({
  id: `a${at}`,
  date: '2016-01-01',
  source: 'one',
  title: '',
  text,
});
const left = (texts: readonly string[]): readonly string[] =>
  withoutStandingLines(texts.map(article)).map(({ text }) => text);

test('a paragraph that stands in five articles is left out, whatever its numbers and addresses are', () => {
  const years = [2015, 2016, 2017, 2018, 2019];
  expect(
    left(years.map((year) => `Story ${'x'.repeat(year - 2014)}.\n\nCopyright ${year}. https://x.example/${year}`)),
  ).toEqual(years.map((year) => `Story ${'x'.repeat(year - 2014)}.`));
});

test('one that stands in four is kept', () => {
  const texts = ['a', 'b', 'c', 'd'].map((word) => `Story ${word}.\n\nSign up for our letter.`);
  expect(left(texts)).toEqual(texts);
});

test('a credit is left out wherever it stands, a sentence that names an agency is not', () => {
  expect(
    left([
      'The bridge fell.\n\nPhoto: A. Writer\n\nB. Writer contributed to this report.\n\nJane Writer/Reuters\n\nReuters said so.',
    ]),
  ).toEqual(['The bridge fell.\n\nReuters said so.']);
});
