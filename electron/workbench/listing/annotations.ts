import { readOccurrence, type Context } from '../context.ts';
import type { AnnotationFilter, ListedAnnotation } from '../workbench.ts';

/** Annotations in the order in which they were made, each with every occurrence, its own span first. */
export function listAnnotations(context: Context, filter: AnnotationFilter): readonly ListedAnnotation[] {
  const { rows } = context.store;
  const { document, label, annotator } = filter;
  const all = document === undefined ? rows.annotations() : rows.annotationsIn(document);
  return all
    .filter((row) => label === undefined || row.label === label)
    .filter((row) => annotator === undefined || row.annotator === annotator)
    .map(({ id, ...rest }) => ({
      annotation: id,
      ...rest,
      occurrences: rows.occurrencesOf(id).map((row) => readOccurrence(context, row)),
    }));
}
