import { projectKey } from '#shared/contract/rows.ts';
import { write } from '../statement.ts';
import type { Projection } from './projection.ts';

/** The project's identity: the earliest `project-created` names it, so that a union keeps one name. */
export const projectProjection: Projection = {
  name: 'project',
  version: 1,
  tableNames: ['project'],
  tables: `
    CREATE TABLE project (
      one  INTEGER PRIMARY KEY CHECK (one = 1),
      id   TEXT NOT NULL,
      name TEXT NOT NULL
    ) STRICT`,
  open: (db) => {
    const insert = write<[string, string]>(
      db,
      'INSERT INTO project (one, id, name) VALUES (1, ?, ?) ON CONFLICT DO NOTHING',
    );
    return {
      apply: ({ type, payload }, touched) => {
        if (type !== 'project-created') return;
        if (insert.run(payload.project, payload.name) > 0) touched.add('project', projectKey);
      },
    };
  },
};
