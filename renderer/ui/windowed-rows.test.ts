import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowPlaces, rowsInView, scrollToShow, totalSize, type RowPlaces } from './windowed-rows.ts';

/** Rows of these sizes, one below the other. */
const rowOffsets = (list: readonly number[]): RowPlaces =>
  rowPlaces(list.length, (row) => list.slice(0, row).reduce((sum, size) => sum + size, 0));

const sizes = fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 60 });

describe('rows on screen', () => {
  it('are exactly those that touch the view', () => {
    fc.assert(
      fc.property(sizes, fc.nat(3000), fc.integer({ min: 1, max: 500 }), (list, at, height) => {
        const rows = rowOffsets(list);
        const top = Math.min(at, Math.max(0, totalSize(rows) - 1));
        const touching: number[] = [];
        let start = 0;
        for (const [row, size] of list.entries()) {
          if (start <= top + height && start + size > top) touching.push(row);
          start += size;
        }
        const { from, to } = rowsInView(rows, top, height, 0);
        expect([from, to - 1]).toEqual([touching[0], touching.at(-1)]);
      }),
    );
  });

  it('are none of an empty list', () => {
    expect(rowsInView(rowOffsets([]), 0, 100, 4)).toEqual({ from: 0, to: 0 });
  });

  it('are scrolled to no further than needed', () => {
    const rows = rowOffsets([10, 10, 10, 10]);
    expect(scrollToShow(rows, 1, 5, 20)).toBe(5);
    expect(scrollToShow(rows, 0, 5, 20)).toBe(0);
    expect(scrollToShow(rows, 3, 5, 20)).toBe(20);
  });
});
