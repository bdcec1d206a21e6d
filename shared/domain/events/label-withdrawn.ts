import { labelSchema } from '../label.ts';
import { defineEvent } from './definition.ts';

/** The definition of a label was taken back: it leaves the codebook unless it was defined more than once, or is borne. */
export const labelWithdrawn = defineEvent({
  type: 'label-withdrawn',
  version: 1,
  schema: labelSchema.readonly(),
  inverse: (payload) => ({ type: 'label-defined', payload }),
});
