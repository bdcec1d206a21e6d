/**
 * JSONL: one JSON object a line, one line a document, UTF-8, LF. Every object has the same keys in the same order and
 * every key always the same type: nothing is left out, nothing is null.
 *
 * A document's line holds each annotation that has an occurrence in it. The annotation's `occurrences` are those in
 * this very document, so that each of them can be checked against `text`; its `other_occurrences` are all the others,
 * so that every line tells the whole of its annotations. All occurrences are there, also those that are detached or
 * wait for a look: `status` and `counted` say so. Count with `counted`, and over `occurrences` alone: then each
 * occurrence is met once.
 *
 * `start` and `end` are code points (what Python indexes), `start_utf16` and `end_utf16` UTF-16 units (what JavaScript
 * and Java index); the end is not included. `quote` is the text between them.
 *
 * A copy that something was put into stands in several ranges: they are in `ranges`, two or more in order, `start` is
 * that of the first, `end` that of the last, and `quote` is their texts joined by “ … ”, without what was put in.
 * `ranges` is empty where the copy stands in one piece.
 */
import { z } from 'zod';
import { occurrenceStatuses } from '#shared/domain/occurrence.ts';

const lineRangeSchema = z.strictObject({
  start: z.int().nonnegative(),
  end: z.int().positive(),
  start_utf16: z.int().nonnegative(),
  end_utf16: z.int().positive(),
});
export type LineRange = Readonly<z.infer<typeof lineRangeSchema>>;

export const lineOccurrenceSchema = z.strictObject({
  /** Name of the document, and its id. */
  document: z.string(),
  document_id: z.string().min(1),
  start: z.int().nonnegative(),
  end: z.int().positive(),
  start_utf16: z.int().nonnegative(),
  end_utf16: z.int().positive(),
  ranges: z.array(lineRangeSchema).readonly(),
  status: z.enum([...occurrenceStatuses, 'detached']),
  coverage: z.number().min(0).max(1),
  counted: z.boolean(),
  /** Is it the span the annotator tagged herself? */
  own: z.boolean(),
  reason: z.string(),
  quote: z.string().min(1),
});
export type LineOccurrence = Readonly<z.infer<typeof lineOccurrenceSchema>>;

export const lineAnnotationSchema = z.strictObject({
  id: z.string().min(1),
  passage: z.string().min(1),
  label: z.string().min(1),
  label_name: z.string(),
  annotator: z.string().min(1),
  note: z.string(),
  /** When it was tagged: ISO 8601, UTC. */
  made: z.iso.datetime(),
  occurrences: z.array(lineOccurrenceSchema).min(1).readonly(),
  other_occurrences: z.array(lineOccurrenceSchema).readonly(),
});
export type LineAnnotation = Readonly<z.infer<typeof lineAnnotationSchema>>;

export const lineSchema = z.strictObject({
  id: z.string().min(1),
  name: z.string(),
  title: z.string(),
  text: z.string().min(1),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  annotations: z.array(lineAnnotationSchema).readonly(),
});
export type Line = Readonly<z.infer<typeof lineSchema>>;
