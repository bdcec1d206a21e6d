import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createOffsetTable } from './offsets.ts';

const texts = fc.string({ unit: fc.constantFrom('a', 'é', '😀', '𝐁', '\n', '\ud83d', '\ude00', 'e\u0301') });

describe('the table between UTF-16 units and code points', () => {
  it('agrees with counting the characters, at every offset', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const table = createOffsetTable(text);
        let utf16 = 0;
        let codePoint = 0;
        for (const character of text) {
          expect(table.toCodePoint(utf16)).toEqual({ ok: true, value: codePoint });
          expect(table.toUtf16(codePoint)).toEqual({ ok: true, value: utf16 });
          utf16 += character.length;
          codePoint += 1;
        }
        expect(table).toMatchObject({ utf16Length: utf16, codePointLength: codePoint });
        expect(table.toUtf16(codePoint)).toEqual({ ok: true, value: utf16 });
      }),
    );
  });

  it('refuses an offset between the halves of a pair', () => {
    expect(createOffsetTable('a😀b').toCodePoint(2)).toMatchObject({
      ok: false,
      error: { type: 'OffsetSplitsCharacter', offset: 2 },
    });
  });

  it.each([
    [-1, 'OffsetOutsideText'],
    [5, 'OffsetOutsideText'],
    [0.5, 'OffsetNotWhole'],
  ])('refuses %d', (offset, type) => {
    expect(createOffsetTable('a😀b').toCodePoint(offset)).toMatchObject({ ok: false, error: { type } });
    expect(createOffsetTable('a😀b').toUtf16(offset)).toMatchObject({ ok: false, error: { type } });
  });
});
