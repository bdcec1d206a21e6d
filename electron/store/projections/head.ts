/**
 * How far the read tables are, and which rows each commit touched: written in the transaction that moves them, so
 * that they can never say more than the log.
 */
import type { Database } from 'better-sqlite3';
import type { Entity } from '#shared/contract/rows.ts';
import { query, write } from '../statement.ts';
import type { Touched } from './projection.ts';

export const headTables = `
  CREATE TABLE head (
    one      INTEGER PRIMARY KEY CHECK (one = 1),
    -- Raised by every transaction that changes a row of a window: by its events, or by the rows that copy finding knows
    -- otherwise.
    seq      INTEGER NOT NULL,
    -- The projections' names and versions; when they are not ours, the tables are made anew from the log.
    versions TEXT NOT NULL,
    -- The head at which the tables were last made anew: whoever holds older rows forgets them all.
    made     INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE touched (
    seq    INTEGER NOT NULL,
    entity TEXT NOT NULL,
    -- The keys of one commit as a JSON list, and how many: a row for each key cost an import more than its documents.
    keys   TEXT NOT NULL,
    size   INTEGER NOT NULL,
    PRIMARY KEY (seq, entity)
  ) STRICT, WITHOUT ROWID`;

/** Raised when the tables above change their shape. */
export const headVersion = 2;

export const headTableNames = ['head', 'touched'] as const;

/** How many events and found rows a window may have fallen back and still be told rows instead of the whole project. */
const touchedKept = 10_000;

export interface Head {
  /** A number of this file's own, which never goes back: not that of the last event. */
  readonly seq: number;
  readonly made: number;
  readonly versions: string;
}

export interface HeadTable {
  readonly read: () => Head | undefined;
  /** Moves on by a commit of so many events; returns the head after. */
  readonly move: (events: number, touched: Touched) => number;
  /** Moves on by rows that changed without an event: what collation knows of a document. Without keys it stays. */
  readonly touch: (entity: Entity, keys: ReadonlySet<string>) => void;
  /** The tables were made anew; `seq` must be higher than any head they had before. */
  readonly make: (seq: number, versions: string) => void;
  /** The keys touched after `seq`, each once; up to and with `to` where that is given. */
  readonly touchedSince: (seq: number, to?: number) => readonly { readonly entity: Entity; readonly key: string }[];
  /** The head up to which the commits after `seq` touched `limit` keys, or the first commit's where it touched more. */
  readonly reach: (seq: number, limit: number) => number;
  /** Whether `touchedSince(seq)` is complete: nothing was made anew or forgotten since. */
  readonly remembers: (seq: number) => boolean;
}

export function openHeadTable(db: Database): HeadTable {
  const read = query<[], Head>(db, 'SELECT seq, made, versions FROM head');
  const move = write<[number]>(db, 'UPDATE head SET seq = ?');
  const make = write<[number, string, number]>(
    db,
    'INSERT OR REPLACE INTO head (one, seq, versions, made) VALUES (1, ?, ?, ?)',
  );
  const insertTouched = write<[number, string, string, number]>(
    db,
    'INSERT INTO touched (seq, entity, keys, size) VALUES (?, ?, ?, ?)',
  );
  const forgetTouched = write<[number]>(db, 'DELETE FROM touched WHERE seq <= ?');
  const touchedSince = query<[number, number], { entity: Entity; key: string }>(
    db,
    `SELECT DISTINCT t.entity, k.value AS key FROM touched t, json_each(t.keys) k WHERE t.seq > ? AND t.seq <= ?`,
  );
  const sizes = query<[number], { seq: number; size: number }>(
    db,
    'SELECT seq, sum(size) AS size FROM touched WHERE seq > ? GROUP BY seq ORDER BY seq',
  );
  const moveOn = (by: number, touched: ReadonlyMap<Entity, ReadonlySet<string>>): number => {
    const seq = (read.get()?.seq ?? 0) + by;
    move.run(seq);
    for (const [entity, keys] of touched) insertTouched.run(seq, entity, JSON.stringify([...keys]), keys.size);
    forgetTouched.run(seq - touchedKept);
    return seq;
  };
  return {
    read: () => read.get(),
    move: (events, { keys }) => moveOn(events, keys),
    touch: (entity, keys) => {
      if (keys.size > 0) moveOn(keys.size, new Map([[entity, keys]]));
    },
    make: (seq, versions) => {
      forgetTouched.run(seq);
      make.run(seq, versions, seq);
    },
    touchedSince: (seq, to = Number.MAX_SAFE_INTEGER) => touchedSince.all(seq, to),
    reach: (seq, limit) => {
      let total = 0;
      let last: number | undefined;
      for (const commit of sizes.all(seq)) {
        total += commit.size;
        if (total > limit) return last ?? commit.seq;
        last = commit.seq;
      }
      return read.get()?.seq ?? seq;
    },
    remembers: (seq) => {
      const head = read.get();
      return head !== undefined && seq >= head.made && seq >= head.seq - touchedKept && seq <= head.seq;
    },
  };
}
