/** Occurrences by document and by annotation, kept up with every commit so that no view searches all rows. */
import type { Change } from '#shared/contract/commit.ts';
import type { OccurrenceRow } from '#shared/contract/rows.ts';

/** Occurrence rows by `occurrenceKey`. */
export type OccurrencesByKey = ReadonlyMap<string, OccurrenceRow>;

export interface OccurrenceIndex {
  readonly byDocument: ReadonlyMap<string, OccurrencesByKey>;
  readonly byAnnotation: ReadonlyMap<string, OccurrencesByKey>;
}

export const noOccurrences: OccurrencesByKey = new Map();
export const emptyIndex: OccurrenceIndex = { byDocument: new Map(), byAnnotation: new Map() };

/**
 * The index after `changes`. Maps of documents and annotations without a change are the same objects as before.
 * @param before the rows of which `index` is the index
 */
export function applyToIndex(
  index: OccurrenceIndex,
  before: OccurrencesByKey,
  changes: readonly Change[],
): OccurrenceIndex {
  const latest = new Map<string, OccurrenceRow | null>();
  for (const change of changes) if (change.entity === 'occurrence') latest.set(change.key, change.row);
  if (latest.size === 0) return index;

  const byDocument = createGrouping(index.byDocument);
  const byAnnotation = createGrouping(index.byAnnotation);
  for (const [key, row] of latest) {
    const old = before.get(key);
    if (old !== undefined) {
      byDocument.remove(old.document, key);
      byAnnotation.remove(old.annotation, key);
    }
    if (row !== null) {
      byDocument.put(row.document, key, row);
      byAnnotation.put(row.annotation, key, row);
    }
  }
  return { byDocument: byDocument.result(), byAnnotation: byAnnotation.result() };
}

/** Copies a group on its first write only. */
function createGrouping(groups: ReadonlyMap<string, OccurrencesByKey>) {
  const next = new Map(groups);
  const written = new Map<string, Map<string, OccurrenceRow>>();
  const writable = (name: string): Map<string, OccurrenceRow> => {
    let group = written.get(name);
    if (group === undefined) {
      group = new Map(groups.get(name));
      written.set(name, group);
      next.set(name, group);
    }
    return group;
  };
  return {
    put: (name: string, key: string, row: OccurrenceRow) => void writable(name).set(key, row),
    remove: (name: string, key: string) => void writable(name).delete(key),
    result: (): ReadonlyMap<string, OccurrencesByKey> => {
      for (const [name, group] of written) if (group.size === 0) next.delete(name);
      return next;
    },
  };
}
