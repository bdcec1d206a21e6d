/** Questions to the mirror. Every answer is the same object until a row it is made of changes. */
import { isPending } from '#shared/domain/occurrence.ts';
import {
  countKey,
  historyKey,
  projectKey,
  type AnnotationRow,
  type CollationRow,
  type CountRow,
  type DocumentRow,
  type HistoryRow,
  type LabelRow,
  type OccurrenceRow,
  type ProjectRow,
} from '#shared/contract/rows.ts';
import { createDocumentGroups, type DocumentGroups } from './document-groups.ts';
import { memoByName, memoLast } from './memo.ts';
import type { Mirror } from './mirror.ts';
import { noOccurrences, type OccurrencesByKey } from './occurrence-index.ts';
import { createSortedRows } from './sorted-rows.ts';

/** One occurrence in a document with the annotation that it belongs to. */
export interface ShownOccurrence {
  /** `occurrenceKey`. */
  readonly key: string;
  readonly annotation: AnnotationRow;
  readonly occurrence: OccurrenceRow;
}

export interface AnnotationWithRows {
  readonly annotation: AnnotationRow;
  /** By document in the library's order, then by place. */
  readonly occurrences: readonly OccurrenceRow[];
}

/** The two numbers, and how many occurrences wait for a look. */
export interface Totals {
  readonly passages: number;
  readonly occurrences: number;
  readonly pending: number;
}

const byName = new Intl.Collator('en', { numeric: true });

export function projectOf(mirror: Mirror): ProjectRow | null {
  return mirror.rows.project.get(projectKey) ?? null;
}

export function historyOf(mirror: Mirror): HistoryRow {
  return mirror.rows.history.get(historyKey) ?? noHistory;
}

/** By name, numbers in names as numbers. */
export function documentsInOrder(mirror: Mirror): readonly DocumentRow[] {
  return sortedDocuments(mirror.rows.document);
}

export function documentOf(mirror: Mirror, document: string): DocumentRow | null {
  return mirror.rows.document.get(document) ?? null;
}

export function collationOf(mirror: Mirror, document: string): CollationRow | null {
  return mirror.rows.collation.get(document) ?? null;
}

/** Groups of two and more. */
export function groupsOf(mirror: Mirror): DocumentGroups {
  return groupedDocuments(mirror.rows.document, mirror.rows.collation);
}

export function labelsInOrder(mirror: Mirror): readonly LabelRow[] {
  return sortedLabels(mirror.rows.label);
}

/** @param document the document, or empty for the whole project */
export function countsOf(mirror: Mirror, label: string, document: string): Totals {
  return mirror.rows.count.get(countKey({ label, document })) ?? zero;
}

/** Over all labels. @param document the document, or empty for the whole project */
export function totalsOf(mirror: Mirror, document = ''): Totals {
  return summed(document, mirror.rows.count, labelsInOrder(mirror));
}

export function pendingTotal(mirror: Mirror): number {
  return totalsOf(mirror).pending;
}

export function annotationOf(mirror: Mirror, annotation: string): AnnotationWithRows | null {
  const row = mirror.rows.annotation.get(annotation);
  const occurrences = mirror.index.byAnnotation.get(annotation) ?? noOccurrences;
  return row === undefined ? null : annotationWithRows(annotation, row, occurrences, mirror.rows.document);
}

/** Every occurrence in a document that has been read, whatever its verdict; by start, the longer first. */
export function annotationsIn(mirror: Mirror, document: string): readonly ShownOccurrence[] {
  return shownIn(document, mirror.index.byDocument.get(document) ?? noOccurrences, mirror.rows.annotation);
}

/** Occurrences in a document that wait for a look. */
export function pendingIn(mirror: Mirror, document: string): readonly ShownOccurrence[] {
  return pendingOf(document, annotationsIn(mirror, document));
}

const zero: Totals = { passages: 0, occurrences: 0, pending: 0 };
const noHistory: HistoryRow = { undo: null, redo: null };

/** The order of the library. */
export const inDocumentOrder = (a: DocumentRow, b: DocumentRow): number =>
  byName.compare(a.name, b.name) || compareIds(a.id, b.id);

const sortedDocuments = createSortedRows<DocumentRow>(inDocumentOrder);
const groupedDocuments = createDocumentGroups(inDocumentOrder);

const sortedLabels = memoLast((rows: ReadonlyMap<string, LabelRow>): readonly LabelRow[] =>
  [...rows.values()].toSorted((a, b) => a.position - b.position || compareIds(a.id, b.id)),
);

const summed = memoByName(
  (document: string, counts: ReadonlyMap<string, CountRow>, labels: readonly LabelRow[]): Totals =>
    labels
      .map((label) => counts.get(countKey({ label: label.id, document })) ?? zero)
      .reduce(
        (sum, count) => ({
          passages: sum.passages + count.passages,
          occurrences: sum.occurrences + count.occurrences,
          pending: sum.pending + count.pending,
        }),
        zero,
      ),
  256,
);

/** The last answer for each row. */
const shownAnnotations = new WeakMap<AnnotationRow, AnnotationWithRows>();

const annotationWithRows = memoByName(
  (
    _annotation: string,
    annotation: AnnotationRow,
    occurrences: OccurrencesByKey,
    documents: ReadonlyMap<string, DocumentRow>,
  ): AnnotationWithRows => {
    const rowOf = (row: OccurrenceRow): DocumentRow | undefined => documents.get(row.document);
    const byPlace = (a: OccurrenceRow, b: OccurrenceRow): number => {
      const [one, other] = [rowOf(a), rowOf(b)];
      if (one === undefined || other === undefined) return Number(one === undefined) - Number(other === undefined);
      return (one === other ? 0 : inDocumentOrder(one, other)) || a.start - b.start;
    };
    const ordered = [...occurrences.values()].toSorted(byPlace);
    // Documents come in by the thousand while the annotation one looks at stays as it is.
    const known = shownAnnotations.get(annotation);
    if (
      known?.occurrences.length === ordered.length &&
      known.occurrences.every((occurrence, at) => occurrence === ordered[at])
    )
      return known;
    const shown = { annotation, occurrences: ordered };
    shownAnnotations.set(annotation, shown);
    return shown;
  },
);

/** The item made of an occurrence stays the same object while both its rows do. */
const items = new WeakMap<OccurrenceRow, ShownOccurrence>();

const shownIn = memoByName(
  (
    _document: string,
    occurrences: OccurrencesByKey,
    annotations: ReadonlyMap<string, AnnotationRow>,
  ): readonly ShownOccurrence[] => {
    const shown: ShownOccurrence[] = [];
    for (const [key, occurrence] of occurrences) {
      const annotation = annotations.get(occurrence.annotation);
      if (annotation === undefined) continue;
      const known = items.get(occurrence);
      if (known?.annotation === annotation) {
        shown.push(known);
      } else {
        const item: ShownOccurrence = { key, annotation, occurrence };
        items.set(occurrence, item);
        shown.push(item);
      }
    }
    return shown.sort(
      (a, b) =>
        a.occurrence.start - b.occurrence.start || b.occurrence.end - a.occurrence.end || compareIds(a.key, b.key),
    );
  },
);

const pendingOf = memoByName((_document: string, shown: readonly ShownOccurrence[]) =>
  shown.filter(({ occurrence }) => isPending(occurrence)),
);

function compareIds(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
