import { z } from 'zod';
import { defineEvent } from './definition.ts';

/** An annotation was taken away, with all its occurrences. */
export const annotationRemoved = defineEvent({
  type: 'annotation-removed',
  version: 1,
  schema: z.strictObject({ annotation: z.string().min(1) }).readonly(),
  inverse: ({ annotation }) => ({ type: 'annotation-restored', payload: { annotation } }),
});
