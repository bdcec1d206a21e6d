/**
 * A projection: read tables that follow from the log. SAFE TO CHANGE: raise `version`, and the tables are made anew
 * from the events when a project is next opened.
 */
import type { Database } from 'better-sqlite3';
import type { Entity } from '#shared/contract/rows.ts';
import type { ProjectEvent } from '#shared/domain/event.ts';

export interface Projection {
  readonly name: string;
  readonly version: number;
  /** The DDL of its tables. */
  readonly tables: string;
  /** The names of its tables, for dropping them and for comparing before and after a rebuild. */
  readonly tableNames: readonly string[];
  readonly open: (db: Database) => ProjectionWriter;
}

export interface ProjectionWriter {
  /**
   * Brings the tables up to `event`. Anything the event names may be missing (another log removed it): then nothing
   * happens. `local` says whether the act was done in this file.
   */
  readonly apply: (event: ProjectEvent, touched: Touched, local: boolean) => void;
  /** Called once at the end of a transaction, for what is dearer to compute than to compute once. */
  readonly settle?: (touched: Touched) => void;
}

/** The rows a transaction touched, by entity and key. */
export interface Touched {
  readonly add: (entity: Entity, key: string) => void;
  /** A label on a passage whose tally has to be counted again. */
  readonly addTally: (label: string, passage: string) => void;
  readonly keys: ReadonlyMap<Entity, ReadonlySet<string>>;
  readonly tallies: ReadonlyMap<string, { readonly label: string; readonly passage: string }>;
}

export function createTouched(): Touched {
  const keys = new Map<Entity, Set<string>>();
  const tallies = new Map<string, { label: string; passage: string }>();
  return {
    keys,
    tallies,
    add: (entity, key) => {
      const known = keys.get(entity);
      if (known === undefined) keys.set(entity, new Set([key]));
      else known.add(key);
    },
    addTally: (label, passage) => {
      tallies.set(`${label}/${passage}`, { label, passage });
    },
  };
}
