/** Tells every listener of each commit, once and in order, whoever wrote it. */
import type { Change, Commit } from '#shared/contract/commit.ts';
import type { Store } from '#electron/store/store.ts';
import type { Collation } from './collation.ts';
import type { TouchedKey } from '#electron/store/row-reader.ts';

export interface Announcer {
  /** Tells what has happened since the listeners were last told. */
  readonly announce: () => void;
  /** What happened since a head, as a commit; the whole project where the trail is lost. */
  readonly since: (seq: number) => Commit;
  readonly onCommit: (listener: (commit: Commit) => void) => () => void;
}

export interface AnnouncerDeps {
  readonly store: Store;
  readonly collation: Collation;
  /** All rows of the project but annotations and occurrences. */
  readonly whole: () => readonly Change[];
}

export function createAnnouncer({ store, collation, whole }: AnnouncerDeps): Announcer {
  const listeners = new Set<(commit: Commit) => void>();
  let told = store.log.lastSeq();

  const commitSince = (base: number, derived: (touched: readonly TouchedKey[]) => readonly Change[]): Commit => {
    const seq = store.head.read()?.seq ?? 0;
    if (!store.head.remembers(base)) return { base, seq, changes: whole(), whole: true };
    const touched = store.head.touchedSince(base);
    const isCollated = touched.some(({ entity }) => entity === 'document');
    const changes = [...store.rows.changes(touched), ...(isCollated ? derived(touched) : [])];
    return { base, seq, changes, whole: false };
  };

  /** A window that missed commits may have missed any collation row; rows of documents that are gone are taken away. */
  const everyCollationRow = (touched: readonly TouchedKey[]): readonly Change[] => [
    ...touched
      .filter(({ entity }) => entity === 'document')
      .map(({ key }): Change => ({ entity: 'collation', key, row: null })),
    ...collation.rows(),
  ];

  return {
    announce: () => {
      if (store.head.read()?.seq === told && store.head.remembers(told)) return;
      const commit = commitSince(told, collation.takeChangedRows);
      told = commit.seq;
      for (const listener of listeners) listener(commit);
    },
    since: (seq) => commitSince(seq, everyCollationRow),
    onCommit: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
