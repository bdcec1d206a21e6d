import type { CountRow } from '#shared/contract/rows.ts';
import { countKey } from '#shared/contract/rows.ts';
import type { Context } from '../context.ts';
import type { CountLine, Counts } from '../workbench.ts';

/** The two numbers of every label, in all and for each document. */
export function listCounts({ store }: Context): Counts {
  const labels = store.rows.labels().map(({ id }) => id);
  const counts = new Map<string, CountRow>(store.rows.counts().map((row) => [countKey(row), row]));
  const lines = (document: string): readonly CountLine[] =>
    labels.map((label) => {
      const row = counts.get(countKey({ label, document }));
      return {
        label,
        passages: row?.passages ?? 0,
        occurrences: row?.occurrences ?? 0,
        pending: row?.pending ?? 0,
      };
    });
  return {
    labels: lines(''),
    documents: store.rows.documents().map(({ id }) => ({ document: id, labels: lines(id) })),
  };
}
