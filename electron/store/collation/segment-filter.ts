/**
 * Says of most fingerprints that a segment does not hold, without reading it: a Bloom filter a bucket (three probes),
 * twelve bits an entry or more, which is wrong once or twice in a hundred times; a fingerprint's probes lie in 64 bytes,
 * so that asking costs the memory one visit. Kept beside the segment, read whole when it is first needed.
 */
import type { Database } from 'better-sqlite3';
import { query, write } from '../statement.ts';
import { hashesIn } from './posting-bucket.ts';

/** Buckets whose filters share a row. */
const BUCKETS_A_ROW = 64;

const BUCKET_BYTES = 768;
const LINE_BYTES = 64;

/** Each probe takes nine bits of the mixed fingerprint; the line is drawn from all of it. */
const PROBES = 3;

export interface SegmentFilter {
  /** Starts an empty filter, for a segment that is being made. */
  readonly begin: () => void;
  readonly add: (hash: number) => void;
  /** Puts those of the first `count` rows into `into` whose fingerprint the segment may hold; returns how many. */
  readonly sift: (hashes: Uint32Array, rows: Int32Array, count: number, into: Int32Array) => number;
  /** Writes what is complete when all buckets before `cursor` are. */
  readonly save: (cursor: number) => void;
}

/** @param first row id of the segment's first bucket */
export function createSegmentFilter(db: Database, first: number, bits: number): SegmentFilter {
  const insert = write<[number, Uint8Array]>(db, 'INSERT OR REPLACE INTO posting_filter (id, bits) VALUES (?, ?)');
  const read = query<[number, number], { id: number; bits: Buffer }>(
    db,
    'SELECT id, bits FROM posting_filter WHERE id BETWEEN ? AND ? ORDER BY id',
  );
  const readEntries = query<[number, number], { id: number; entries: Buffer }>(
    db,
    'SELECT id, entries FROM posting WHERE id BETWEEN ? AND ?',
  );
  const buckets = 2 ** bits;
  let filter: Uint8Array | undefined;
  let saved = 0;

  const load = (): Uint8Array => {
    const whole = new Uint8Array(buckets * BUCKET_BYTES);
    for (const { id, bits: part } of read.all(first, first + buckets)) {
      whole.set(part, (id - first) * BUCKETS_A_ROW * BUCKET_BYTES);
      saved = Math.max(saved, (id - first + 1) * BUCKETS_A_ROW);
    }
    // A segment that is being made has its latest buckets without a row of filters.
    for (const { id, entries } of readEntries.all(first + saved, first + buckets - 1)) {
      for (const hash of hashesIn(entries, bits, id - first)) set(whole, hash);
    }
    return whole;
  };

  const set = (into: Uint8Array, hash: number): void => {
    const mixed = mix(hash);
    const begin = (hash >>> (32 - bits)) * BUCKET_BYTES + lineOf(mixed) * LINE_BYTES;
    for (let probe = 0; probe < PROBES; probe += 1) {
      const bit = (mixed >>> (probe * 9)) & 0x1ff;
      into[begin + (bit >>> 3)] = (into[begin + (bit >>> 3)] ?? 0) | (1 << (bit & 7));
    }
  };

  return {
    begin: () => {
      filter = new Uint8Array(buckets * BUCKET_BYTES);
    },
    add: (hash) => {
      filter ??= load();
      set(filter, hash);
    },
    sift: (hashes, rows, count, into) => {
      const whole = (filter ??= load());
      const shift = 32 - bits;
      let kept = 0;
      for (let index = 0; index < count; index += 1) {
        const row = rows[index] ?? 0;
        const hash = hashes[row] ?? 0;
        const mixed = mix(hash);
        const begin = (hash >>> shift) * BUCKET_BYTES + lineOf(mixed) * LINE_BYTES;
        const one = ((whole[begin + ((mixed >>> 3) & 0x3f)] ?? 0) >>> (mixed & 7)) & 1;
        const two = ((whole[begin + ((mixed >>> 12) & 0x3f)] ?? 0) >>> ((mixed >>> 9) & 7)) & 1;
        const three = ((whole[begin + ((mixed >>> 21) & 0x3f)] ?? 0) >>> ((mixed >>> 18) & 7)) & 1;
        into[kept] = row;
        // Without a branch, so that the reads of many rows are under way at once.
        kept += one & two & three;
      }
      return kept;
    },
    save: (cursor) => {
      filter ??= load();
      while (saved + BUCKETS_A_ROW <= cursor) {
        const begin = saved * BUCKET_BYTES;
        insert.run(first + saved / BUCKETS_A_ROW, filter.slice(begin, begin + BUCKETS_A_ROW * BUCKET_BYTES));
        saved += BUCKETS_A_ROW;
      }
    },
  };
}

const LINES = BUCKET_BYTES / LINE_BYTES;

function lineOf(mixed: number): number {
  return ((Math.imul(mixed, 0x9e37_79b1) >>> 16) * LINES) >>> 16;
}

/** Even in all its bits, also among fingerprints of one bucket. */
function mix(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b_3c6d);
  return Math.imul(mixed ^ (mixed >>> 12), 0x297a_2d39);
}
