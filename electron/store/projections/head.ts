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
    seq      INTEGER NOT NULL,
    -- The projections' names and versions; when they are not ours, the tables are made anew from the log.
    versions TEXT NOT NULL,
    -- The head at which the tables were last made anew: whoever holds older rows forgets them all.
    made     INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE touched (
    seq    INTEGER NOT NULL,
    entity TEXT NOT NULL,
    key    TEXT NOT NULL,
    PRIMARY KEY (seq, entity, key)
  ) STRICT, WITHOUT ROWID`;

export const headTableNames = ['head', 'touched'] as const;

/** How many commits back a window may have fallen and still be told rows instead of the whole project. */
const touchedKept = 10_000;

export interface Head {
  readonly seq: number;
  readonly made: number;
  readonly versions: string;
}

export interface HeadTable {
  readonly read: () => Head | undefined;
  readonly move: (seq: number, touched: Touched) => void;
  readonly make: (seq: number, versions: string) => void;
  /** The keys touched after `seq`, each once. */
  readonly touchedSince: (seq: number) => readonly { readonly entity: Entity; readonly key: string }[];
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
  const insertTouched = write<[number, string, string]>(db, 'INSERT INTO touched (seq, entity, key) VALUES (?, ?, ?)');
  const forgetTouched = write<[number]>(db, 'DELETE FROM touched WHERE seq <= ?');
  const touchedSince = query<[number], { entity: Entity; key: string }>(
    db,
    'SELECT DISTINCT entity, key FROM touched WHERE seq > ?',
  );
  return {
    read: () => read.get(),
    move: (seq, touched) => {
      move.run(seq);
      for (const [entity, keys] of touched.keys) for (const key of keys) insertTouched.run(seq, entity, key);
      forgetTouched.run(seq - touchedKept);
    },
    make: (seq, versions) => {
      forgetTouched.run(seq);
      make.run(seq, versions, seq);
    },
    touchedSince: (seq) => touchedSince.all(seq),
    remembers: (seq) => {
      const head = read.get();
      return head !== undefined && seq >= head.made && seq >= head.seq - touchedKept && seq <= head.seq;
    },
  };
}
