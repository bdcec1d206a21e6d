import { expect, test } from 'vitest';
import { indexDocument } from './indexed-document.ts';
import { areSentences, endsSentence } from './sentence.ts';

const text = 'They “went there,” he said. “By night.” She saw Mr. Bell go. “Nobody else!”\n\n“And you?”';
const document = indexDocument({ id: 'one', text }, 0);
const { words } = document.tokens;

/** The words that a sentence of a text begins with. */
function firstsOf(line: string): readonly string[] {
  const indexed = indexDocument({ id: 'line', text: line }, 0);
  return indexed.tokens.words.filter((_, word) => endsSentence(indexed, word));
}

test('a sentence ends with its quotation, before a quotation, and not within one or behind a title', () => {
  expect(firstsOf(text)).toEqual(['they', 'by', 'she', 'nobody', 'and']);
});

test.each([
  ['They met Mr. “Bud” Smith there.', ['they']],
  ['He met Gov. &ldquo;Bud&rdquo; Smith there.', ['he']],
  ['They met “J. R.” Ewing there.', ['they']],
  ['After the U.S. “surge” they left.', ['after']],
  ['Shares of Bell Inc. “surged” on Monday.', ['shares']],
  ['“Who goes there?” he asked.', ['who']],
  ['“We won&hellip;&rdquo; she said.', ['we']],
])('no sentence ends within %j', (line, firsts) => {
  expect(firstsOf(line)).toEqual(firsts);
});

test.each([
  ['“Who goes there?” He asked nobody.', ['who', 'he']],
  ['"We won." The others had gone.', ['we', 'the']],
  ['“We won&hellip;&rdquo; She left.', ['we', 'she']],
  ['They met Mr. Smith. “Bud” was there.', ['they', 'bud']],
  ['They called him Mr.\n“Bud” Smith', ['they', 'bud']],
  ['“We went in by night.”\n\nhe asked who goes there', ['we', 'he']],
])('a sentence ends behind a quotation mark, or before one, in %j', (line, firsts) => {
  expect(firstsOf(line)).toEqual(firsts);
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
