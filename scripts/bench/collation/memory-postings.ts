import type { Postings } from '#shared/collation/postings.ts';
import { mayContinue } from '#shared/collation/prints.ts';

/** Postings in memory, of any number, for detection without a project file. */
export interface MemoryPostings extends Postings {
  readonly add: (hash: number, slot: number, surroundings: number) => void;
}

const NONE = -1;

/** A hash table with chains; it doubles when there are as many postings as cells. Look-ups come by slot, ascending. */
export function createMemoryPostings(): MemoryPostings {
  let capacity = 2 ** 16;
  let heads = new Int32Array(capacity).fill(NONE);
  let hashes = new Uint32Array(capacity);
  let slots = new Int32Array(capacity);
  let around = new Int32Array(capacity);
  let next = new Int32Array(capacity);
  let count = 0;

  const cellOf = (hash: number): number => Math.imul(hash, 0x9e37_79b1) & (capacity - 1);
  const enter = (at: number): void => {
    const cell = cellOf(hashes[at] ?? 0);
    next[at] = heads[cell] ?? NONE;
    heads[cell] = at;
  };
  const grow = (): void => {
    capacity *= 2;
    hashes = grown(hashes, new Uint32Array(capacity));
    slots = grown(slots, new Int32Array(capacity));
    around = grown(around, new Int32Array(capacity));
    next = new Int32Array(capacity);
    heads = new Int32Array(capacity).fill(NONE);
    for (let at = 0; at < count; at += 1) enter(at);
  };

  const chain: number[] = [];
  return {
    add(hash, slot, surroundings) {
      if (count === capacity) grow();
      hashes[count] = hash;
      slots[count] = slot;
      around[count] = surroundings;
      enter(count);
      count += 1;
    },
    lookUp(hash, surroundings, most, found) {
      chain.length = 0;
      for (let at = heads[cellOf(hash)] ?? NONE; at !== NONE; at = next[at] ?? NONE) {
        if (hashes[at] === hash && mayContinue(surroundings, around[at] ?? 0)) chain.push(at);
      }
      // A chain leads from the latest to the earliest.
      for (let index = chain.length - 1; index >= 0 && found.count < most; index -= 1) {
        const at = chain[index] ?? 0;
        found.push(slots[at] ?? 0);
      }
    },
  };
}

function grown<T extends Int32Array | Uint32Array>(from: T, into: T): T {
  into.set(from);
  return into;
}
