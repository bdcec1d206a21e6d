/** What JSONL and CSV keep of an annotation, in one order, so that what was written and what was read can be compared. */
import type { AnnotatedPassage, AnnotatedOccurrence, AnnotatedSet } from '#shared/domain/annotated-set.ts';
import { severalRanges } from '#shared/domain/occurrence.ts';

export interface KeptOccurrence extends AnnotatedOccurrence {
  /** Is it the span the annotator tagged herself? */
  readonly own: boolean;
}

export interface KeptAnnotation extends Omit<AnnotatedPassage, 'document' | 'start' | 'end' | 'occurrences'> {
  readonly occurrences: readonly KeptOccurrence[];
}

/** Is this occurrence the annotator's own span? */
export function isOwn(annotation: AnnotatedPassage, occurrence: AnnotatedOccurrence): boolean {
  const { document, start, end } = occurrence;
  return annotation.document === document && annotation.start === start && annotation.end === end;
}

/** The set's annotations that have an occurrence, in `keptOrder`. */
export function keptAnnotations(set: AnnotatedSet): readonly KeptAnnotation[] {
  const kept = set.annotations.filter(({ occurrences }) => occurrences.length > 0).map(keptAnnotation);
  return keptOrder(kept);
}

function keptAnnotation(annotation: AnnotatedPassage): KeptAnnotation {
  const { id, label, annotator, note, passage, made } = annotation;
  const occurrences = annotation.occurrences.map((occurrence) => {
    const { document, start, end, status, coverage, counted, reason } = occurrence;
    const own = isOwn(annotation, occurrence);
    return { document, start, end, ...severalRanges(occurrence), status, coverage, counted, reason, own };
  });
  return { id, label, annotator, note, passage, made, occurrences };
}

/** Annotations by id, their occurrences by document and place: neither order means anything in a file. */
export function keptOrder<A extends { readonly id: string; readonly occurrences: readonly Place[] }>(
  annotations: readonly A[],
): readonly A[] {
  return annotations
    .map((annotation) => ({ ...annotation, occurrences: annotation.occurrences.toSorted(comparePlaces) }))
    .toSorted((a, b) => compareText(a.id, b.id));
}

interface Place {
  readonly document: string;
  readonly start: number;
  readonly end: number;
}

function comparePlaces(a: Place, b: Place): number {
  return compareText(a.document, b.document) || a.start - b.start || a.end - b.end;
}

export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
