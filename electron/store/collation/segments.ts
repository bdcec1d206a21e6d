/**
 * The fingerprint index on disk: sorted segments that are appended and merged four by four, in small steps, so that no
 * addition ever waits for a merge. A segment is cut into 2^bits buckets by the upper bits of the fingerprint, one row
 * each of four kilobytes at most, so that a look-up reads one row; a filter in memory says which lookups are in vain.
 */
import type { Database } from 'better-sqlite3';
import type { HolderList, Postings } from '#shared/collation/postings.ts';
import { mayContinue } from '#shared/collation/prints.ts';
import { query, write } from '../statement.ts';
import { createBlockCache } from './block-cache.ts';
import type { SortedPostings } from './memtable.ts';
import {
  asBytes,
  asEntries,
  BASE_BITS,
  basesIn,
  entriesFrom,
  entriesOf,
  entriesTo,
  hashesIn,
  keyOf,
  lowerBound,
  rowOf,
} from './posting-bucket.ts';
import { createSegmentFilter, type SegmentFilter } from './segment-filter.ts';

/** Segments of one level that are merged into one of the next. */
const FAN_IN = 4;

/** Room for the bucket beside the segment in one row id. */
const BUCKETS = 2 ** 20;

/** Rows that are deleted at the cost of merging one. */
const DELETED_AS_ONE = 8;

interface SegmentRow {
  readonly id: number;
  readonly level: number;
  readonly bits: number;
  readonly postings: number;
  readonly state: 'live' | 'growing' | 'going';
  readonly cursor: number;
  readonly replaces: string;
}

export interface Segments {
  /** Reads again which segments there are: another connection may have merged some. */
  readonly refresh: () => void;
  /** Forgets what was read, after a transaction was taken back. */
  readonly forget: () => void;
  readonly lookUp: Postings['lookUp'];
  /** Writes a new segment of the lowest level. */
  readonly append: (postings: SortedPostings) => void;
  /** Merges and deletes for at most so many buckets; returns whether anything is left to do. */
  readonly work: (buckets: number) => boolean;
}

interface Segment extends SegmentRow {
  readonly filter: SegmentFilter;
}

/** Bits of a level's buckets: some 420 entries in each for articles of a thousand words. */
function bitsOf(level: number): number {
  return Math.min(20, 8 + 2 * level);
}

/**
 * @param isLive of a slot: removed documents are passed over by look-ups, do not count among the holders asked for, and
 * are left out when segments are merged
 */
