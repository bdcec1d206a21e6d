import { clockToMilliseconds } from '#shared/domain/clock.ts';
import type { AnnotatedSet } from '#shared/domain/annotated-set.ts';
import { isCounted, severalRanges, shownStatus } from '#shared/domain/occurrence.ts';
import type { Context } from '../context.ts';

/** The project as exporters take it: everything that is live. */
export function annotatedSet({ store, text }: Context): AnnotatedSet {
  const { rows } = store;
  return {
    project: rows.project(),
    labels: rows.labels().map(({ id, name, key }) => ({ label: id, name, key })),
    documents: rows.documents().map(({ id, name, title, sha256 }) => ({ id, name, title, sha256, text: text(id) })),
    annotations: rows.annotations().map((annotation) => ({
      ...annotation,
      made: new Date(clockToMilliseconds(rows.madeAt(annotation.id))).toISOString(),
      occurrences: rows.occurrencesOf(annotation.id).map((row) => {
        const { document, start, end, coverage, reason } = row;
        const judged = { status: shownStatus(row), coverage, counted: isCounted(row), reason };
        return { document, start, end, ...severalRanges(row), ...judged };
      }),
    })),
  };
}
