import { z } from 'zod';
import { occurrenceSchema } from '../occurrence.ts';
import { defineEvent } from './definition.ts';

/** An occurrence that a person had picked herself is gone again: her picking it was undone. */
export const occurrenceForgotten = defineEvent({
  type: 'occurrence-forgotten',
  version: 1,
  schema: z
    .strictObject({
      annotation: z.string().min(1),
      occurrence: occurrenceSchema,
      verdict: z.enum(['attached', 'detached']).nullable(),
      reason: z.string(),
    })
    .readonly(),
  inverse: ({ annotation, occurrence, verdict, reason }) => ({
    type: 'occurrence-judged',
    payload: { annotation, occurrence, verdict, reason, known: false, before: { verdict: null, reason: '' } },
  }),
});
