import type { AnnotatedDocument, AnnotatedSet } from '#shared/domain/annotated-set.ts';
import { z } from 'zod';
import { occurrenceStatuses, severalRanges, type BrokenSpan } from '#shared/domain/occurrence.ts';
import { quoteOf } from '#shared/text/quote.ts';
import { ok, type Result } from '#shared/text/result.ts';
import type { Span } from '#shared/text/span.ts';
import { firstDifference } from '../difference.ts';
import { keptOrder, type KeptAnnotation, type KeptOccurrence } from '../kept-annotation.ts';
import {
  agreedNames,
  createSpanReader,
  isSameBroken,
  notReadable,
  type ReadFailure,
  type SpanReader,
} from '../reading.ts';
import { rearmCell } from './formula.ts';
import { parseRecords } from './records.ts';
import { columns } from './row.ts';

export interface CsvSet {
  /** Name of each document in which something is tagged, by its id. */
  readonly documentNames: Readonly<Record<string, string>>;
  readonly labelNames: Readonly<Record<string, string>>;
  readonly annotations: readonly KeptAnnotation[];
}

const whole = z.string().regex(/^\d+$/).transform(Number);
const flag = z.enum(['0', '1']).transform((value) => value === '1');

/** `[[0,1],[16,22]]`, just as it is written; nothing where there is one range. */
const rangesCell = z
  .string()
  .regex(/^(\[\[\d+,\d+\](,\[\d+,\d+\])+\])?$/)
  .transform((cell): readonly Span[] | undefined =>
    cell === ''
      ? undefined
      : (JSON.parse(cell) as readonly (readonly [number, number])[]).map(([start, end]) => ({ start, end })),
  );

const rowSchema = z.strictObject({
  document: z.string(),
  document_id: z.string().min(1),
  annotation: z.string().min(1),
  passage: z.string().min(1),
  start: whole,
  end: whole,
  start_utf16: whole,
  end_utf16: whole,
  ranges: rangesCell,
  ranges_utf16: rangesCell,
  label: z.string().min(1),
  label_name: z.string(),
  annotator: z.string().min(1),
  status: z.enum([...occurrenceStatuses, 'detached']),
  coverage: z
    .string()
    .regex(/^\d+(\.\d+)?(e-\d+)?$/)
    .transform(Number),
  counted: flag,
  own: flag,
  quote: z.string().min(1),
  context_before: z.string(),
  context_after: z.string(),
  note: z.string(),
  reason: z.string(),
  made: z.iso.datetime(),
  escaped: flag,
});
type ReadRow = Readonly<z.infer<typeof rowSchema>>;

/**
 * Reads a CSV file of ours (see row.ts) and proves every offset, in both units, and the context by the text of the
 * document, which the file itself does not hold.
 */
export function parseCsv(text: string, set: Pick<AnnotatedSet, 'documents'>): Result<CsvSet, ReadFailure> {
  const records = parseRecords(text);
  if (!records.ok) return records;
  const [header = [], ...rest] = records.value;
  if (firstDifference(columns, header) !== null) return notReadable('record 1', 'not the expected header');
  const documents = new Map(set.documents.map((document) => [document.id, document]));
  const readers = new Map<string, SpanReader>();
  const rows: ReadRow[] = [];
  for (const [index, cells] of rest.entries()) {
    const where = `record ${index + 2}`;
    const row = readRow(cells, where);
    if (!row.ok) return row;
    const document = documents.get(row.value.document_id);
    if (document === undefined) return notReadable(where, 'an occurrence in an unknown document');
    const read = readers.get(document.id) ?? createSpanReader(document.text, `“${document.name}”`);
    readers.set(document.id, read);
    const proven = proveRow(row.value, document, read, where);
    if (!proven.ok) return proven;
    rows.push(row.value);
  }
  return gather(rows);
}

function readRow(cells: readonly string[], where: string): Result<ReadRow, ReadFailure> {
  if (cells.length !== columns.length) return notReadable(where, `${cells.length} cells`);
  const row = rowSchema.safeParse(
    Object.fromEntries(columns.map((column, at) => [column, rearmCell(cells[at] ?? '')])),
  );
  if (!row.success) return notReadable(where, row.error.issues[0]?.message ?? 'not the expected shape');
  const isEscaped = cells.some((cell) => rearmCell(cell) !== cell);
  return row.data.escaped === isEscaped ? ok(row.data) : notReadable(where, 'escaped, but not marked so');
}

function proveRow(
  row: ReadRow,
  document: AnnotatedDocument,
  read: SpanReader,
  where: string,
): Result<BrokenSpan, ReadFailure> {
  const span = read(row, row.quote);
  if (!span.ok) return span;
  if (!isSameBroken(span.value, utf16Of(row))) {
    return notReadable(where, 'offsets whose two units do not agree');
  }
  const { prefix, suffix } = quoteOf(document.text, span.value);
  const isContextRight = row.context_before === prefix && row.context_after === suffix;
  return isContextRight ? span : notReadable(where, 'other words than quoted stand next to it');
}

function gather(rows: readonly ReadRow[]): Result<CsvSet, ReadFailure> {
  const annotations = new Map<string, KeptAnnotation & { readonly occurrences: KeptOccurrence[] }>();
  for (const [index, row] of rows.entries()) {
    const annotation = { ...rowAnnotation(row), occurrences: [rowOccurrence(row)] };
    const known = annotations.get(annotation.id);
    if (known === undefined) {
      annotations.set(annotation.id, annotation);
    } else {
      const difference = firstDifference({ ...known, occurrences: [] }, { ...annotation, occurrences: [] });
      if (difference !== null) return notReadable(`record ${index + 2}`, `other records tell otherwise: ${difference}`);
      known.occurrences.push(rowOccurrence(row));
    }
  }
  const documentNames = agreedNames(rows.map((row) => [row.document_id, row.document]));
  if (!documentNames.ok) return documentNames;
  const labelNames = agreedNames(rows.map((row) => [row.label, row.label_name]));
  if (!labelNames.ok) return labelNames;
  return ok({
    documentNames: documentNames.value,
    labelNames: labelNames.value,
    annotations: keptOrder([...annotations.values()]),
  });
}

function rowAnnotation(row: ReadRow): Omit<KeptAnnotation, 'occurrences'> {
  const { annotation: id, label, annotator, note, passage, made } = row;
  return { id, label, annotator, note, passage, made };
}

function rowOccurrence(row: ReadRow): KeptOccurrence {
  const { document_id: document, status, coverage, counted, reason, own } = row;
  const span = utf16Of(row);
  const { start, end } = span;
  return { document, start, end, ...severalRanges(span), status, coverage, counted, reason, own };
}

function utf16Of({ start_utf16: start, end_utf16: end, ranges_utf16: ranges }: ReadRow): BrokenSpan {
  return { start, end, ranges };
}
