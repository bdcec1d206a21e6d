import type { Change, Commit } from '#shared/contract/commit.ts';
import type { ReadLibrary } from '#shared/contract/methods.ts';
import { historyKey, projectKey, type ProjectRow } from '#shared/contract/rows.ts';
import { putRow } from '#electron/store/row-reader.ts';
import type { Store } from '#electron/store/store.ts';

/** Documents told at once: a window shows a few, and some ten milliseconds are enough of anybody's thread. */
const documentsTold = 1000;

/** What a window is told of the whole project, and the last document told where there are more. */
export interface WholeProject {
  readonly changes: readonly Change[];
  readonly rest?: string;
}

/** All rows but annotations and occurrences; of a large library the first documents. */
export function wholeProject(store: Store, project: ProjectRow, told = documentsTold): WholeProject {
  const { changes, ...rest } = libraryPart(store, null, told);
  return {
    changes: [
      { entity: 'project', key: projectKey, row: project },
      ...store.rows.labels().map(putRow.label),
      ...store.rows.countsOf('').map(putRow.count),
      { entity: 'history', key: historyKey, row: store.rows.history() },
      ...changes,
    ],
    ...rest,
  };
}

export function wholeCommit(store: Store, { changes, ...rest }: WholeProject): Commit {
  const seq = store.head.read()?.seq ?? 0;
  return { base: seq, seq, changes, whole: true, ...rest };
}

/** The documents after `after`, with their collation and counts. */
export function readLibrary(store: Store, after: string, told = documentsTold): ReadLibrary {
  return { seq: store.head.read()?.seq ?? 0, ...libraryPart(store, after, told) };
}

function libraryPart({ rows }: Store, after: string | null, told: number): WholeProject {
  const documents = rows.documentsAfter(after, told);
  const last = documents.at(-1);
  const changes = documents.flatMap((row): readonly Change[] => {
    const collation = rows.collation(row.id);
    return [
      putRow.document(row),
      ...(collation === undefined ? [] : [putRow.collation(collation)]),
      ...rows.countsOf(row.id).map(putRow.count),
    ];
  });
  return documents.length < told || last === undefined ? { changes } : { changes, rest: last.id };
}
