import { addressKey } from '#shared/domain/address.ts';
import { occurrenceKey } from '#shared/contract/rows.ts';
import { query, write } from '../statement.ts';
import type { Projection } from './projection.ts';

interface Affected {
  readonly annotation: string;
  readonly label: string;
  readonly passage: string;
  readonly start: number;
}

/**
 * The documents. `imports` is how many imports of it stand: two people may have brought in the same article, and one
 * who undoes her import takes back hers alone. At none the row and its occurrences stay, so that restoring the
 * document, or a colleague's annotation that arrives later, finds them again.
 */
export const documentProjection: Projection = {
  name: 'document',
  version: 3,
  tableNames: ['document'],
  tables: `
    CREATE TABLE document (
      id      TEXT PRIMARY KEY,
      name    TEXT NOT NULL,
      title   TEXT NOT NULL,
      sha256  TEXT NOT NULL,
      length  INTEGER NOT NULL,
      file    TEXT NOT NULL,
      source  TEXT NOT NULL,
      date    TEXT NOT NULL,
      author  TEXT NOT NULL,
      url     TEXT NOT NULL,
      -- The same for all ways of writing the url (shared/domain/address.ts); empty where there is none.
      address TEXT NOT NULL,
      -- SHA-256 of the file's own bytes, or empty.
      original TEXT NOT NULL,
      -- When it first came.
      clock   TEXT NOT NULL,
      imports INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX document_by_name ON document (name);
    CREATE INDEX document_by_text ON document (sha256);
    CREATE INDEX document_by_address ON document (address, clock, id) WHERE address != ''`,
  open: (db) => {
    const insert = write<
      [string, string, string, string, number, string, string, string, string, string, string, string, string]
    >(
      db,
      `INSERT INTO document (id, name, title, sha256, length, file, source, date, author, url, address, original, clock, imports)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)
       ON CONFLICT (id) DO UPDATE SET imports = imports + 1`,
    );
    const forget = write<[string]>(db, 'DELETE FROM document WHERE id = ? AND imports = 0');
    const addImports = write<[number, string]>(db, 'UPDATE document SET imports = max(imports + ?, 0) WHERE id = ?');
    const occurrences = query<[string], Affected>(
      db,
      `SELECT o.annotation, a.label, a.passage, o.start FROM occurrence o JOIN annotation a ON a.id = o.annotation
       WHERE o.document = ?`,
    );
    return {
      apply: ({ type, payload, envelope }, touched) => {
        if (type === 'document-imported') {
          const { author = '', url = '', original = '' } = payload.origin;
          // What came, went and comes again may come from elsewhere.
          forget.run(payload.document);
          insert.run(
            payload.document,
            payload.name,
            payload.title,
            payload.sha256,
            payload.length,
            payload.origin.file,
            payload.origin.source ?? '',
            payload.origin.date ?? '',
            author,
            url,
            addressKey(url),
            original,
            envelope.clock,
          );
        } else if (type === 'document-removed' || type === 'document-restored') {
          if (addImports.run(type === 'document-restored' ? 1 : -1, payload.document) === 0) return;
        } else return;
        const { document } = payload;
        touched.add('document', document);
        for (const { annotation, label, passage, start } of occurrences.all(document)) {
          touched.add('occurrence', occurrenceKey({ annotation, document, start }));
          touched.addTally(label, passage);
        }
      },
    };
  },
};
