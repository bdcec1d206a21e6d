import { describe, expect, it } from 'vitest';
import { checkEquivalent, equivalentKey } from '#shared/domain/equivalent.ts';
import { defaultEquivalents } from './default-equivalents.ts';

const pairs = defaultEquivalents.map(([a, b]) => ({ a, b }));
const pairsOf = (word: string): readonly string[] =>
  pairs.flatMap(({ a, b }) => (a === word ? [b] : b === word ? [a] : [])).toSorted();

describe('the equivalents that the program brings', () => {
  it('are each a pair that a project could add: two wordings of at most four words', () => {
    expect(pairs.filter(({ a, b }) => !checkEquivalent(a, b).ok)).toEqual([]);
  });

  it('stand in the list once', () => {
    const keys = pairs.map(equivalentKey);
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  });

  it('name every two ways of saying one thing, because nothing follows from two pairs', () => {
    expect(pairsOf('IS')).toEqual(['Daesh', 'ISIL', 'ISIS', 'Islamic State']);
    expect(pairsOf('percent')).toEqual(['pct', 'per cent']);
  });

  it('never let a negation stand for its opposite, or one number for another', () => {
    const isNegated = (phrase: string): boolean => /\b(not|no|never|nobody|cannot)\b|n't\b/u.test(phrase);
    expect(pairs.filter(({ a, b }) => isNegated(a) !== isNegated(b))).toEqual([]);
    expect(pairs.filter(({ a, b }) => /\d/u.test(a + b))).toEqual([]);
  });
});
