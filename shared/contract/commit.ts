/** A commit: one transaction as the windows see it, and the pure step that brings a window's rows up to it. */
import { changedRows, type RowChange } from './row-map.ts';
import type { Entity, RowByEntity } from './rows.ts';

/** One row as it is now; `null` where it is no more. */
export type Change = {
  readonly [E in Entity]: { readonly entity: E; readonly key: string; readonly row: RowByEntity[E] | null };
}[Entity];

export interface Commit {
  /** The head before; a window that stands elsewhere has missed something and asks for `changes.since`. */
  readonly base: number;
  /** The head after: a number of the file's own, which goes up with every event and with what copy finding finds out. */
  readonly seq: number;
  readonly changes: readonly Change[];
  /** Set where the rows are the whole project (first load, or too much has happened): forget all others. */
  readonly whole: boolean;
  /** Set where a whole commit tells the first documents only: the last of them. `library.read` goes on from there. */
  readonly rest?: string;
}

export type Rows = { readonly [E in Entity]: ReadonlyMap<string, RowByEntity[E]> };

export const noRows: Rows = {
  project: new Map(),
  document: new Map(),
  collation: new Map(),
  label: new Map(),
  annotation: new Map(),
  occurrence: new Map(),
  count: new Map(),
  history: new Map(),
};

/** The rows after `changes`. Maps of entities without a change are the same objects as before. */
export function applyChanges(rows: Rows, changes: readonly Change[]): Rows {
  const next: { -readonly [E in Entity]: ReadonlyMap<string, RowByEntity[E]> } = { ...rows };
  const byEntity = new Map<Entity, RowChange<never>[]>();
  for (const { entity, key, row } of changes) {
    const own = byEntity.get(entity);
    if (own === undefined) byEntity.set(entity, [[key, row as never]]);
    else own.push([key, row as never]);
  }
  for (const [entity, own] of byEntity) next[entity] = changedRows(next[entity] as ReadonlyMap<string, never>, own);
  return next;
}
