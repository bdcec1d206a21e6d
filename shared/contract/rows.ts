/**
 * The rows a window holds, by entity and key. They say what is so (absolute values), never what changed, so applying
 * a commit twice does no harm.
 */
import type { Annotation } from '#shared/domain/annotation.ts';
import type { Occurrence } from '#shared/domain/occurrence.ts';

/** Key: `project`. */
export interface ProjectRow {
  readonly id: string;
  readonly name: string;
  /** The file's name without its folder. */
  readonly file: string;
  /** Who annotates in this window. */
  readonly annotator: string;
}

/** Key: the document's id. `length` in UTF-16 units. */
export interface DocumentRow {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly length: number;
  readonly sha256: string;
  /** Who published it; empty where nobody said. */
  readonly source: string;
  /** When, as its origin says it; empty where nobody said. */
  readonly date: string;
  /** Who wrote it, and where it was published; empty where nobody said. */
  readonly author: string;
  readonly url: string;
}

/** Key: the document's id. What collation knows of it; derived, not logged. */
export interface CollationRow {
  readonly document: string;
  /** The group's id (its leader's id), or `null` where the document is no near-copy of another. */
  readonly group: string | null;
  /** Whether the others of its group hang on it. */
  readonly leads: boolean;
  /** Of the shorter one's words, the share that it has in common with its leader, 0…1; 1 for the leader, 0 in no group. */
  readonly containment: number;
  /** Share of its words that stand in other documents too, 0…1. */
  readonly shared: number;
}

/** Key: the label's id. `position` orders the codebook. */
export interface LabelRow {
  readonly id: string;
  readonly name: string;
  readonly key: string;
  readonly position: number;
}

/** Key: the annotation's id. */
export type AnnotationRow = Annotation;

/** Key: `occurrenceKey`. */
export type OccurrenceRow = Occurrence;

/** Key: `countKey`. The two numbers, and how many occurrences wait for a look. */
export interface CountRow {
  readonly label: string;
  /** The document, or empty for the whole project. */
  readonly document: string;
  readonly passages: number;
  readonly occurrences: number;
  readonly pending: number;
}

/** Key: `history`. What undo and redo would take back: the type of the act's first event, or `null`. */
export interface HistoryRow {
  readonly undo: string | null;
  readonly redo: string | null;
}

export interface RowByEntity {
  readonly project: ProjectRow;
  readonly document: DocumentRow;
  readonly collation: CollationRow;
  readonly label: LabelRow;
  readonly annotation: AnnotationRow;
  readonly occurrence: OccurrenceRow;
  readonly count: CountRow;
  readonly history: HistoryRow;
}
export type Entity = keyof RowByEntity;

export const projectKey = 'project';
export const historyKey = 'history';

/** An occurrence is known by its annotation, its document and where it starts. */
export function occurrenceKey(row: Pick<OccurrenceRow, 'annotation' | 'document' | 'start'>): string {
  return `${row.annotation}/${row.document}/${row.start}`;
}

export function countKey(row: Pick<CountRow, 'label' | 'document'>): string {
  return `${row.label}/${row.document}`;
}
