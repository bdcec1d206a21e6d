/** How much of an import goes into one transaction. */

export interface BatchSize {
  /** Characters (UTF-16 units) that the next batch may have; one document always goes. */
  readonly characters: () => number;
  /** What a batch of so many characters took, in milliseconds. */
  readonly took: (characters: number, milliseconds: number) => void;
}

/**
 * What a transaction should take, in milliseconds: long enough that the flush to disk at its end does not count, short
 * enough that an analyst's tag, which waits for it, does not feel it.
 */
const wanted = 50;
const first = 40_000;
const least = 4_000;
const most = 4_000_000;

/** Goes by what the last batch took, at most twice up and eight times down, so that one odd batch does no harm. */
export function createBatchSize(): BatchSize {
  let size = first;
  return {
    characters: () => size,
    took: (characters, milliseconds) => {
      const fitting = (characters * wanted) / Math.max(milliseconds, 0.5);
      size = Math.round(Math.min(most, Math.max(least, size / 8, Math.min(size * 2, fitting))));
    },
  };
}
