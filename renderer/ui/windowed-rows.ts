/** Which rows of a long list lie on screen: arithmetic alone. Sizes in CSS pixels. */

/** Rows and where they lie, without a list of all of them. */
export interface RowPlaces {
  readonly count: number;
  /** Where a row starts; at `count`, where the last one ends. */
  readonly startOf: (row: number) => number;
  /** The row at an offset; the last one below the end. */
  readonly rowAt: (offset: number) => number;
}

/** @param startOf where each row starts, ascending, and at `count` where the last one ends */
export function rowPlaces(count: number, startOf: (row: number) => number): RowPlaces {
  return {
    count,
    startOf,
    rowAt: (offset) => {
      let low = 0;
      let high = Math.max(0, count - 1);
      while (low < high) {
        const middle = (low + high + 1) >>> 1;
        if (startOf(middle) <= offset) low = middle;
        else high = middle - 1;
      }
      return low;
    },
  };
}

export function totalSize({ startOf, count }: RowPlaces): number {
  return startOf(count);
}

/** Half-open range of rows that are seen, `overscan` more at either end. */
export function rowsInView(
  rows: RowPlaces,
  top: number,
  height: number,
  overscan: number,
): { readonly from: number; readonly to: number } {
  if (rows.count === 0) return { from: 0, to: 0 };
  return {
    from: Math.max(0, rows.rowAt(top) - overscan),
    to: Math.min(rows.count, rows.rowAt(top + height) + 1 + overscan),
  };
}

/** Where to scroll so that the row is wholly seen; `top` itself where it is already. */
export function scrollToShow({ startOf }: RowPlaces, row: number, top: number, height: number): number {
  const start = startOf(row);
  const end = startOf(row + 1);
  if (start < top) return start;
  return end > top + height ? end - height : top;
}
