import { z } from 'zod';
import { defineEvent } from './definition.ts';

/** A removed annotation is back as it was. */
export const annotationRestored = defineEvent({
  type: 'annotation-restored',
  version: 1,
  schema: z.strictObject({ annotation: z.string().min(1) }).readonly(),
  inverse: ({ annotation }) => ({ type: 'annotation-removed', payload: { annotation } }),
});
