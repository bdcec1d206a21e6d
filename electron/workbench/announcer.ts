/** Tells every listener of each commit, once and in order, whoever wrote it. */
import type { Change, Commit } from '#shared/contract/commit.ts';
import type { Store } from '#electron/store/store.ts';
import type { TouchedKey } from '#electron/store/row-reader.ts';

export interface Announcer {
  /** The head up to which the listeners have been told. */
  readonly seq: () => number;
  /** Tells what happened up to `seq`. */
  readonly announce: (seq: number) => void;
  /** What happened since a head, as a commit; the whole project where the trail is lost. */
  readonly since: (seq: number) => Commit;
  readonly onCommit: (listener: (commit: Commit) => void) => () => void;
}

export interface AnnouncerDeps {
  readonly store: Store;
  /** Rows that are derived and not logged, for the documents among the touched keys. */
  readonly derived: (touched: readonly TouchedKey[]) => readonly Change[];
  /** All rows of the project but annotations and occurrences. */
  readonly whole: () => readonly Change[];
}

export function createAnnouncer({ store, derived, whole }: AnnouncerDeps): Announcer {
  const listeners = new Set<(commit: Commit) => void>();
  let told = store.log.lastSeq();

  const since = (base: number): Commit => {
    const seq = store.head.read()?.seq ?? 0;
    if (!store.head.remembers(base)) return { base, seq, changes: whole(), whole: true };
    const touched = store.head.touchedSince(base);
    return { base, seq, changes: [...store.rows.changes(touched), ...derived(touched)], whole: false };
  };

  return {
    seq: () => told,
    announce: (seq) => {
      if (seq === told && store.head.remembers(told)) return;
      const commit = since(told);
      told = commit.seq;
      for (const listener of listeners) listener(commit);
    },
    since,
    onCommit: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
