/**
 * CSV: one record an occurrence, RFC 4180 (comma, CR LF, UTF-8 without byte order mark), a header of these names.
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
export const columns = [
  'document',
  'document_id',
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
