import type { Change, Commit } from '#shared/contract/commit.ts';
import { historyKey, projectKey, type ProjectRow } from '#shared/contract/rows.ts';
import { putRow } from '#electron/store/row-reader.ts';
import type { Store } from '#electron/store/store.ts';

/** All rows but annotations and occurrences. */
export function wholeProject(store: Store, project: ProjectRow): readonly Change[] {
  return [
    { entity: 'project', key: projectKey, row: project },
    ...store.rows.documents().map(putRow.document),
    ...store.rows.collations().map(putRow.collation),
    ...store.rows.labels().map(putRow.label),
    ...store.rows.counts().map(putRow.count),
    { entity: 'history', key: historyKey, row: store.rows.history() },
  ];
}

export function wholeCommit(store: Store, changes: readonly Change[]): Commit {
  const seq = store.head.read()?.seq ?? 0;
  return { base: seq, seq, changes, whole: true };
}
