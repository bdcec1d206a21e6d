import { countKey } from '#shared/contract/rows.ts';
import { query, write } from '../statement.ts';
import type { Projection } from './projection.ts';

interface Tally {
  readonly document: string;
  readonly occurrences: number;
  readonly pending: number;
}

interface Total {
  readonly occurrences: number;
  readonly pending: number;
}

/**
 * The two numbers. A tally is what one passage brings under one label to one document, each place once however many
 * annotators tagged it; the counts are the tallies added up, by document and (under the empty document) in all.
 * Recounting is done once a transaction for the passages it touched, and the counts move by the difference.
 */
export const countProjection: Projection = {
  name: 'count',
  version: 3,
  tableNames: ['tally', 'count'],
  tables: `
    CREATE TABLE tally (
      label       TEXT NOT NULL,
      passage     TEXT NOT NULL,
      document    TEXT NOT NULL,
      occurrences INTEGER NOT NULL,
      pending     INTEGER NOT NULL,
      PRIMARY KEY (label, passage, document)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE count (
      label       TEXT NOT NULL,
      document    TEXT NOT NULL,
      passages    INTEGER NOT NULL,
      occurrences INTEGER NOT NULL,
      pending     INTEGER NOT NULL,
      PRIMARY KEY (label, document)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX count_by_document ON count (document)`,
  open: (db) => {
    const standing = query<[string, string], Tally>(
      db,
      'SELECT document, occurrences, pending FROM tally WHERE label = ? AND passage = ?',
    );
    // One place counts once; it is pending only where nobody's annotation counts it.
    const recount = query<[string, string], Tally>(
      db,
      `SELECT document, sum(counted) AS occurrences, sum(pending AND NOT counted) AS pending FROM (
         SELECT o.document, max(o.counted) AS counted, max(o.pending) AS pending
         FROM annotation a JOIN occurrence o ON o.annotation = a.id JOIN document d ON d.id = o.document
         WHERE a.label = ? AND a.passage = ? AND a.live = 1 AND d.imports > 0
         GROUP BY o.document, o.first, o.last, o.breaks
       ) GROUP BY document HAVING sum(counted) + sum(pending) > 0`,
    );
    const erase = write<[string, string]>(db, 'DELETE FROM tally WHERE label = ? AND passage = ?');
    const insert = write<[string, string, string, number, number]>(
      db,
      'INSERT INTO tally (label, passage, document, occurrences, pending) VALUES (?, ?, ?, ?, ?)',
    );
    const move = write<[string, string, number, number, number]>(
      db,
      `INSERT INTO count (label, document, passages, occurrences, pending) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (label, document) DO UPDATE SET passages = passages + excluded.passages,
         occurrences = occurrences + excluded.occurrences, pending = pending + excluded.pending`,
    );
    const eraseEmpty = write<[string, string]>(
      db,
      'DELETE FROM count WHERE label = ? AND document = ? AND passages = 0 AND occurrences = 0 AND pending = 0',
    );
    const isPassage = (total: Total | undefined): number => Number((total?.occurrences ?? 0) > 0);

    return {
      apply: () => undefined,
      settle: (touched) => {
        for (const { label, passage } of touched.tallies.values()) {
          const before = new Map<string, Total>(standing.all(label, passage).map((tally) => [tally.document, tally]));
          const after = new Map<string, Total>(recount.all(label, passage).map((tally) => [tally.document, tally]));
          before.set('', sum(before.values()));
          after.set('', sum(after.values()));
          erase.run(label, passage);
          for (const document of new Set([...before.keys(), ...after.keys()])) {
            const was = before.get(document);
            const is = after.get(document);
            if (document !== '' && is !== undefined) insert.run(label, passage, document, is.occurrences, is.pending);
            const occurrences = (is?.occurrences ?? 0) - (was?.occurrences ?? 0);
            const pending = (is?.pending ?? 0) - (was?.pending ?? 0);
            const passages = isPassage(is) - isPassage(was);
            if (occurrences === 0 && pending === 0 && passages === 0) continue;
            move.run(label, document, passages, occurrences, pending);
            eraseEmpty.run(label, document);
            touched.add('count', countKey({ label, document }));
          }
        }
      },
    };
  },
};

function sum(totals: Iterable<Total>): Total {
  let occurrences = 0;
  let pending = 0;
  for (const total of totals) {
    occurrences += total.occurrences;
    pending += total.pending;
  }
  return { occurrences, pending };
}
