import { z } from 'zod';
import { alignmentsAnEvent, outsideAlignmentSchema } from '../alignment.ts';
import { defineEvent } from './definition.ts';

/** Alignments that another program found came in, or came back. `origin` is the name of the file they were read from. */
export const alignmentsImported = defineEvent({
  type: 'alignments-imported',
  version: 1,
  schema: z
    .strictObject({
      origin: z.string().min(1),
      alignments: z.array(outsideAlignmentSchema).min(1).max(alignmentsAnEvent).readonly(),
    })
    .readonly(),
  inverse: (payload) => ({ type: 'alignments-withdrawn', payload }),
});
