import { labelSchema } from '../label.ts';
import { defineEvent } from './definition.ts';

/** A label came into the codebook, or was defined anew. */
export const labelDefined = defineEvent({
  type: 'label-defined',
  version: 1,
  schema: labelSchema.readonly(),
  inverse: (payload) => ({ type: 'label-withdrawn', payload }),
});