export function openSegments(
  db: Database,
  cacheBytes: number,
  isLive: (slot: number) => boolean = () => true,
): Segments {
  const rows = query<[], SegmentRow>(
    db,
    'SELECT id, level, bits, postings, state, cursor, replaces FROM segment ORDER BY id',
  );
  const insertSegment = write<[number, number, number, string, string]>(
    db,
    'INSERT INTO segment (level, bits, postings, state, cursor, replaces) VALUES (?, ?, ?, ?, 0, ?)',
  );
  const lastId = query<[], { id: number }>(db, 'SELECT last_insert_rowid() AS id');
  const setState = write<[string, number, number, number]>(
    db,
    'UPDATE segment SET state = ?, cursor = ?, postings = ? WHERE id = ?',
  );
  const dropSegment = write<[number]>(db, 'DELETE FROM segment WHERE id = ?');
  const insertBucket = write<[number, Uint8Array]>(db, 'INSERT INTO posting (id, entries) VALUES (?, ?)');
  const readBucket = query<[number], { entries: Buffer }>(db, 'SELECT entries FROM posting WHERE id = ?');
  const deleteBuckets = write<[number, number]>(db, 'DELETE FROM posting WHERE id BETWEEN ? AND ?');
  const deleteFilter = write<[number, number]>(db, 'DELETE FROM posting_filter WHERE id BETWEEN ? AND ?');

  const cache = createBlockCache(cacheBytes);
  /** Rows of the prints asked for that a segment may hold. */
  let sifted = new Int32Array(1024);
  let segments: readonly Segment[] = [];
  /** Live ones in the order of the documents they hold. */
  let live: readonly Segment[] = [];

  const filterOf = (row: SegmentRow): SegmentFilter =>
    segments.find(({ id }) => id === row.id)?.filter ?? createSegmentFilter(db, row.id * BUCKETS, row.bits);

  const refresh = (): void => {
    segments = rows.all().map((row) => ({ ...row, filter: filterOf(row) }));
    live = segments.filter(({ state }) => state === 'live').toSorted(byAge);
  };

  const bucketOf = (segment: Segment, bucket: number): Uint32Array => {
    const id = segment.id * BUCKETS + bucket;
    const known = cache.get(id);
    if (known !== undefined) return known;
    const entries = asEntries(readBucket.get(id)?.entries);
    cache.put(id, entries);
    return entries;
  };

  const writeBucket = (segment: Segment, bucket: number, row: Uint32Array): void => {
    if (row.length === 0) return;
    insertBucket.run(segment.id * BUCKETS + bucket, asBytes(row));
    for (const hash of hashesIn(asBytes(row), segment.bits, bucket)) segment.filter.add(hash);
  };

  const make = (level: number, state: SegmentRow['state'], replaces: string, postings: number): Segment => {
    insertSegment.run(level, bitsOf(level), postings, state, replaces);
    const id = lastId.get()?.id ?? 0;
    const row: SegmentRow = { id, level, bits: bitsOf(level), postings, state, cursor: 0, replaces };
    const segment = { ...row, filter: createSegmentFilter(db, id * BUCKETS, row.bits) };
    segment.filter.begin();
    segments = [...segments, segment];
    return segment;
  };

  const put = (segment: Segment, state: SegmentRow['state'], cursor: number, postings: number): void => {
    setState.run(state, cursor, postings, segment.id);
    segments = segments.map((one) => (one.id === segment.id ? { ...one, state, cursor, postings } : one));
  };

  const inputsOf = (growing: Segment): readonly Segment[] => {
    const ids = new Set(growing.replaces.split(' ').map(Number));
    return segments.filter(({ id }) => ids.has(id)).toSorted(byAge);
  };

  /** Merges up to so many buckets of the segment that is being made; returns how many. */
  const grow = (growing: Segment, buckets: number): number => {
    const inputs = inputsOf(growing);
    const end = Math.min(2 ** growing.bits, growing.cursor + buckets);
    let { postings } = growing;
    /** Rows of the inputs: several of the growing segment's come from one of theirs. */
    const rowsRead = inputs.map((): { bucket: number; row: Uint32Array } => ({ bucket: -1, row: new Uint32Array(0) }));
    const bases = basesIn(growing.bits);
    for (let bucket = growing.cursor; bucket < end; bucket += 1) {
      for (const [index, input] of inputs.entries()) {
        const wanted = bucket >>> (growing.bits - input.bits);
        if (rowsRead[index]?.bucket === wanted) continue;
        rowsRead[index] = { bucket: wanted, row: asEntries(readBucket.get(input.id * BUCKETS + wanted)?.entries) };
      }
      const firstBase = growing.bits < BASE_BITS ? bucket * bases : bucket >>> (growing.bits - BASE_BITS);
      const row = rowOf(
        growing.bits,
        Array.from({ length: bases }, (_, index) => {
          const base = firstBase + index;
          const parts = inputs.map((input, at) => {
            const entries = entriesOf(rowsRead[at]?.row ?? new Uint32Array(0), input.bits, base);
            return growing.bits <= BASE_BITS ? entries : finerPart(entries, growing.bits, bucket);
          });
          return merged(parts, isLive);
        }),
      );
      writeBucket(growing, bucket, row);
      postings += row.length === 0 ? 0 : (row.length - (bases > 1 ? bases : 0)) / 2;
    }
    growing.filter.save(end);
    const isWhole = end === 2 ** growing.bits;
    put(growing, isWhole ? 'live' : 'growing', isWhole ? 0 : end, postings);
    if (isWhole) {
      for (const input of inputs) put(input, 'going', 0, input.postings);
      live = segments.filter(({ state }) => state === 'live').toSorted(byAge);
    }
    return end - growing.cursor;
  };

  /** Deletes rows of a segment that another has taken the place of; returns what it cost, in buckets merged. */
  const clear = (going: Segment, buckets: number): number => {
    const first = going.id * BUCKETS;
    const end = Math.min(2 ** going.bits, going.cursor + buckets * DELETED_AS_ONE);
    deleteBuckets.run(first + going.cursor, first + end - 1);
    if (end < 2 ** going.bits) put(going, 'going', end, going.postings);
    else {
      deleteFilter.run(first, first + BUCKETS - 1);
      dropSegment.run(going.id);
      segments = segments.filter(({ id }) => id !== going.id);
    }
    return Math.ceil((end - going.cursor) / DELETED_AS_ONE);
  };

  /** The four eldest of a level that has so many begin to be merged. */
  const startMerge = (): boolean => {
    const taken = new Set(
      segments.filter(({ state }) => state === 'growing').flatMap(({ replaces }) => replaces.split(' ').map(Number)),
    );
    for (const level of new Set(live.map((segment) => segment.level))) {
      const ready = live.filter((segment) => segment.level === level && !taken.has(segment.id)).slice(0, FAN_IN);
      if (ready.length < FAN_IN) continue;
      make(level + 1, 'growing', ready.map(({ id }) => id).join(' '), 0);
      return true;
    }
    return false;
  };

  return {
    refresh,
    forget: () => {
      cache.clear();
      segments = [];
      refresh();
    },
    lookUp: (prints, rows, count, most, found) => {
      if (sifted.length < count) sifted = new Int32Array(count * 2);
      for (const segment of live) {
        const kept = segment.filter.sift(prints.hashes, rows, count, sifted);
        for (let at = 0; at < kept; at += 1) {
          const row = sifted[at] ?? 0;
          if (found.held(row) >= most) continue;
          const hash = prints.hashes[row] ?? 0;
          const bucket = bucketOf(segment, hash >>> (32 - segment.bits));
          const base = hash >>> (32 - BASE_BITS);
          const end = entriesTo(bucket, segment.bits, base);
          const first = lowerBound(bucket, keyOf(hash), entriesFrom(bucket, segment.bits, base), end);
          const around = prints.surroundings[row] ?? 0;
          collect(bucket, first, end, keyOf(hash), around, row, most, found, isLive);
        }
      }
    },
    append: (postings) => {
      const segment = make(0, 'live', '', postings.hashes.length);
      const bases = basesIn(segment.bits);
      for (let bucket = 0; bucket < 2 ** segment.bits; bucket += 1) {
        const parts = Array.from({ length: bases }, (_, index) => {
          const base = bucket * bases + index;
          return packed(postings, postings.begins[base] ?? 0, postings.begins[base + 1] ?? 0);
        });
        writeBucket(segment, bucket, rowOf(segment.bits, parts));
      }
      segment.filter.save(2 ** segment.bits);
      live = [...live, segment];
    },
    work: (buckets) => {
      let left = buckets;
      while (left > 0) {
        const going = segments.find(({ state }) => state === 'going');
        const growing = segments.find(({ state }) => state === 'growing');
        // What is no longer read goes first: the file must not grow by it.
        if (going !== undefined) left -= clear(going, left);
        else if (growing !== undefined) left -= grow(growing, left);
        else if (!startMerge()) return false;
      }
      return true;
    },
  };
}

