import { z } from 'zod';
import { occurrenceSchema } from '../occurrence.ts';
import { defineEvent } from './definition.ts';

/**
 * An annotator asserted that a passage bears a label. `document`, `start`, `end` are her own span, `quote` its text;
 * `occurrences` are all copies found then, her own span first: replay never asks a newer aligner.
 */
export const annotationTagged = defineEvent({
  type: 'annotation-tagged',
  version: 1,
  schema: z
    .strictObject({
      annotation: z.string().min(1),
      label: z.string().min(1),
      note: z.string(),
      document: z.string().min(1),
      start: z.int().nonnegative(),
      end: z.int().positive(),
      quote: z.string().min(1),
      occurrences: z.array(occurrenceSchema).min(1).readonly(),
    })
    .readonly(),
  inverse: ({ annotation }) => ({ type: 'annotation-removed', payload: { annotation } }),
});
