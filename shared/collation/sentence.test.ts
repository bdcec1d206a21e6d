import { expect, test } from 'vitest';
import { indexDocument } from './indexed-document.ts';
import { areSentences, endsSentence } from './sentence.ts';

const text = 'They “went there,” he said. “By night.” She saw Mr. Bell go. “Nobody else!”\n\n“And you?”';
const document = indexDocument({ id: 'one', text }, 0);
const { words } = document.tokens;

test('a sentence ends with its quotation, before a quotation, and not within one or behind a title', () => {
  const firsts = words.filter((_, word) => endsSentence(document, word));
  expect(firsts).toEqual(['they', 'by', 'she', 'nobody', 'and']);
});

test('words are whole sentences if one ends before them and one with them', () => {
  const [from, to] = [words.indexOf('she'), words.indexOf('and')];
  expect([
    areSentences(document, { from, to }),
    areSentences(document, { from: from + 1, to }),
    areSentences(document, { from, to: to - 1 }),
    areSentences(document, { from, to: from }),
  ]).toEqual([true, false, false, false]);
});
