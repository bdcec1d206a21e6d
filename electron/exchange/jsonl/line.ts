/**
 * JSONL: one JSON object a line, one line a document, UTF-8, LF. Every object has the same keys in the same order and
 * every key always the same type, as table readers and Hugging Face's `datasets` want it: nothing is left out, nothing is
 * null. The same in JSON Schema lies beside the file, as docs/formats/jsonl.schema.json has it.
 *
 * `start` and `end` are code points (what Python indexes), `start_utf16` and `end_utf16` UTF-16 units (what JavaScript
 * and Java index); the end is not included. `quote` is the text between them. A copy that something was put into stands
 * in several ranges: they are in `fragments` (code points, in order, from the very start to the very end), and `quote` is
 * their texts joined by “ … ”. `fragments` is empty where the copy stands in one piece.
 *
 * All occurrences are there, also those that are detached or wait for a look: count with `counted`. Occurrences of one
 * annotation have its `annotation` in common, in whichever documents they stand. `split` is the same for all documents of
 * a group, so that no text is learnt from one copy and tested on another.
 */
import { z } from 'zod';
import { occurrenceStatuses } from '#shared/domain/occurrence.ts';

export const splits = ['train', 'validation', 'test'] as const;
const offset = z.int().nonnegative();

export const lineSpanSchema = z.strictObject({
  annotation: z.string(),
  passage: z.string(),
  label: z.string(),
  label_name: z.string(),
  annotator: z.string(),
  note: z.string(),
  /** When it was tagged: ISO 8601, UTC; empty where nobody said. */
  made: z.string(),
  start: offset,
  end: offset,
  start_utf16: offset,
  end_utf16: offset,
  fragments: z.array(z.tuple([offset, offset])).readonly(),
  quote: z.string(),
  status: z.enum([...occurrenceStatuses, 'detached']),
  coverage: z.number().min(0).max(1),
  counted: z.boolean(),
  /** Is it the span the annotator tagged herself? */
  own: z.boolean(),
  reason: z.string(),
});
export type LineSpan = Readonly<z.infer<typeof lineSpanSchema>>;

export const lineSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  title: z.string(),
  source: z.string(),
  author: z.string(),
  date: z.string(),
  url: z.string(),
  /** What all near-copies of one story have in common; empty for a document that is in no group. */
  group: z.string(),
  split: z.enum(splits),
  /** Empty where the texts were left out. */
  text: z.string(),
  /** Of the text's UTF-8 bytes, hex; also where the text was left out. */
  text_sha256: z.string().regex(/^[0-9a-f]{64}$/),
  spans: z.array(lineSpanSchema).readonly(),
});
export type Line = Readonly<z.infer<typeof lineSchema>>;
