/** A commit: one transaction as the windows see it, and the pure step that brings a window's rows up to it. */
import type { Entity, RowByEntity } from './rows.ts';

/** One row as it is now; `null` where it is no more. */
export type Change = {
  readonly [E in Entity]: { readonly entity: E; readonly key: string; readonly row: RowByEntity[E] | null };
}[Entity];

export interface Commit {
  /** The head before; a window that stands elsewhere has missed something and asks for `changes.since`. */
  readonly base: number;
  /** The head after: the local number of the last event. */
  readonly seq: number;
  readonly changes: readonly Change[];
  /** Set where the rows are the whole project (first load, or too much has happened): forget all others. */
  readonly whole: boolean;
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
  const copied = new Set<Entity>();
  for (const change of changes) {
    if (!copied.has(change.entity)) {
      next[change.entity] = new Map(next[change.entity] as ReadonlyMap<string, never>);
      copied.add(change.entity);
    }
    const map = next[change.entity] as Map<string, unknown>;
    if (change.row === null) map.delete(change.key);
    else map.set(change.key, change.row);
  }
  return next;
}
