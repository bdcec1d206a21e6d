import { z } from 'zod';
import { defineEvent } from './definition.ts';

/** A removed document is back, with the occurrences it had. */
export const documentRestored = defineEvent({
  type: 'document-restored',
  version: 1,
  schema: z.strictObject({ document: z.string().min(1) }).readonly(),
  inverse: ({ document }) => ({ type: 'document-removed', payload: { document } }),
});
