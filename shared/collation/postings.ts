/** Which documents hold fingerprints: what detection asks of the index, wherever it is kept. */
import type { Prints } from './prints.ts';
import { doubled } from './scratch.ts';

/** Holders of fingerprints, used again and again: they are too many to make objects. */
export interface HolderList {
  readonly count: number;
  /** Document by slot; the first `count` are valid. */
  readonly slots: Int32Array;
  /** Which of the fingerprints it holds, as row of the prints; the first `count` are valid. */
  readonly rows: Int32Array;
  /** How many holders of a row there are in the list. */
  readonly held: (row: number) => number;
  readonly add: (row: number, slot: number) => void;
  /** Empties the list, for prints of so many rows. */
  readonly clear: (rows: number) => void;
}

export interface Postings {
  /**
   * Appends, for the first `count` rows of prints in `rows`, the documents that hold the fingerprint among words with
   * which a shared run of eight words is not ruled out (`mayContinue`), those of one row the earliest first, until the
   * list has `most` of the row. Documents that were removed may be among them.
   */
  readonly lookUp: (prints: Prints, rows: Int32Array, count: number, most: number, found: HolderList) => void;
}

export function createHolderList(): HolderList {
  let count = 0;
  let slots = new Int32Array(1024);
  let rows = new Int32Array(1024);
  let held = new Int32Array(1024);
  return {
    get count() {
      return count;
    },
    get slots() {
      return slots;
    },
    get rows() {
      return rows;
    },
    held: (row) => held[row] ?? 0,
    add: (row, slot) => {
      if (count === slots.length) {
        slots = doubled(slots);
        rows = doubled(rows);
      }
      slots[count] = slot;
      rows[count] = row;
      count += 1;
      held[row] = (held[row] ?? 0) + 1;
    },
    clear: (of) => {
      count = 0;
      if (held.length < of) held = new Int32Array(of * 2);
      else held.fill(0, 0, of);
    },
  };
}