/** A merged segment takes the place of its inputs, so its age is theirs. */
function byAge(one: Segment, other: Segment): number {
  return ageOf(one) - ageOf(other);
}

function ageOf({ id, replaces }: SegmentRow): number {
  return replaces === '' ? id : Number(replaces.split(' ')[0]);
}

function packed(postings: SortedPostings, from: number, to: number): Uint32Array {
  const entries = new Uint32Array((to - from) * 2);
  for (let at = from; at < to; at += 1) {
    const slot = postings.slots[at] ?? 0;
    entries[(at - from) * 2] = ((postings.hashes[at] ?? 0) << 12) | (slot >>> 12);
    entries[(at - from) * 2 + 1] = ((slot & 0xfff) << 20) | (postings.surroundings[at] ?? 0);
  }
  return entries;
}

function collect(
  entries: Uint32Array,
  first: number,
  end: number,
  key: number,
  surroundings: number,
  row: number,
  most: number,
  found: HolderList,
  isLive: (slot: number) => boolean,
): void {
  for (let at = first; at < end && found.held(row) < most; at += 2) {
    const upper = entries[at] ?? 0;
    if (upper >>> BASE_BITS !== key) return;
    const lower = entries[at + 1] ?? 0;
    const slot = ((upper & 0xfff) << 12) | (lower >>> 20);
    if (mayContinue(surroundings, lower & 0xf_ffff) && isLive(slot)) found.add(row, slot);
  }
}

/** Of the entries of a base bucket those that belong to a bucket that is a part of it. */
function finerPart(entries: Uint32Array, bits: number, bucket: number): Uint32Array {
  // The bucket's bits beyond the base bucket's are the upper bits of the key.
  const width = 32 - bits;
  const first = (bucket & (2 ** (bits - BASE_BITS) - 1)) * 2 ** width;
  return entries.subarray(lowerBound(entries, first), lowerBound(entries, first + 2 ** width));
}

/** Entries of all parts in order, those of documents that were removed left out. The eldest part comes first. */
function merged(parts: readonly Uint32Array[], isLive: (slot: number) => boolean): Uint32Array {
  const entries = new Uint32Array(parts.reduce((sum, part) => sum + part.length, 0));
  const at = parts.map(() => 0);
  let length = 0;
  for (;;) {
    let best = -1;
    let bestUpper = Infinity;
    for (let index = 0; index < parts.length; index += 1) {
      const upper = parts[index]?.[at[index] ?? 0];
      // Slots of a later part are greater: only the key decides, and the earlier part among equals.
      if (upper !== undefined && upper >>> 12 < bestUpper >>> 12) {
        best = index;
        bestUpper = upper;
      } else if (upper !== undefined && best < 0) {
        best = index;
        bestUpper = upper;
      }
    }
    if (best < 0) break;
    const lower = parts[best]?.[(at[best] ?? 0) + 1] ?? 0;
    at[best] = (at[best] ?? 0) + 2;
    if (!isLive(((bestUpper & 0xfff) << 12) | (lower >>> 20))) continue;
    entries[length] = bestUpper;
    entries[length + 1] = lower;
    length += 2;
  }
  return entries.subarray(0, length);
}
