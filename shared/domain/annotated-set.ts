/**
 * The annotated set: what a project, or a file of another program, says now. It is walked document by document, so that
 * a set of a hundred thousand articles need not be held.
 */
import type { Span } from '#shared/text/span.ts';
import type { LoggedEvent } from './event.ts';
import type { Label } from './label.ts';
import type { ShownStatus } from './occurrence.ts';

/** An occurrence with what is said of its annotation. Offsets: UTF-16, half-open, of the document's text. */
export interface AnnotatedOccurrence {
  /** Id of the annotation; empty where the file it came from does not tell which places belong together. */
  readonly annotation: string;
  readonly passage: string;
  /** Id of a label of the set. */
  readonly label: string;
  readonly annotator: string;
  readonly note: string;
  /** When it was tagged: ISO 8601, UTC; empty where nobody said. */
  readonly made: string;
  readonly start: number;
  readonly end: number;
  /** Its ranges where something was put into it, two or more in order; absent where it stands in one piece. */
  readonly ranges?: readonly Span[] | undefined;
  readonly status: ShownStatus;
  /** Share of the annotated words that stand in this copy, 0…1. */
  readonly coverage: number;
  /** Whether it is in the count of occurrences. */
  readonly counted: boolean;
  /** Is it the span the annotator tagged herself? */
  readonly own: boolean;
  /** True of exactly one occurrence of each annotation in the set, one that counts if any does: there it is told. */
  readonly leads: boolean;
  /** Why somebody attached or detached it; empty where nobody said. */
  readonly reason: string;
}

/** Empty texts stand for what nobody said. */
export interface AnnotatedDocument {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly text: string;
  /** Hex, of the text's UTF-8 bytes. */
  readonly sha256: string;
  /** Who published it, who wrote it, when, and where. */
  readonly source: string;
  readonly author: string;
  readonly date: string;
  readonly url: string;
  /** What all near-copies of one story have in common; empty for a document that is in no group. */
  readonly group: string;
  /** By start, end, label and annotator. */
  readonly occurrences: readonly AnnotatedOccurrence[];
}

/** A label of a set that came from another program may be called anything, and so may its id. */
export type SetLabel = Readonly<Record<keyof Label, string>>;

export interface AnnotatedSet {
  readonly project: { readonly id: string; readonly name: string };
  readonly labels: readonly SetLabel[];
  /** How many documents there are. */
  readonly size: number;
  /** Walks them from the first each time it is called, always in the same order. */
  readonly documents: () => Iterable<AnnotatedDocument>;
  /** Every event that made the set, oldest first, where it is a whole project: its log can be united with another. */
  readonly history?: (() => Iterable<LoggedEvent>) | undefined;
  /** Ids of annotations of which no document of the set has an occurrence. */
  readonly bare: readonly string[];
}

/** The order of occurrences in a document: by place, then by what is said there. Total but for twins. */
export function compareOccurrences(a: AnnotatedOccurrence, b: AnnotatedOccurrence): number {
  return (
    a.start - b.start ||
    a.end - b.end ||
    compareText(a.label, b.label) ||
    compareText(a.annotator, b.annotator) ||
    compareText(a.annotation, b.annotation) ||
    compareText(a.note, b.note) ||
    compareText(rangesKey(a), rangesKey(b))
  );
}

function rangesKey({ ranges }: AnnotatedOccurrence): string {
  return ranges === undefined ? '' : ranges.map(({ start, end }) => `${start}-${end}`).join(' ');
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
