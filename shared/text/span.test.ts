import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkSpan, contains, isSameSpan, overlaps } from './span.ts';

const text = 'a😀b';

describe('a span held against a text', () => {
  it.each([
    ['the whole text', { start: 0, end: 4 }],
    ['a pair taken whole', { start: 1, end: 3 }],
    ['the last character', { start: 3, end: 4 }],
  ])('accepts %s', (_, span) => {
    expect(checkSpan(text, span)).toEqual({ ok: true, value: span });
  });

  it.each([
    ['a fraction', { start: 0.5, end: 2 }, { type: 'SpanNotWhole' }],
    ['no number', { start: Number.NaN, end: 2 }, { type: 'SpanNotWhole' }],
    ['bounds in the wrong order', { start: 3, end: 1 }, { type: 'SpanReversed' }],
    ['nothing', { start: 1, end: 1 }, { type: 'SpanEmpty' }],
    ['a start before the text', { start: -1, end: 2 }, { type: 'SpanOutsideText' }],
    ['an end behind the text', { start: 1, end: 5 }, { type: 'SpanOutsideText' }],
    ['a start inside a pair', { start: 2, end: 4 }, { type: 'SpanSplitsCharacter', offset: 2 }],
    ['an end inside a pair', { start: 0, end: 2 }, { type: 'SpanSplitsCharacter', offset: 2 }],
  ])('refuses %s and says why', (_, span, error) => {
    expect(checkSpan(text, span)).toMatchObject({ ok: false, error: { ...error, span, length: 4 } });
  });
});

describe('two spans', () => {
  const spans = fc
    .tuple(fc.nat(12), fc.integer({ min: 1, max: 6 }))
    .map(([start, length]) => ({ start, end: start + length }));
  const units = ({ start, end }: { start: number; end: number }): Set<number> =>
    new Set(Array.from({ length: end - start }, (_, index) => start + index));

  it('overlap, contain and equal each other as their units do', () => {
    fc.assert(
      fc.property(spans, spans, (one, other) => {
        expect(overlaps(one, other)).toBe([...units(one)].some((unit) => units(other).has(unit)));
        expect(contains(one, other)).toBe([...units(other)].every((unit) => units(one).has(unit)));
        expect(isSameSpan(one, other)).toBe(contains(one, other) && contains(other, one));
      }),
    );
  });
});
