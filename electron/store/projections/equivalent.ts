import { equivalentKey } from '#shared/domain/equivalent.ts';
import { write } from '../statement.ts';
import type { Projection } from './projection.ts';

/**
 * What the project says of pairs of phrases; the pairs that the program brings are not in it. The last word counts,
 * whoever said it: two who add the same pair apart have one pair.
 */
export const equivalentProjection: Projection = {
  name: 'equivalent',
  version: 1,
  tableNames: ['equivalent'],
  tables: `
    CREATE TABLE equivalent (
      pair     TEXT PRIMARY KEY,
      a        TEXT NOT NULL,
      b        TEXT NOT NULL,
      standing INTEGER NOT NULL,
      position INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID`,
  open: (db) => {
    const upsert = write<[string, string, string, number]>(
      db,
      `INSERT INTO equivalent (pair, a, b, standing, position) VALUES (?, ?, ?, ?, (SELECT count(*) FROM equivalent))
       ON CONFLICT (pair) DO UPDATE SET a = excluded.a, b = excluded.b, standing = excluded.standing`,
    );
    return {
      apply: ({ type, payload }) => {
        if (type !== 'equivalent-added' && type !== 'equivalent-removed') return;
        upsert.run(equivalentKey(payload), payload.a, payload.b, type === 'equivalent-added' ? 1 : 0);
      },
    };
  },
};
