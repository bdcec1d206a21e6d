import { expect, it } from 'vitest';
import { libraryText } from './library.ts';

it('the library’s numbers say when more documents are still coming', () => {
  const { all, shown, noMatch } = libraryText;
  expect([all(2000, true), shown(3, 2000, true), noMatch('x', true)]).toEqual([
    '2,000 so far',
    '3 of 2,000 so far',
    'None of the documents read so far is called “x”. More are still coming.',
  ]);
  expect([all(2000, false), shown(3, 2000, false), noMatch('x', false)]).toEqual([
    '2,000',
    '3 of 2,000',
    'No document is called “x”.',
  ]);
});
