import { describe, expect, it } from 'vitest';
import { quoteOf } from './quote.ts';

describe('a quote of a span', () => {
  it('carries the words with 32 units on either side', () => {
    const text = `${'x'.repeat(40)}claim${'y'.repeat(40)}`;
    expect(quoteOf(text, { start: 40, end: 45 })).toEqual({
      exact: 'claim',
      prefix: 'x'.repeat(32),
      suffix: 'y'.repeat(32),
    });
  });

  it('carries what there is at the ends of the text', () => {
    expect(quoteOf('claim', { start: 0, end: 5 })).toEqual({ exact: 'claim', prefix: '', suffix: '' });
  });

  it('never begins or ends its context between the halves of a character', () => {
    const quote = quoteOf('😀 claim 😀', { start: 3, end: 8 }, 2);
    expect(quote).toEqual({ exact: 'claim', prefix: ' ', suffix: ' ' });
  });
});
