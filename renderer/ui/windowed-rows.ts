/** Which rows of a long list lie on screen: arithmetic alone. Sizes in CSS pixels. */

export interface RowOffsets {
  readonly count: number;
  /** Where each row starts, and where the last one ends. */
  readonly starts: Float64Array;
}

export function rowOffsets(sizes: readonly number[]): RowOffsets {
  const starts = new Float64Array(sizes.length + 1);
  for (const [at, size] of sizes.entries()) starts[at + 1] = (starts[at] ?? 0) + size;
  return { count: sizes.length, starts };
}

export function totalSize({ starts, count }: RowOffsets): number {
  return starts[count] ?? 0;
}

/** The row at `offset`; the last one below the end. */
export function rowAt({ starts, count }: RowOffsets, offset: number): number {
  let low = 0;
  let high = Math.max(0, count - 1);
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Half-open range of rows that are seen, `overscan` more at either end. */
export function rowsInView(
  rows: RowOffsets,
  top: number,
  height: number,
  overscan: number,
): { readonly from: number; readonly to: number } {
  if (rows.count === 0) return { from: 0, to: 0 };
  return {
    from: Math.max(0, rowAt(rows, top) - overscan),
    to: Math.min(rows.count, rowAt(rows, top + height) + 1 + overscan),
  };
}

/** Where to scroll so that the row is wholly seen; `top` itself where it is already. */
export function scrollToShow({ starts }: RowOffsets, row: number, top: number, height: number): number {
  const start = starts[row] ?? 0;
  const end = starts[row + 1] ?? start;
  if (start < top) return start;
  return end > top + height ? end - height : top;
}
