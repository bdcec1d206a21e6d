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
import { memoByName, memoLast } from './memo.ts';
import type { Mirror } from './mirror.ts';
import { noOccurrences, type OccurrencesByKey } from './occurrence-index.ts';
import { createSortedRows } from './sorted-rows.ts';

/** Documents found to be near-copies of one another, at least two. */
export interface DocumentGroup {
  readonly id: string;
  readonly documents: readonly DocumentRow[];
}

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

/** Groups of two and more, by the name of their first document. */
export function groupsOf(mirror: Mirror): readonly DocumentGroup[] {
  return groupedDocuments(documentsInOrder(mirror), mirror.rows.collation);
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
  return row === undefined ? null : annotationWithRows(annotation, row, occurrences, documentsInOrder(mirror));
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

const sortedDocuments = createSortedRows<DocumentRow>(
  (a, b) => byName.compare(a.name, b.name) || compareIds(a.id, b.id),
);

const sortedLabels = memoLast((rows: ReadonlyMap<string, LabelRow>): readonly LabelRow[] =>
  [...rows.values()].toSorted((a, b) => a.position - b.position || compareIds(a.id, b.id)),
);

const groupedDocuments = memoLast(
  (documents: readonly DocumentRow[], collation: ReadonlyMap<string, CollationRow>): readonly DocumentGroup[] => {
    const groupOf = new Map<string, string>();
    for (const { document, group } of collation.values()) if (group !== null) groupOf.set(document, group);
    const members = new Map<string, DocumentRow[]>();
    for (const document of documents) {
      const group = groupOf.get(document.id);
      if (group === undefined) continue;
      const known = members.get(group);
      if (known === undefined) members.set(group, [document]);
      else known.push(document);
    }
    return [...members].filter(([, rows]) => rows.length > 1).map(([id, rows]) => ({ id, documents: rows }));
  },
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

const annotationWithRows = memoByName(
  (
    _annotation: string,
    annotation: AnnotationRow,
    occurrences: OccurrencesByKey,
    documents: readonly DocumentRow[],
  ): AnnotationWithRows => {
    const wanted = new Set([...occurrences.values()].map(({ document }) => document));
    const place = new Map<string, number>();
    for (const [at, { id }] of documents.entries()) if (wanted.has(id)) place.set(id, at);
    const placeOf = (row: OccurrenceRow): number => place.get(row.document) ?? documents.length;
    return {
      annotation,
      occurrences: [...occurrences.values()].toSorted((a, b) => placeOf(a) - placeOf(b) || a.start - b.start),
    };
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
