import { write } from '../statement.ts';
import type { Projection } from './projection.ts';

/** The codebook in the order in which its labels were first defined; a later definition renames. */
export const labelProjection: Projection = {
  name: 'label',
  version: 1,
  tableNames: ['label'],
  tables: `
    CREATE TABLE label (
      id       TEXT PRIMARY KEY,
      name     TEXT NOT NULL,
      key      TEXT NOT NULL,
      position INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID`,
  open: (db) => {
    const upsert = write<[string, string, string]>(
      db,
      `INSERT INTO label (id, name, key, position) VALUES (?, ?, ?, (SELECT count(*) FROM label))
       ON CONFLICT (id) DO UPDATE SET name = excluded.name, key = excluded.key`,
    );
    return {
      apply: ({ type, payload }, touched) => {
        if (type !== 'label-defined') return;
        upsert.run(payload.label, payload.name, payload.key);
        touched.add('label', payload.label);
      },
    };
  },
};
