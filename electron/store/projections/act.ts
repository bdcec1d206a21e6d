import { historyKey } from '#shared/contract/rows.ts';
import type { ProjectEvent } from '#shared/domain/event.ts';
import { query, write } from '../statement.ts';
import type { Projection } from './projection.ts';

/**
 * The acts done in this file, for undo and redo. An act stands until another reverses it. A new act (one that reverses
 * nothing) closes the way to what was undone before it, as in any editor.
 */
export const actProjection: Projection = {
  name: 'act',
  // 2: what came from a file is told apart from what was tagged by hand.
  version: 2,
  tableNames: ['act'],
  tables: `
    CREATE TABLE act (
      number   INTEGER PRIMARY KEY,
      id       TEXT NOT NULL UNIQUE,
      type     TEXT NOT NULL,
      kind     TEXT NOT NULL CHECK (kind IN ('do', 'undo', 'redo')),
      reverses TEXT NOT NULL,
      -- 1 while it can be reversed.
      open     INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX act_open ON act (kind, number) WHERE open = 1`,
  open: (db) => {
    const known = query<[string], { kind: string; type: string }>(db, 'SELECT kind, type FROM act WHERE id = ?');
    const insert = write<[string, string, string, string]>(
      db,
      'INSERT INTO act (id, type, kind, reverses, open) VALUES (?, ?, ?, ?, 1)',
    );
    const close = write<[string]>(db, 'UPDATE act SET open = 0 WHERE id = ?');
    const closeUndone = write<[]>(db, `UPDATE act SET open = 0 WHERE kind = 'undo' AND open = 1`);
    return {
      apply: (event, touched, local) => {
        const {
          type,
          envelope: { act, reverses },
        } = event;
        // The project itself and its first codebook are not something to undo.
        if (!local || type === 'project-created' || type === 'label-defined' || known.get(act) !== undefined) return;
        touched.add('history', historyKey);
        const reversed = reverses === '' ? undefined : known.get(reverses);
        if (reversed === undefined) {
          insert.run(act, nameOf(event), 'do', reverses);
          closeUndone.run();
          return;
        }
        insert.run(act, reversed.type, reversed.kind === 'undo' ? 'redo' : 'undo', reverses);
        close.run(reverses);
      },
    };
  },
};

/** What an act is called: the type of its first event, and of annotations that came from a file that they did. */
function nameOf(event: ProjectEvent): string {
  const isFromFile = event.type === 'annotation-tagged' && event.payload.imported !== undefined;
  return isFromFile ? 'annotations-imported' : event.type;
}
