/** An index of copies without a project around it, so small that a handful of documents goes through all of its parts. */
import Database from 'better-sqlite3';
import { defaultEquivalents } from '#shared/collation/default-equivalents.ts';
import { createEquivalents } from '#shared/collation/equivalents.ts';
import type { IndexedDocument } from '#shared/collation/indexed-document.ts';
import { openCollationIndex } from '#electron/store/collation/collation-index.ts';
import { prepareCollationTables } from '#electron/store/collation/schema.ts';
import { createIndexLookup, type IndexLookup } from '../index-lookup.ts';

const limits = { words: 4096, postings: 4096, flush: 2 };

export const equivalents = createEquivalents(defaultEquivalents);

export interface MemoryIndex {
  readonly add: (id: string, text: string) => IndexedDocument;
  readonly remove: (ids: readonly string[]) => void;
  readonly lookup: IndexLookup;
  /** The same tables, opened once more. */
  readonly reopened: () => MemoryIndex;
  readonly close: () => void;
}

export function memoryIndex(): MemoryIndex {
  const db = new Database(':memory:');
  prepareCollationTables(db);
  return open(db, new Map());
}

function open(db: Database.Database, texts: Map<string, string>): MemoryIndex {
  const index = openCollationIndex(
    db,
    (id) => texts.get(id) ?? '',
    () => equivalents,
    limits,
  );
  return {
    add: (id, text) => {
      texts.set(id, text);
      const [added] = db.transaction(() => index.add([{ id, source: '', text }]))();
      if (added === undefined) throw new Error('nothing was added');
      return added.own;
    },
    remove: (ids) => {
      db.transaction(() => index.remove(ids))();
      for (const id of ids) texts.delete(id);
    },
    lookup: createIndexLookup(
      index,
      (id) => texts.has(id),
      () => [],
    ),
    reopened: () => open(db, texts),
    close: () => {
      db.close();
    },
  };
}
