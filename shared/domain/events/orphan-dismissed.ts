import { z } from 'zod';
import { defineEvent } from './definition.ts';

/** The shape of both: which annotation's passage is not in which version of the article, and why. */
export const orphanSchema = z
  .strictObject({ annotation: z.string().min(1), document: z.string().min(1), reason: z.string() })
  .readonly();

/** Somebody looked and found that an annotated passage of an older version is not in a newer one. */
export const orphanDismissed = defineEvent({
  type: 'orphan-dismissed',
  version: 1,
  schema: orphanSchema,
  inverse: (payload) => ({ type: 'orphan-recalled', payload }),
});
