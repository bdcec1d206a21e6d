/** What is known of an assertion before it is written: which annotation says the same already, and where its words stand. */
import type { AnnotationWithOccurrences } from '#shared/domain/annotation.ts';
import type { ToldOccurrence } from '#shared/domain/commands/import-occurrences.ts';
import { rangesOverlap, type FoundOccurrence } from '#shared/domain/occurrence.ts';
import { isSameWords } from '#shared/domain/same-words.ts';
import type { Context } from '../context.ts';
import type { Assertion } from './assertion.ts';

/** What the file tells, what its words were placed by, and every other copy of them in the project. */
export function occurrencesOf(
  { collation }: Context,
  own: Assertion,
  told: readonly ToldOccurrence[],
): readonly FoundOccurrence[] {
  const { found } = own.told;
  const all: FoundOccurrence[] = [];
  const byDocument = new Map<string, FoundOccurrence[]>();
  const add = (one: FoundOccurrence): void => {
    const there = byDocument.get(one.document) ?? [];
    if (there.some((other) => rangesOverlap(other, one))) return;
    byDocument.set(one.document, there);
    there.push(one);
    all.push(one);
  };
  for (const one of told) add(one.found);
  for (const one of own.copies) add(one);
  // Of a span in several ranges nobody knows copies: it is no stretch of wording.
  if (found.ranges === undefined) for (const one of collation.copiesOf(found.document, found).occurrences) add(one);
  return all;
}

/** The annotation of the same annotator and label at the very same words; or the one of this id, if that is the same. */
export function standingAnnotation({ store }: Context, own: Assertion, text: string): AnnotationWithOccurrences | null {
  const { rows } = store;
  const { document, start, end } = own.told.found;
  const sameId = own.key === '' ? undefined : rows.annotation(own.key);
  const isSame = sameId?.annotator === own.annotator && sameId.label === own.label;
  const standing = isSame
    ? sameId.id
    : rows
        .standingAt(own.annotator, own.label, document, start, end)
        .find((occurrence) => isSameWords(text, own.told.found, occurrence))?.annotation;
  const annotation = standing === undefined ? undefined : rows.annotation(standing);
  return annotation === undefined ? null : { ...annotation, occurrences: rows.occurrencesOf(annotation.id) };
}

export function isUuid(id: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u.test(id);
}

export function isInstant(made: string): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/u.test(made) && !Number.isNaN(Date.parse(made));
}
