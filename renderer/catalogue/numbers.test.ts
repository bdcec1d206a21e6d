import { describe, expect, it } from 'vitest';
import { countsText, numberText, percentText, shortNumberText } from './numbers.ts';

describe('numbers on screen', () => {
  it('separates thousands', () => {
    expect(numberText(4956)).toBe('4,956');
  });

  it('shortens only what would not fit', () => {
    expect([9999, 12_345, 678_901].map(shortNumberText)).toEqual(['9,999', '12.3K', '679K']);
  });

  it('uses the singular for one alone', () => {
    expect(countsText({ passages: 1, occurrences: 3 })).toBe('1 passage, 3 occurrences');
    expect(countsText({ passages: 0, occurrences: 1 })).toBe('0 passages, 1 occurrence');
  });

  it('never rounds a share to nothing or to all', () => {
    expect(percentText(0.001)).toBe('1\u00a0%');
    expect(percentText(0.999)).toBe('99\u00a0%');
    expect(percentText(0)).toBe('0\u00a0%');
    expect(percentText(1)).toBe('100\u00a0%');
  });
});
