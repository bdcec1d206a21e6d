import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeCounts, wordChanges, type WordChange } from './word-changes.ts';

const read = (changes: readonly WordChange[] | null): string =>
  (changes ?? [])
    .map(({ type, text }) => (type === 'kept' ? text : type === 'added' ? `[+${text}]` : `[-${text}]`))
    .join('');

const words = fc.array(fc.constantFrom('not', 'the', 'US', '“they', 'said.”', '3.5', '—', 'fight'), { maxLength: 14 });
const wording = words.map((list) => list.join(' '));

describe('a copy held against the annotated wording', () => {
  it('shows what it added and what it lacks', () => {
    expect(read(wordChanges('Russia has done nothing at all', 'Russia has not done nothing'))).toBe(
      'Russia has [+not] done nothing[-at all]',
    );
  });

  it('does not see typography, case or punctuation', () => {
    expect(read(wordChanges('“They haven’t,” he said', '"they haven\'t", HE SAID'))).toBe('"they haven\'t", HE SAID');
  });

  it('counts words, not signs', () => {
    expect(changeCounts(wordChanges('one two three', 'one 2, — three four') ?? [])).toEqual({ added: 2, missing: 1 });
  });

  it('gives the copy back when what is missing is left out', () => {
    fc.assert(
      fc.property(wording, wording, (before, after) => {
        const kept = (wordChanges(before, after) ?? []).filter(({ type }) => type !== 'missing');
        expect(kept.map(({ text }) => text).join('')).toBe(after);
      }),
    );
  });

  it('finds nothing between a text and itself', () => {
    fc.assert(
      fc.property(wording, (text) => {
        expect((wordChanges(text, text) ?? []).every(({ type }) => type === 'kept')).toBe(true);
      }),
    );
  });

  it('is not made of texts too long to compare at once', () => {
    expect(wordChanges('a '.repeat(3000), 'b '.repeat(3000))).toBeNull();
  });
});
