import { z } from 'zod';
import { occurrenceSchema } from '../occurrence.ts';
import { defineEvent } from './definition.ts';

/** More copies of an annotated passage were found: a document came in, or the passage was tagged from a copy. */
export const occurrencesFound = defineEvent({
  type: 'occurrences-found',
  version: 1,
  schema: z
    .strictObject({ annotation: z.string().min(1), occurrences: z.array(occurrenceSchema).min(1).readonly() })
    .readonly(),
  inverse: (payload) => ({ type: 'occurrences-withdrawn', payload }),
});
