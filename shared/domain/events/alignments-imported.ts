import { alignmentBatchSchema } from '../alignment.ts';
import { defineEvent } from './definition.ts';

/** Alignments that another program found came in, or came back. */
export const alignmentsImported = defineEvent({
  type: 'alignments-imported',
  version: 1,
  schema: alignmentBatchSchema,
  inverse: (payload) => ({ type: 'alignments-withdrawn', payload }),
});
