import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldWord } from './fold.ts';
import { createLexicon } from './lexicon.ts';
import { wordNumber } from './word-number.ts';

/** What a lexicon says of some words that stand one after another in one text. */
function said(words: readonly string[]): readonly string[] {
  const lexicon = createLexicon();
  const text = words.join(' ');
  let start = 0;
  return words.map((word) => {
    const entry = lexicon.entryOf(text, start, start + word.length);
    start += word.length + 1;
    return `${lexicon.word(entry)} ${lexicon.number(entry)}`;
  });
}

describe('a lexicon', () => {
  it('says of every word what folding and numbering it say, whatever it was asked before', () => {
    const word = fc.oneof(
      fc.constantFrom('The', 'the', 'U.S.', 'haven’t', '1,000', 'ﬁnd', 'é', 'e\u0301', '\u00ad', '東京'),
      fc.string({ minLength: 1, maxLength: 100 }),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), (words) => {
        expect(said(words)).toEqual(words.map((one) => `${foldWord(one)} ${wordNumber(foldWord(one))}`));
      }),
    );
  });

  it('goes on after more different words than it keeps', () => {
    const words = Array.from({ length: 120_000 }, (_, at) => `W${at % 70_000}`);
    expect(said(words)).toEqual(words.map((one) => `${one.toLowerCase()} ${wordNumber(one.toLowerCase())}`));
  });
});
