import { test } from 'vitest';
import Database from 'better-sqlite3';
import { join } from 'node:path';
import { projectWith, temporaryFolder, valueOf } from '../testing/five-articles.ts';
import { randomDocuments } from '../testing/random-acts.ts';
test('x', () => {
  const path = join(temporaryFolder(), 'p.variorum');
  const w = projectWith(randomDocuments.slice(0, 2), path);
  valueOf(w.importDocuments([randomDocuments[773 % 7]!]));
  const show = (t: string) => {
    const db = new Database(path, { readonly: true });
    console.log(t);
    for (const r of db.prepare('select slot, document, words, shared, covered, leader from collated').all() as any[])
      console.log(
        r.slot,
        r.document.slice(0, 4),
        r.words,
        r.shared,
        [...new Int32Array(new Uint8Array(r.covered).buffer)].join(','),
        r.leader,
      );
    for (const r of db
      .prepare('select passage, slot, "from" f, "to" t, words, leads from place order by passage, slot')
      .all() as any[])
      console.log('  P', r.passage, r.slot, r.f, r.t, r.words, r.leads);
    db.close();
  };
  show('before');
  valueOf(w.importDocuments([randomDocuments[991 % 7]!]));
  show('done');
  valueOf(w.call('history.undo', {}));
  w.documents();
  w.call('project.read', {});
  show('undone');
  w.close();
});
