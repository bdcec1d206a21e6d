import { write } from '../statement.ts';
import type { Projection } from './projection.ts';

/**
 * The codebook in the order in which its labels were first defined; a later definition renames. A label whose every
 * definition was withdrawn keeps its row: somebody may have tagged with it meanwhile.
 */
export const labelProjection: Projection = {
  name: 'label',
  version: 2,
  tableNames: ['label'],
  tables: `
    CREATE TABLE label (
      id       TEXT PRIMARY KEY,
      name     TEXT NOT NULL,
      key      TEXT NOT NULL,
      position INTEGER NOT NULL,
      definitions INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID`,
  open: (db) => {
    const upsert = write<[string, string, string]>(
      db,
      `INSERT INTO label (id, name, key, position, definitions) VALUES (?, ?, ?, (SELECT count(*) FROM label), 1)
       ON CONFLICT (id) DO UPDATE SET name = excluded.name, key = excluded.key, definitions = definitions + 1`,
    );
    const withdraw = write<[string]>(db, 'UPDATE label SET definitions = definitions - 1 WHERE id = ?');
    return {
      apply: ({ type, payload }, touched) => {
        if (type === 'label-defined') upsert.run(payload.label, payload.name, payload.key);
        else if (type === 'label-withdrawn') withdraw.run(payload.label);
        else return;
        touched.add('label', payload.label);
      },
    };
  },
};
