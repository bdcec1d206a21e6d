import { expect, test } from 'vitest';
import { isSameWords } from './same-words.ts';

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
