import { alignmentBatchSchema } from '../alignment.ts';
import { defineEvent } from './definition.ts';

/** An import of alignments was taken back. */
export const alignmentsWithdrawn = defineEvent({
  type: 'alignments-withdrawn',
  version: 1,
  schema: alignmentBatchSchema,
  inverse: (payload) => ({ type: 'alignments-imported', payload }),
});
