/** Tells every listener of each commit, once and in order, whoever wrote it. */
import type { Change, Commit } from '#shared/contract/commit.ts';
import type { Store } from '#electron/store/store.ts';
import { wholeCommit, type WholeProject } from './handlers/project-read.ts';
import type { Collation } from './collation.ts';
import type { TouchedKey } from '#electron/store/row-reader.ts';

export interface Announcer {
  /**
   * Tells what has happened since the listeners were last told, and answers whether that was all. With a limit it tells
   * the oldest commits that touched so many rows together, at least one: an import in another thread must not make one
   * long task of a telling.
   */
  readonly announce: (limit?: number) => boolean;
  /** What happened since a head, as a commit, up to `limit` rows; the whole project where the trail is lost. */
  readonly since: (seq: number, limit?: number) => Commit;
  readonly onCommit: (listener: (commit: Commit) => void) => () => void;
}

export interface AnnouncerDeps {
  readonly store: Store;
  readonly collation: Collation;
  /** All rows of the project but annotations and occurrences. */
  readonly whole: () => WholeProject;
}

export function createAnnouncer({ store, collation, whole }: AnnouncerDeps): Announcer {
  const listeners = new Set<(commit: Commit) => void>();
  const headSeq = (): number => store.head.read()?.seq ?? 0;
  let told = headSeq();

  const commitSince = (base: number, limit = Infinity): Commit => {
    if (!store.head.remembers(base)) return { ...wholeCommit(store, whole()), base };
    const seq = limit === Infinity ? headSeq() : store.head.reach(base, limit);
    const touched = store.head.touchedSince(base, seq);
    return { base, seq, changes: [...store.rows.changes(touched), ...collationRows(touched)], whole: false };
  };

  /** A document that comes, goes or comes back has a collation row that does. */
  const collationRows = (touched: readonly TouchedKey[]): readonly Change[] => {
    const told = new Set(touched.flatMap(({ entity, key }) => (entity === 'collation' ? [key] : [])));
    const documents = touched.flatMap(({ entity, key }) => (entity === 'document' ? [key] : []));
    const untold = documents.filter((key) => !told.has(key));
    return store.rows.changes(untold.map((key): TouchedKey => ({ entity: 'collation', key })));
  };

  return {
    announce: (limit) => {
      if (listeners.size > 0) collation.settle();
      if (headSeq() === told) return true;
      // Whoever begins to listen reads the whole project first; until then there is nothing to work out.
      if (listeners.size === 0) {
        told = headSeq();
        return true;
      }
      const commit = commitSince(told, limit);
      told = commit.seq;
      for (const listener of listeners) listener(commit);
      return told === headSeq();
    },
    since: (seq, limit) => {
      collation.settle();
      return commitSince(seq, limit);
    },
    onCommit: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
