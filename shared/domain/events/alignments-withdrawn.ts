import { z } from 'zod';
import { alignmentsAnEvent, outsideAlignmentSchema } from '../alignment.ts';
import { defineEvent } from './definition.ts';

/** An import of alignments was taken back. */
export const alignmentsWithdrawn = defineEvent({
  type: 'alignments-withdrawn',
  version: 1,
  schema: z
    .strictObject({
      origin: z.string().min(1),
      alignments: z.array(outsideAlignmentSchema).min(1).max(alignmentsAnEvent).readonly(),
    })
    .readonly(),
  inverse: (payload) => ({ type: 'alignments-imported', payload }),
});
