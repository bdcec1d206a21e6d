import { expect, test } from 'vitest';
import { isSameWords, wordsOf } from './same-words.ts';

const text = '“They said 😀 so,” he told us.';
const spanOf = (part: string) => ({ start: text.indexOf(part), end: text.indexOf(part) + part.length });

test.each([
  ['“They said 😀 so,”', 'They said 😀 so', true],
  ['said', ' said ', true],
  ['They said 😀', 'They said', true],
  ['They said', 'They said 😀 so', false],
  ['They', 'he', false],
])('“%s” and “%s” cover the same words: %s', (a, b, same) => {
  expect(isSameWords(text, spanOf(a), spanOf(b))).toBe(same);
});

test('the words of a span are what is left without punctuation and space at its edges', () => {
  const words = (part: string) => {
    const { start, end } = wordsOf(text, spanOf(part));
    return text.slice(start, end);
  };
  expect(['“They said 😀 so,” ', '😀 so,”', ' 😀 ', 'us.', 'They'].map(words)).toEqual([
    'They said 😀 so',
    'so',
    '',
    'us',
    'They',
  ]);
});
