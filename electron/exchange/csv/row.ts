/**
 * CSV: one record an occurrence, document by document, RFC 4180 (comma, CR LF, UTF-8 without byte order mark), a header of
 * these names. XLSX has the same columns.
 *
 * `start` and `end` are code points, `start_utf16` and `end_utf16` UTF-16 units; the end is not included. `quote` is
 * the text between them, `context_before` and `context_after` what stands next to it. All occurrences are there, also
 * those that are detached or wait for a look: `status` says so, and `counted` is 1 for those in the count of
 * occurrences, else 0. `own` is 1 for the span the annotator tagged herself. `made` is ISO 8601, UTC.
 *
 * A copy that something was put into stands in several ranges: `ranges` (code points) and `ranges_utf16` then hold them
 * as JSON, `[[0,1],[16,22]]`, in order, from the very start to the very end, and `quote` is their texts joined by
 * “ … ”. Both are empty where the copy stands in one piece.
 *
 * No cell begins like a formula (formula.ts): one that did has an apostrophe in front, and the record's `escaped` is
 * then 1, else 0. JSONL has every text exactly as it is.
 */
import { z } from 'zod';
import { occurrenceStatuses } from '#shared/domain/occurrence.ts';
import type { Span } from '#shared/text/span.ts';

export const columns = [
  'document',
  'document_id',
  'document_sha256',
  'annotation',
  'passage',
  'start',
  'end',
  'start_utf16',
  'end_utf16',
  'ranges',
  'ranges_utf16',
  'label',
  'label_name',
  'annotator',
  'status',
  'coverage',
  'counted',
  'own',
  'quote',
  'context_before',
  'context_after',
  'note',
  'reason',
  'made',
  'escaped',
] as const;

export type Column = (typeof columns)[number];
export type Row = Readonly<Record<Column, string>>;

const whole = z
  .string()
  .regex(/^\d{1,15}$/, 'no whole number')
  .transform(Number);
const flag = z.enum(['0', '1']).transform((value) => value === '1');

/** `[[0,1],[16,22]]`, just as it is written; nothing where there is one range. */
const rangesCell = z
  .string()
  .regex(/^(\[\[\d+,\d+\](,\[\d+,\d+\])+\])?$/, 'no list of ranges')
  .transform((cell): readonly Span[] | undefined =>
    cell === ''
      ? undefined
      : (JSON.parse(cell) as readonly (readonly [number, number])[]).map(([start, end]) => ({ start, end })),
  );

/** The cells of a record, disarmed ones rearmed. */
export const rowSchema = z.strictObject({
  document: z.string(),
  document_id: z.string(),
  document_sha256: z.string(),
  annotation: z.string(),
  passage: z.string(),
  start: whole,
  end: whole,
  start_utf16: whole,
  end_utf16: whole,
  ranges: rangesCell,
  ranges_utf16: rangesCell,
  label: z.string(),
  label_name: z.string(),
  annotator: z.string(),
  status: z.enum([...occurrenceStatuses, 'detached']),
  coverage: z
    .string()
    .regex(/^\d+(\.\d+)?(e-\d+)?$/, 'no share from 0 to 1')
    .transform(Number),
  counted: flag,
  own: flag,
  quote: z.string(),
  context_before: z.string(),
  context_after: z.string(),
  note: z.string(),
  reason: z.string(),
  made: z.string(),
  escaped: flag,
});
export type ReadRow = Readonly<z.infer<typeof rowSchema>>;
