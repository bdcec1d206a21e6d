import type { AnnotatedDocument, AnnotatedOccurrence } from '#shared/domain/annotated-set.ts';
import { wordingOf } from '#shared/domain/occurrence.ts';
import { quoteOf } from '#shared/text/quote.ts';
import type { Span } from '#shared/text/span.ts';
import type { CodePoints } from '../set/code-points.ts';
import { disarmCell } from './formula.ts';
import type { Row } from './row.ts';

/** An occurrence as a record; no cell begins like a formula. @param labelName of its label */
export function occurrenceRow(
  document: AnnotatedDocument,
  occurrence: AnnotatedOccurrence,
  offsets: CodePoints,
  labelName: string,
): Row {
  const { annotation, passage, label, annotator, note, made, reason } = occurrence;
  const { start, end, ranges, status, coverage, counted, own } = occurrence;
  const { prefix, suffix } = quoteOf(document.text, occurrence);
  const row: Omit<Row, 'escaped'> = {
    document: document.name,
    document_id: document.id,
    document_sha256: document.sha256,
    annotation,
    passage,
    start: String(offsets.of(start)),
    end: String(offsets.of(end)),
    start_utf16: String(start),
    end_utf16: String(end),
    ranges: rangesCell(ranges?.map((range) => ({ start: offsets.of(range.start), end: offsets.of(range.end) }))),
    ranges_utf16: rangesCell(ranges),
    label,
    label_name: labelName,
    annotator,
    status,
    coverage: String(coverage),
    counted: flag(counted),
    own: flag(own),
    quote: wordingOf(document.text, occurrence),
    context_before: prefix,
    context_after: suffix,
    note,
    reason,
    made,
  };
  const disarmed: Record<string, string> = {};
  let isEscaped = false;
  for (const [column, cell] of Object.entries(row)) {
    const safe = disarmCell(cell);
    disarmed[column] = safe;
    isEscaped ||= safe !== cell;
  }
  return { ...row, ...disarmed, escaped: flag(isEscaped) };
}

function rangesCell(ranges: readonly Span[] | undefined): string {
  return ranges === undefined ? '' : JSON.stringify(ranges.map(({ start, end }) => [start, end]));
}

function flag(value: boolean): string {
  return value ? '1' : '0';
}
