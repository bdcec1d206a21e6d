import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isGraphemeBoundary } from './grapheme.ts';

describe('the boundary of a character', () => {
  it('is where the runtime splits the text into characters', () => {
    const units = fc.constantFrom('a', ' ', '\r\n', 'e\u0301', '😀', '👩‍👩‍👧', '🇫🇷', '한', '\u200d', '1️⃣');
    fc.assert(
      fc.property(fc.string({ unit: units, maxLength: 8 }), (text) => {
        const starts = new Set([...new Intl.Segmenter('en').segment(text)].map(({ index }) => index));
        for (let offset = 1; offset < text.length; offset += 1) {
          expect(isGraphemeBoundary(text, offset)).toBe(starts.has(offset));
        }
      }),
    );
  });
});
