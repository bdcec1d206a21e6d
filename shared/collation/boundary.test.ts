import { expect, it } from 'vitest';
import { tokenise } from '#shared/text/tokens.ts';
import { boundariesOf } from './boundary.ts';

/** The words of a text with a stroke before those that a sentence or line begins with, and a sign before a quotation. */
function marked(text: string): string {
  const tokens = tokenise(text);
  const boundaries = boundariesOf(text, tokens);
  return tokens.words.map((word, at) => `${['', '“', '|'][boundaries[at] ?? 0] ?? ''}${word}`).join(' ');
}

it.each([
  ['He left. Nobody saw it', '|he left |nobody saw it'],
  ['He said “no one” and left', '|he said “no one “and left'],
  ['&quot;No&quot; he said', '|no “he said'],
  ['Gov. Rick Snyder met Mr. Obama on Jan. 5', '|gov rick snyder met mr obama on jan 5'],
  ['J. K. Rowling. So did I. Then', '|j k rowling |so did i |then'],
  ['it was in the col. Then he left', '|it was in the col |then he left'],
  ['Mr.\nObama', '|mr |obama'],
])('the boundaries in %j', (text, expected) => {
  expect(marked(text)).toBe(expected);
});
