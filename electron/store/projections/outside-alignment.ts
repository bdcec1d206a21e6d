import { write } from '../statement.ts';
import type { Projection } from './projection.ts';

/**
 * Alignments that another program found, each once, found from either of its documents. `imports` is how many imports of
 * it stand: two people may have brought in the same file, and one who undoes her import takes back hers alone. Whether
 * the documents are still there is for the reader of the rows to ask: a document that is restored has them again.
 */
export const outsideAlignmentProjection: Projection = {
  name: 'outside_alignment',
  version: 1,
  tableNames: ['outside_alignment'],
  tables: `
    CREATE TABLE outside_alignment (
      a_document TEXT NOT NULL,
      b_document TEXT NOT NULL,
      a_start    INTEGER NOT NULL,
      a_end      INTEGER NOT NULL,
      b_start    INTEGER NOT NULL,
      b_end      INTEGER NOT NULL,
      imports    INTEGER NOT NULL,
      PRIMARY KEY (a_document, b_document, a_start, a_end, b_start, b_end)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX outside_alignment_by_other ON outside_alignment (b_document)`,
  open: (db) => {
    const insert = write<[string, string, number, number, number, number]>(
      db,
      `INSERT INTO outside_alignment (a_document, b_document, a_start, a_end, b_start, b_end, imports)
       VALUES (?, ?, ?, ?, ?, ?, 1) ON CONFLICT DO UPDATE SET imports = imports + 1`,
    );
    const withdraw = write<[string, string, number, number, number, number]>(
      db,
      `UPDATE outside_alignment SET imports = max(imports - 1, 0)
       WHERE a_document = ? AND b_document = ? AND a_start = ? AND a_end = ? AND b_start = ? AND b_end = ?`,
    );
    return {
      apply: ({ type, payload }, touched) => {
        if (type !== 'alignments-imported' && type !== 'alignments-withdrawn') return;
        const put = type === 'alignments-imported' ? insert : withdraw;
        for (const { a, b } of payload.alignments) {
          put.run(a.document, b.document, a.start, a.end, b.start, b.end);
          // What a document shares with others is another now: whoever shows it reads it again.
          touched.add('collation', a.document);
          touched.add('collation', b.document);
        }
      },
    };
  },
};
