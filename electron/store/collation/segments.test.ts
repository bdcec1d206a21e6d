import Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createHolderList } from '#shared/collation/postings.ts';
import { ANY_SURROUNDINGS } from '#shared/collation/prints.ts';
import { createMemtable } from './memtable.ts';
import { prepareCollationTables } from './schema.ts';
import { openSegments, type Segments } from './segments.ts';

const CACHE = 2 ** 16;

function tables(): Database.Database {
  const db = new Database(':memory:');
  prepareCollationTables(db);
  return db;
}

/** One segment for each batch; a batch is the fingerprints of its documents, one by one. */
function appendAll(segments: Segments, batches: readonly (readonly (readonly number[])[])[], work: number): void {
  let slot = 0;
  for (const batch of batches) {
    const memtable = createMemtable();
    for (const hashes of batch) {
      slot += 1;
      for (const hash of new Set(hashes)) memtable.add(hash, slot, ANY_SURROUNDINGS);
    }
    segments.append(memtable.sorted());
    segments.work(work);
  }
}

function holders(segments: Segments, hash: number, most = Infinity): readonly number[] {
  const found = createHolderList();
  const prints = {
    count: 1,
    hashes: Uint32Array.of(hash),
    places: Int32Array.of(0),
    surroundings: Int32Array.of(ANY_SURROUNDINGS),
  };
  found.clear(1);
  segments.lookUp(prints, Int32Array.of(0), 1, most, found);
  return [...found.slots.subarray(0, found.count)];
}

function naiveHolders(batches: readonly (readonly (readonly number[])[])[], hash: number): readonly number[] {
  return batches.flat().flatMap((hashes, index) => (hashes.includes(hash) ? [index + 1] : []));
}

// Few different values, close together and far apart, so that buckets are shared and documents too.
const fingerprint = fc.oneof(
  fc.integer({ min: 0, max: 12 }),
  fc.integer({ min: 0, max: 12 }).map((n) => (n * 0x1000_0001) >>> 0),
  fc.constantFrom(0, 0xffff_ffff, 0x8000_0000, 0x7fff_ffff),
);
const batches = fc.array(fc.array(fc.array(fingerprint, { maxLength: 6 }), { maxLength: 3 }), { maxLength: 11 });

describe('segments', () => {
  it('find every holder of a fingerprint, the earliest first, however far their merging has come', () => {
    fc.assert(
      fc.property(batches, fc.constantFrom(0, 7, 1000, 9000), (given, work) => {
        const db = tables();
        const segments = openSegments(db, CACHE);
        db.transaction(() => appendAll(segments, given, work))();
        const reopened = openSegments(db, CACHE);
        reopened.refresh();
        for (const hash of new Set(given.flat(2))) {
          expect(holders(segments, hash)).toEqual(naiveHolders(given, hash));
          expect(holders(reopened, hash)).toEqual(naiveHolders(given, hash));
        }
        db.close();
      }),
      { numRuns: 40 },
    );
  });

  it('become one when there is nothing more to merge but three of a level', () => {
    const db = tables();
    const segments = openSegments(db, CACHE);
    const given = Array.from({ length: 16 }, (_, at) => [[at, 1000 + at, 7]]);
    db.transaction(() => {
      appendAll(segments, given, 0);
      while (segments.work(1000));
    })();
    expect(db.prepare('SELECT level, state, postings FROM segment').all()).toEqual([
      { level: 2, state: 'live', postings: given.reduce((sum, batch) => sum + new Set(batch[0]).size, 0) },
    ]);
    expect(holders(segments, 7)).toHaveLength(16);
    expect(db.prepare('SELECT count(DISTINCT id / 1048576) FROM posting').pluck().get()).toBe(1);
  });

  it('lose the postings of removed documents when they are merged', () => {
    const db = tables();
    const segments = openSegments(db, CACHE, (slot) => slot !== 2);
    db.transaction(() => {
      appendAll(segments, [[[1]], [[1]], [[1]], [[1]]], 0);
      while (segments.work(1000));
    })();
    const whole = openSegments(db, CACHE);
    whole.refresh();
    expect(holders(segments, 1)).toEqual([1, 3, 4]);
    expect(holders(whole, 1)).toEqual([1, 3, 4]);
  });

  it('stop at the number of holders asked for', () => {
    const db = tables();
    const segments = openSegments(db, CACHE);
    db.transaction(() =>
      appendAll(
        segments,
        [
          [[9], [9]],
          [[9], [9]],
        ],
        0,
      ),
    )();
    expect(holders(segments, 9, 3)).toEqual([1, 2, 3]);
  });
});
