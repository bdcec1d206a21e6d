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

test('of two broken spans each range must cover the same words; one over the whole covers others', () => {
  const broken = (...parts: readonly string[]) => {
    const ranges = parts.map(spanOf);
    return { start: ranges[0]?.start ?? 0, end: ranges.at(-1)?.end ?? 0, ranges };
  };
  const copy = broken('“They', 'so,”', 'told us');
  expect([
    isSameWords(text, copy, broken('They', 'so', 'told us.')),
    isSameWords(text, copy, broken('They', 'said', 'told us.')),
    isSameWords(text, copy, broken('They', 'so,” he told us.')),
    isSameWords(text, copy, spanOf('They said 😀 so,” he told us')),
  ]).toEqual([true, false, false, false]);
});
