import { z } from 'zod';
import { defineEvent } from './definition.ts';

/** A document left the project; its text stays in the log, its occurrences no longer count. */
export const documentRemoved = defineEvent({
  type: 'document-removed',
  version: 1,
  schema: z.strictObject({ document: z.string().min(1) }).readonly(),
  inverse: ({ document }) => ({ type: 'document-restored', payload: { document } }),
});
