import { z } from 'zod';
import { occurrenceSchema } from '../occurrence.ts';
import { defineEvent } from './definition.ts';

const verdictSchema = z.enum(['attached', 'detached']).nullable();

/**
 * Somebody decided about one occurrence: it belongs to the annotation (`attached`), it does not (`detached`), or the
 * decision was taken back (`null`). The occurrence is written whole, so that one picked from "same wording elsewhere"
 * exists from this event on; `known` says whether it existed before.
 */
export const occurrenceJudged = defineEvent({
  type: 'occurrence-judged',
  version: 1,
  schema: z
    .strictObject({
      annotation: z.string().min(1),
      occurrence: occurrenceSchema,
      verdict: verdictSchema,
      reason: z.string(),
      known: z.boolean(),
      before: z.strictObject({ verdict: verdictSchema, reason: z.string() }).readonly(),
    })
    .readonly(),
  inverse: ({ annotation, occurrence, verdict, reason, known, before }) =>
    known
      ? {
          type: 'occurrence-judged',
          payload: { annotation, occurrence, ...before, known: true, before: { verdict, reason } },
        }
      : { type: 'occurrence-forgotten', payload: { annotation, occurrence, verdict, reason } },
});
