import { z } from 'zod';
import { occurrenceSchema } from '../occurrence.ts';
import { defineEvent } from './definition.ts';

/** Copies found before are taken back: the finding was undone. */
export const occurrencesWithdrawn = defineEvent({
  type: 'occurrences-withdrawn',
  version: 1,
  schema: z
    .strictObject({ annotation: z.string().min(1), occurrences: z.array(occurrenceSchema).min(1).readonly() })
    .readonly(),
  inverse: (payload) => ({ type: 'occurrences-found', payload }),
});
