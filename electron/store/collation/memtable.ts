/** Postings of the documents that came after the last segment was written: in memory, made anew from their words. */
import type { Postings } from '#shared/collation/postings.ts';
import { mayContinue } from '#shared/collation/prints.ts';
import { BASE_BITS } from './posting-bucket.ts';

/** Cells of the hash table, a power of two, and how many of them may be in use. */
const CELLS = 2 ** 18;
const EMPTY = -1;

export interface Memtable {
  readonly count: number;
  readonly add: (hash: number, slot: number, surroundings: number) => void;
  readonly lookUp: Postings['lookUp'];
  /** All postings by the upper 12 bits of their fingerprint, then by fingerprint and slot. */
  readonly sorted: () => SortedPostings;
  readonly clear: () => void;
}

export interface SortedPostings {
  /** Where each of the 4,096 buckets begins; one more for the end. */
  readonly begins: Int32Array;
  readonly hashes: Uint32Array;
  readonly slots: Int32Array;
  readonly surroundings: Int32Array;
}

/** @param isLive of a slot: removed documents are passed over by look-ups */
export function createMemtable(isLive: (slot: number) => boolean = () => true): Memtable {
  const heads = new Int32Array(CELLS).fill(EMPTY);
  let capacity = 2 ** 15;
  let hashes = new Uint32Array(capacity);
  let slots = new Int32Array(capacity);
  let surroundings = new Int32Array(capacity);
  let next = new Int32Array(capacity);
  let count = 0;
  const chain: number[] = [];

  const grow = (): void => {
    capacity *= 2;
    hashes = grown(hashes, new Uint32Array(capacity));
    slots = grown(slots, new Int32Array(capacity));
    surroundings = grown(surroundings, new Int32Array(capacity));
    next = grown(next, new Int32Array(capacity));
  };

  return {
    get count() {
      return count;
    },
    add: (hash, slot, around) => {
      if (count === capacity) grow();
      const cell = cellOf(hash);
      hashes[count] = hash;
      slots[count] = slot;
      surroundings[count] = around;
      next[count] = heads[cell] ?? EMPTY;
      heads[cell] = count;
      count += 1;
    },
    lookUp: (prints, rows, wanted, most, found) => {
      for (let index = 0; index < wanted; index += 1) {
        const row = rows[index] ?? 0;
        const hash = prints.hashes[row] ?? 0;
        const around = prints.surroundings[row] ?? 0;
        chain.length = 0;
        for (let at = heads[cellOf(hash)] ?? EMPTY; at !== EMPTY; at = next[at] ?? EMPTY)
          if (hashes[at] === hash) chain.push(at);
        // The chain leads from the latest to the earliest.
        for (let last = chain.length - 1; last >= 0 && found.held(row) < most; last -= 1) {
          const at = chain[last] ?? 0;
          const slot = slots[at] ?? 0;
          if (mayContinue(around, surroundings[at] ?? 0) && isLive(slot)) found.add(row, slot);
        }
      }
    },
    sorted: () => {
      const begins = new Int32Array(2 ** BASE_BITS + 1);
      for (let at = 0; at < count; at += 1) {
        const bucket = ((hashes[at] ?? 0) >>> (32 - BASE_BITS)) + 1;
        begins[bucket] = (begins[bucket] ?? 0) + 1;
      }
      for (let bucket = 1; bucket < begins.length; bucket += 1)
        begins[bucket] = (begins[bucket] ?? 0) + (begins[bucket - 1] ?? 0);
      const filled = begins.slice();
      const order = new Int32Array(count);
      // Postings come by slot, and each is put behind those of equal or lesser fingerprint: slots stay in order.
      for (let at = 0; at < count; at += 1) {
        const hash = hashes[at] ?? 0;
        const bucket = hash >>> (32 - BASE_BITS);
        const begin = begins[bucket] ?? 0;
        let place = filled[bucket] ?? 0;
        filled[bucket] = place + 1;
        while (place > begin && (hashes[order[place - 1] ?? 0] ?? 0) > hash) {
          order[place] = order[place - 1] ?? 0;
          place -= 1;
        }
        order[place] = at;
      }
      const sorted = {
        begins,
        hashes: new Uint32Array(count),
        slots: new Int32Array(count),
        surroundings: new Int32Array(count),
      };
      for (let row = 0; row < count; row += 1) {
        const at = order[row] ?? 0;
        sorted.hashes[row] = hashes[at] ?? 0;
        sorted.slots[row] = slots[at] ?? 0;
        sorted.surroundings[row] = surroundings[at] ?? 0;
      }
      return sorted;
    },
    clear: () => {
      heads.fill(EMPTY);
      count = 0;
    },
  };
}

function cellOf(hash: number): number {
  return Math.imul(hash, 0x9e37_79b1) >>> 14;
}

function grown<T extends Int32Array | Uint32Array>(from: T, into: T): T {
  into.set(from);
  return into;
}
