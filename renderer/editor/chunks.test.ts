import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chunksOf, chunkSize } from './chunks.ts';

function cut(text: string): readonly string[] {
  return chunksOf(text, { start: 0, end: text.length }).map(({ start, end }) => text.slice(start, end));
}

const longLine = fc
  .array(fc.constantFrom('word ', '😀', '👨‍👩‍👧', 'e\u0301\u0302', '👍🏽', '漢', 'x'), { minLength: 1, maxLength: 40 })
  .map((parts) => parts.join('').repeat(Math.ceil((3 * chunkSize) / parts.join('').length)));

describe('chunks of a line', () => {
  it('are the line itself up to twice their size', () => {
    const line = 'word '.repeat((2 * chunkSize) / 5);
    expect(cut(line)).toEqual([line]);
  });

  it('make up the line again', () => {
    fc.assert(
      fc.property(longLine, (line) => {
        expect(cut(line).join('')).toBe(line);
      }),
    );
  });

  it('are all near their size', () => {
    fc.assert(
      fc.property(longLine, (line) => {
        for (const chunk of cut(line)) expect(chunk.length).toBeLessThanOrEqual(2 * chunkSize);
        for (const chunk of cut(line).slice(0, -1)) expect(chunk.length).toBeGreaterThanOrEqual(chunkSize);
      }),
    );
  });

  it('never cut a character, not even one of several code points', () => {
    const characters = new Intl.Segmenter('en', { granularity: 'grapheme' });
    fc.assert(
      fc.property(longLine, (line) => {
        const starts = new Set(Array.from(characters.segment(line), ({ index }) => index));
        for (const { start } of chunksOf(line, { start: 0, end: line.length })) expect(starts.has(start)).toBe(true);
      }),
    );
  });
});
