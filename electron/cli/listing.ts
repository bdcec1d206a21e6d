/** What commands show of occurrences and annotations: documents by name, with the id beside it. */
import type { ReadElsewhere, ReadOccurrence } from '#shared/contract/methods.ts';
import { severalRanges } from '#shared/domain/occurrence.ts';
import type { Span } from '#shared/text/span.ts';
import { printable } from '#shared/domain/refusal.ts';
import type { ListedAnnotation, Workbench } from '#electron/workbench/workbench.ts';
import { table } from './table.ts';

export interface ListedPlace {
  /** The document's name. */
  readonly document: string;
  readonly documentId: string;
  readonly start: number;
  readonly end: number;
}

export interface ListedOccurrence extends ListedPlace {
  /** Only where something was put into the copy: its ranges, two or more in order. */
  readonly ranges?: readonly Span[];
  readonly status: ReadOccurrence['status'];
  readonly coverage: number;
  readonly counted: boolean;
  readonly text: string;
}

export interface ListedElsewhere extends ListedPlace {
  readonly text: string;
  readonly reason: string;
}

/** Turns the id in `document` into the name, with the id beside it. */
export type Named = <P extends { readonly document: string }>(
  place: P,
) => Omit<P, 'document'> & { readonly document: string; readonly documentId: string };

export function namesOf(workbench: Workbench): Named {
  const names = new Map(workbench.documents().map(({ id, name }) => [id, name]));
  return ({ document, ...rest }) => ({ document: names.get(document) ?? document, documentId: document, ...rest });
}

export function listOccurrence(named: Named, occurrence: ReadOccurrence): ListedOccurrence {
  const { document, start, end, status, coverage, counted, text } = occurrence;
  return named({ document, start, end, ...severalRanges(occurrence), status, coverage, counted, text });
}

export function listElsewhere(named: Named, { document, start, end, text, reason }: ReadElsewhere): ListedElsewhere {
  return named({ document, start, end, text, reason });
}

/** An annotation as `annotations`, `detach` and `attach` answer with it. */
export function listAnnotation(named: Named, listed: ListedAnnotation) {
  const { annotation, label, annotator, note, passage, document, start, end, occurrences } = listed;
  return {
    annotation,
    label,
    annotator,
    note,
    passage,
    ...named({ document, start, end }),
    occurrences: occurrences.map((occurrence) => listOccurrence(named, occurrence)),
  };
}
export type AnnotationEntry = ReturnType<typeof listAnnotation>;

export function occurrenceTable(occurrences: readonly ListedOccurrence[]): string {
  return table(
    occurrences.map(({ document, start, end, ranges, status, counted, text }) => [
      `  ${printable(document)}`,
      start,
      end,
      status +
        (ranges === undefined ? '' : `, in ${ranges.length} ranges`) +
        (counted || status === 'detached' ? '' : ' (waits for a look)'),
      `“${printable(text)}”`,
    ]),
  );
}

export function elsewhereTable(elsewhere: readonly ListedElsewhere[]): string {
  if (elsewhere.length === 0) return '';
  const rows = elsewhere.map(({ document, start, end, text, reason }) => [
    `  ${printable(document)}`,
    start,
    end,
    reason,
    `“${printable(text)}”`,
  ]);
  return `The same wording elsewhere, not tagged:\n${table(rows)}`;
}

export function annotationText({ annotation, label, annotator, note, occurrences }: AnnotationEntry): string {
  const head = `${annotation}  ${label}  by ${printable(annotator)}${note === '' ? '' : `: ${printable(note)}`}`;
  return `${head}\n${occurrenceTable(occurrences)}`;
}

/** `1 occurrence`, `2 occurrences` */
export function counted(number: number, thing: string): string {
  return `${number.toLocaleString('en')} ${thing}${number === 1 ? '' : 's'}`;
}

/** `set.jsonl, line 7: it is no JSON.` Some reasons are sentences already. */
export function asSentence(where: string, why: string): string {
  return /[.!?…]$/u.test(why) ? `${where}: ${why}` : `${where}: ${why}.`;
}
