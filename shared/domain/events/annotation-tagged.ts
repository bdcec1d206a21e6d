import { z } from 'zod';
import { occurrenceSchema } from '../occurrence.ts';
import { defineEvent } from './definition.ts';

/** Of an annotation that was made elsewhere. */
const importedSchema = z
  .strictObject({
    /** The file's own name. */
    file: z.string(),
    /** Its id there, where it had one. */
    annotation: z.string().min(1).exactOptional(),
    /** When it was made: ISO 8601, UTC. */
    made: z.iso.datetime().exactOptional(),
  })
  .readonly();
export type Imported = z.infer<typeof importedSchema>;

/**
 * An annotator asserted that a passage bears a label. `document`, `start`, `end` are her own span, `quote` its text;
 * `occurrences` are all copies found then, her own span first: replay never asks a newer aligner.
 */
export const annotationTagged = defineEvent({
  type: 'annotation-tagged',
  // 2: what came from a file may say when it was made there, and what it was called.
  version: 2,
  schema: z
    .strictObject({
      annotation: z.string().min(1),
      label: z.string().min(1),
      note: z.string(),
      imported: importedSchema.exactOptional(),
      document: z.string().min(1),
      start: z.int().nonnegative(),
      end: z.int().positive(),
      quote: z.string().min(1),
      occurrences: z.array(occurrenceSchema).min(1).readonly(),
    })
    .readonly(),
  upcast: (_version, payload) => payload,
  inverse: ({ annotation }) => ({ type: 'annotation-removed', payload: { annotation } }),
});
