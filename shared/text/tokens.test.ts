import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenise, tokensIn } from './tokens.ts';

const words = (text: string): readonly string[] => tokenise(text).words;

describe('words that fold alike', () => {
  it.each([
    ['apostrophes', "haven't", 'haven’t'],
    ['typewriter accents', 'don`t', 'donʼt'],
    ['apostrophes as entities', 'don&#39;t don&#x2019;t don&#8242;t &rsquo;', 'don’t don’t don’t'],
    ['signs as entities', '&quot;Russia&#8221;&nbsp;came&mdash;in', '“Russia” came—in'],
    ['what only looks like an entity', 'AT&T &quota &mdash;', 'AT T quota'],
    ['case', 'PENTAGON', 'pentagon'],
    ['dotted initials', 'the U.S. said', 'the US said'],
    ['dotted initials with an ending', 'the U.S.’s aims', "the US's aims"],
    ['thousands', '1,000,000 people', '1000000 people'],
    ['composed and decomposed letters', 'caf\u00e9', 'cafe\u0301'],
    ['accents', 'résumé', 'resume'],
    ['sharp s', 'Größe', 'GRÖSSE'],
    ['final sigma', 'λόγος', 'ΛΟΓΟΣ'],
    ['soft hyphens', 'com\u00admon', 'common'],
    ['zero-width spaces', 'com\u200bmon', 'common'],
    ['direction marks', '\u200fשלום\u200e', 'שלום'],
    ['vowel points', 'שָׁלוֹם', 'שלום'],
    ['full-width letters', 'ＡＢＣ１２', 'abc12'],
    ['mathematical letters', '𝐁old', 'bold'],
    ['ligatures', 'ﬁnd', 'find'],
    ['no-break spaces', 'a\u00a0b', 'a b'],
    ['dashes', 'US-led end—a floor', 'us led end a floor'],
    ['quotation marks and brackets', '“[Russia] came” (in)', 'russia came in'],
    ['Hangul spelt in letters', '한국어', '한국어'.normalize('NFD')],
  ])('%s', (_, one, other) => {
    expect(words(one)).toEqual(words(other));
  });
});

describe('words that stay apart', () => {
  it.each([
    ['decimals', '3.5', '35'],
    ['Cyrillic и and й', 'мои', 'мой'],
    ['lists of numbers', '10,20', '1020'],
    ['letters as entities', 'caf&#233;', 'caf'],
    ['two sentences', 'It ended.He left', 'It endedHe left'],
    ['single initials', 'J. K. Rowling', 'JK Rowling'],
    ['Indic vowel signs', 'कि', 'का'],
  ])('%s', (_, one, other) => {
    expect(words(one)).not.toEqual(words(other));
  });
});

describe('the words of a text', () => {
  it('keep the place they were read from', () => {
    const text = '“U.S. haven’t—1,000 😀 e\u0301t\u00ade”';
    const { starts, ends, count } = tokenise(text);
    const read = Array.from({ length: count }, (_, at) => text.slice(starts[at], ends[at]));
    expect(read).toEqual(['U.S.', 'haven’t', '1,000', 'e\u0301t\u00ade']);
  });

  it('are found in scripts that set no spaces', () => {
    expect(words('東京都に行きます。')).toEqual(['東京', '都', 'に', '行き', 'ます']);
    expect(words('สวัสดีครับ').length).toBeGreaterThan(1);
  });

  it('are in order, never empty, never overlapping, and inside the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        const { starts, ends, words: found, count } = tokenise(text);
        let last = 0;
        for (let at = 0; at < count; at += 1) {
          expect(starts[at]).toBeGreaterThanOrEqual(last);
          expect(ends[at]).toBeGreaterThan(starts[at] ?? 0);
          expect(found[at]).not.toBe('');
          last = ends[at] ?? 0;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 300 },
    );
  });

  it('are the same in NFC and NFD', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'a é ü ñ ç й ё ø ΐ 한 . ’'.split(' '), ' '), maxLength: 40 }),
        (text) => {
          expect(words(text.normalize('NFD'))).toEqual(words(text.normalize('NFC')));
        },
      ),
    );
  });
});

describe('the words that a span touches', () => {
  const tokens = tokenise('one two  three');

  it.each([
    ['whole words', { start: 0, end: 7 }, [0, 2]],
    ['a word cut into', { start: 5, end: 6 }, [1, 2]],
    ['only space', { start: 7, end: 9 }, [2, 2]],
    ['everything', { start: 0, end: 14 }, [0, 3]],
  ])('%s', (_, span, [from, to]) => {
    expect(tokensIn(tokens, span)).toEqual({ from, to });
  });
});
