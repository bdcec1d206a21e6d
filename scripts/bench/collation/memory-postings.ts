import type { Postings } from '#shared/collation/postings.ts';
import { mayContinue } from '#shared/collation/prints.ts';

/** Postings in memory, of any number, for detection without a project file. */
export interface MemoryPostings extends Postings {
  readonly add: (hash: number, slot: number, surroundings: number) => void;
}

const NONE = -1;

/** Numbers of a posting: hash, slot, surroundings, and the next posting of its cell. */
const WIDTH = 4;

/** A hash table with chains, the earliest posting first; it doubles when there are as many postings as cells. */
export function createMemoryPostings(): MemoryPostings {
  let capacity = 2 ** 16;
  let shift = 16;
  /** Of each cell the first posting and the last. */
  let ends = new Int32Array(capacity * 2).fill(NONE);
  /** A posting's numbers lie side by side: a look-up costs the memory one visit for each. */
  let postings = new Int32Array(capacity * WIDTH);
  let count = 0;

  const cellOf = (hash: number): number => Math.imul(hash, 0x9e37_79b1) >>> shift;
  const enter = (at: number): void => {
    const cell = cellOf(postings[at * WIDTH] ?? 0) * 2;
    const last = ends[cell + 1] ?? NONE;
    postings[at * WIDTH + 3] = NONE;
    if (last === NONE) ends[cell] = at;
    else postings[last * WIDTH + 3] = at;
    ends[cell + 1] = at;
  };
  const grow = (): void => {
    capacity *= 2;
    shift -= 1;
    const wider = new Int32Array(capacity * WIDTH);
    wider.set(postings);
    postings = wider;
    ends = new Int32Array(capacity * 2).fill(NONE);
    for (let at = 0; at < count; at += 1) enter(at);
  };

  let cells = new Int32Array(1024);
  return {
    add(hash, slot, surroundings) {
      if (count === capacity) grow();
      postings[count * WIDTH] = hash;
      postings[count * WIDTH + 1] = slot;
      postings[count * WIDTH + 2] = surroundings;
      enter(count);
      count += 1;
    },
    lookUp({ hashes, surroundings }, rows, wanted, most, found) {
      if (cells.length < wanted) cells = new Int32Array(wanted * 2);
      // All beginnings first: reads that do not wait for one another cost the memory one wait for many.
      for (let at = 0; at < wanted; at += 1) cells[at] = ends[cellOf(hashes[rows[at] ?? 0] ?? 0) * 2] ?? NONE;
      for (let index = 0; index < wanted; index += 1) {
        const row = rows[index] ?? 0;
        const hash = (hashes[row] ?? 0) | 0;
        const around = surroundings[row] ?? 0;
        for (
          let at = cells[index] ?? NONE;
          at !== NONE && found.held(row) < most;
          at = postings[at * WIDTH + 3] ?? NONE
        ) {
          if (postings[at * WIDTH] === hash && mayContinue(around, postings[at * WIDTH + 2] ?? 0)) {
            found.add(row, postings[at * WIDTH + 1] ?? 0);
          }
        }
      }
    },
  };
}
