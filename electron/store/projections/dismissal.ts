import { write } from '../statement.ts';
import type { Projection } from './projection.ts';

/**
 * Passages that somebody did not find in a newer version of their article. `standing` is how many say so: two people may
 * have looked, and one who takes it back takes back her word alone.
 */
export const dismissalProjection: Projection = {
  name: 'dismissal',
  version: 1,
  tableNames: ['dismissal'],
  tables: `
    CREATE TABLE dismissal (
      document   TEXT NOT NULL,
      annotation TEXT NOT NULL,
      standing   INTEGER NOT NULL,
      PRIMARY KEY (document, annotation)
    ) STRICT, WITHOUT ROWID`,
  open: (db) => {
    const dismiss = write<[string, string]>(
      db,
      `INSERT INTO dismissal (document, annotation, standing) VALUES (?, ?, 1)
       ON CONFLICT DO UPDATE SET standing = standing + 1`,
    );
    const recall = write<[string, string]>(
      db,
      'UPDATE dismissal SET standing = max(standing - 1, 0) WHERE document = ? AND annotation = ?',
    );
    return {
      apply: ({ type, payload }, touched) => {
        if (type !== 'orphan-dismissed' && type !== 'orphan-recalled') return;
        (type === 'orphan-dismissed' ? dismiss : recall).run(payload.document, payload.annotation);
        // Whoever shows the annotation asks again where it is to be placed.
        touched.add('annotation', payload.annotation);
      },
    };
  },
};
