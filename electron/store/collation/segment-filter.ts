/**
 * Says of most fingerprints that a segment does not hold, without reading it: a Bloom filter a bucket (three probes),
 * about ten bits an entry. Kept beside the segment, read whole when it is first needed.
 */
import type { Database } from 'better-sqlite3';
import { query, write } from '../statement.ts';

/** Buckets whose filters share a row. */
const BUCKETS_A_ROW = 64;

export interface SegmentFilter {
  /** Starts an empty filter, for a segment that is being made. */
  readonly begin: () => void;
  readonly add: (bucket: number, key: number) => void;
  readonly mayHold: (bucket: number, key: number) => boolean;
  /** Writes what is complete when all buckets before `cursor` are. */
  readonly save: (cursor: number) => void;
}

/** @param first row id of the segment's first bucket */
export function createSegmentFilter(db: Database, first: number, bits: number, level: number): SegmentFilter {
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
  const bucketBytes = Math.min(512, 32 * 4 ** level);
  const mask = bucketBytes * 8 - 1;
  let filter: Uint8Array | undefined;
  let saved = 0;

  const load = (): Uint8Array => {
    const whole = new Uint8Array(buckets * bucketBytes);
    for (const { id, bits: part } of read.all(first, first + buckets)) {
      whole.set(part, (id - first) * BUCKETS_A_ROW * bucketBytes);
      saved = Math.max(saved, (id - first + 1) * BUCKETS_A_ROW);
    }
    // A segment that is being made has its latest buckets without a row of filters.
    for (const { id, entries } of readEntries.all(first + saved, first + buckets - 1)) {
      for (let at = 0; at < entries.length; at += 8) set(whole, id - first, entries.readUInt32LE(at) >>> 12);
    }
    return whole;
  };

  const set = (into: Uint8Array, bucket: number, key: number): void => {
    const begin = bucket * bucketBytes;
    let mixed = mix(key);
    for (let probe = 0; probe < 3; probe += 1) {
      const bit = mixed & mask;
      into[begin + (bit >>> 3)] = (into[begin + (bit >>> 3)] ?? 0) | (1 << (bit & 7));
      mixed = (mixed >>> 10) | (mixed << 22);
    }
  };

  return {
    begin: () => {
      filter = new Uint8Array(buckets * bucketBytes);
    },
    add: (bucket, key) => {
      filter ??= load();
      set(filter, bucket, key);
    },
    mayHold: (bucket, key) => {
      filter ??= load();
      const begin = bucket * bucketBytes;
      let mixed = mix(key);
      for (let probe = 0; probe < 3; probe += 1) {
        const bit = mixed & mask;
        if (((filter[begin + (bit >>> 3)] ?? 0) & (1 << (bit & 7))) === 0) return false;
        mixed = (mixed >>> 10) | (mixed << 22);
      }
      return true;
    },
    save: (cursor) => {
      filter ??= load();
      while (saved + BUCKETS_A_ROW <= cursor) {
        const begin = saved * bucketBytes;
        insert.run(first + saved / BUCKETS_A_ROW, filter.slice(begin, begin + BUCKETS_A_ROW * bucketBytes));
        saved += BUCKETS_A_ROW;
      }
    },
  };
}

function mix(key: number): number {
  const mixed = Math.imul(key ^ (key >>> 11), 0x9e37_79b1);
  return mixed ^ (mixed >>> 15);
}
