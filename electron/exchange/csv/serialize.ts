import type { AnnotatedOccurrence, AnnotatedPassage, AnnotatedSet } from '#shared/domain/annotated-set.ts';
import { wordingOf } from '#shared/domain/occurrence.ts';
import { quoteOf } from '#shared/text/quote.ts';
import type { Span } from '#shared/text/span.ts';
import { documentTexts, type DocumentTexts } from '../document-texts.ts';
import { isOwn } from '../kept-annotation.ts';
import { disarmCell } from './formula.ts';
import { recordText } from './records.ts';
import { columns, type Row } from './row.ts';

/** A header, then one record an occurrence, annotation by annotation. */
export function* serializeCsv(set: AnnotatedSet): Generator<string> {
  yield recordText(columns);
  const texts = documentTexts(set);
  const labelNames = new Map(set.labels.map(({ label, name }) => [label, name]));
  for (const annotation of set.annotations) {
    const labelName = labelNames.get(annotation.label) ?? annotation.label;
    for (const occurrence of annotation.occurrences) {
      const row = occurrenceRow(annotation, labelName, occurrence, texts);
      yield recordText(columns.map((column) => row[column]));
    }
  }
}

function occurrenceRow(
  annotation: AnnotatedPassage,
  labelName: string,
  occurrence: AnnotatedOccurrence,
  texts: DocumentTexts,
): Row {
  const { document, toCodePoints } = texts(occurrence.document);
  const { start, end } = toCodePoints(occurrence);
  const { prefix, suffix } = quoteOf(document.text, occurrence);
  const row: Omit<Row, 'escaped'> = {
    document: document.name,
    document_id: document.id,
    annotation: annotation.id,
    passage: annotation.passage,
    start: String(start),
    end: String(end),
    start_utf16: String(occurrence.start),
    end_utf16: String(occurrence.end),
    ranges: rangesCell(occurrence.ranges?.map(toCodePoints)),
    ranges_utf16: rangesCell(occurrence.ranges),
    label: annotation.label,
    label_name: labelName,
    annotator: annotation.annotator,
    status: occurrence.status,
    coverage: String(occurrence.coverage),
    counted: flag(occurrence.counted),
    own: flag(isOwn(annotation, occurrence)),
    quote: wordingOf(document.text, occurrence),
    context_before: prefix,
    context_after: suffix,
    note: annotation.note,
    reason: occurrence.reason,
    made: annotation.made,
  };
  const disarmed = Object.fromEntries(Object.entries(row).map(([column, cell]) => [column, disarmCell(cell)]));
  const isEscaped = Object.entries(row).some(([column, cell]) => disarmed[column] !== cell);
  return { ...row, ...disarmed, escaped: flag(isEscaped) };
}

function rangesCell(ranges: readonly Span[] | undefined): string {
  return ranges === undefined ? '' : JSON.stringify(ranges.map(({ start, end }) => [start, end]));
}

function flag(value: boolean): string {
  return value ? '1' : '0';
}
