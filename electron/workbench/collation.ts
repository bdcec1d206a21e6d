/** The copies of the project's documents, kept in step with the log. Built on first use, in memory. */
import type { CollationRow } from '#shared/contract/rows.ts';
import type { Change } from '#shared/contract/commit.ts';
import { createCopyFinder, type CopyFinder } from '#shared/collation/copy-finder.ts';
import type { CollationDocument } from '#shared/collation/copies.ts';
import type { Store } from '#electron/store/store.ts';

export interface Collation {
  /** Knows just the documents the project has now, also those that another process brought. */
  readonly finder: () => CopyFinder;
  /** The finder with documents that are about to be written; the next `synchronise` drops them if they were not. */
  readonly withDocuments: (documents: readonly CollationDocument[]) => CopyFinder;
  /** What is known of one document; `undefined` where it is not in the project. */
  readonly row: (document: string) => CollationRow | undefined;
  /** The rows of all documents, as changes. */
  readonly rows: () => readonly Change[];
  /**
   * Rows that differ from those of the last call, removed ones as `null`. For whoever tells every listener in turn, and
   * for nobody else: each difference is given once.
   */
  readonly takeChangedRows: () => readonly Change[];
}

export function createCollation(store: Store, text: (document: string) => string): Collation {
  const finder = createCopyFinder();
  const indexed = new Set<string>();
  let head = -1;
  let made = -1;
  let known: ReadonlyMap<string, CollationRow> | null = null;
  let told: ReadonlyMap<string, CollationRow> = new Map();

  /** Most acts touch no document: those must not cost a look at every one. */
  const documentsTouchedSince = (from: number, to: number): boolean =>
    from !== to &&
    (!store.head.remembers(from) || store.head.touchedSince(from).some(({ entity }) => entity === 'document'));

  const synchronise = (): void => {
    const now = store.head.read();
    if (now === undefined) return;
    const isUntouched = now.made === made && !documentsTouchedSince(head, now.seq);
    head = now.seq;
    made = now.made;
    if (isUntouched) return;
    const live = store.rows.documents();
    const ids = new Set(live.map(({ id }) => id));
    for (const id of [...indexed].filter((one) => !ids.has(one))) {
      finder.remove(id);
      indexed.delete(id);
      known = null;
    }
    for (const { id } of live) {
      if (indexed.has(id)) continue;
      finder.add({ id, text: text(id) });
      indexed.add(id);
      known = null;
    }
  };

  const current = (): ReadonlyMap<string, CollationRow> => {
    synchronise();
    known ??= rowsOf(finder, [...indexed].toSorted());
    return known;
  };

  return {
    finder: () => {
      synchronise();
      return finder;
    },
    withDocuments: (documents) => {
      synchronise();
      for (const document of documents) {
        finder.add(document);
        indexed.add(document.id);
      }
      known = null;
      // Whatever becomes of the transaction, the next look at the log puts the index right.
      head = -1;
      return finder;
    },
    row: (document) => current().get(document),
    rows: () => [...current()].map(([key, row]) => ({ entity: 'collation', key, row })),
    takeChangedRows: () => {
      const before = told;
      told = current();
      const gone = [...before.keys()].filter((key) => !told.has(key));
      const changed = [...told].filter(([key, row]) => !isSameRow(before.get(key), row));
      return [
        ...gone.map((key): Change => ({ entity: 'collation', key, row: null })),
        ...changed.map(([key, row]): Change => ({ entity: 'collation', key, row })),
      ];
    },
  };
}

function rowsOf(finder: CopyFinder, ids: Iterable<string>): ReadonlyMap<string, CollationRow> {
  const groupOf = new Map<string, string>();
  for (const { leader, documents } of finder.groups())
    for (const { document } of documents) groupOf.set(document, leader);
  const rows = new Map<string, CollationRow>();
  for (const document of ids) {
    const group = groupOf.get(document) ?? null;
    rows.set(document, { document, group, shared: finder.sharedShare(document) });
  }
  return rows;
}

function isSameRow(a: CollationRow | undefined, b: CollationRow): boolean {
  return a?.group === b.group && a.shared === b.shared;
}
