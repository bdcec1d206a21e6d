/**
 * The package of Variorum, `.variorum-set` (docs/formats/variorum-set.md): a zip archive of
 *
 * - `variorum-set.json`, this manifest;
 * - `codebook.jsonl`, a label a line;
 * - `documents.jsonl`, a document a line with its text and every occurrence in it, as the JSONL format has them;
 * - `history.jsonl`, the events of the project a line, oldest first, where the whole project was exported.
 */
import { z } from 'zod';

export const manifestPath = 'variorum-set.json';
export const codebookPath = 'codebook.jsonl';
export const documentsPath = 'documents.jsonl';
export const historyPath = 'history.jsonl';

export const packageFormat = 'variorum-set';
export const packageVersion = 1;

export const manifestSchema = z.object({
  format: z.literal(packageFormat),
  version: z.int().positive(),
  project: z.strictObject({ id: z.string(), name: z.string() }),
  documents: z.int().nonnegative(),
  /** What offsets count: `start` and `end`, and `start_utf16` and `end_utf16`. */
  offsets: z.strictObject({ start: z.literal('code points'), start_utf16: z.literal('UTF-16 units') }),
  lineEnds: z.literal('lf'),
});
export type Manifest = Readonly<z.infer<typeof manifestSchema>>;

export const codebookLineSchema = z.strictObject({ label: z.string(), name: z.string(), key: z.string() });

/** An event as it lies in the log: its payload is the very text that was hashed. */
export const historyLineSchema = z.strictObject({
  id: z.string().min(1),
  writer: z.string().min(1),
  previous: z.string(),
  clock: z.string().min(1),
  actor: z.string(),
  act: z.string().min(1),
  reverses: z.string(),
  type: z.string().min(1),
  version: z.int().positive(),
  payload: z.string(),
  hash: z.string(),
});
