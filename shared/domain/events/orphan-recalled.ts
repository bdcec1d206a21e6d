import { defineEvent } from './definition.ts';
import { orphanSchema } from './orphan-dismissed.ts';

/** That a passage is not in a newer version was taken back: it waits to be placed again. */
export const orphanRecalled = defineEvent({
  type: 'orphan-recalled',
  version: 1,
  schema: orphanSchema,
  inverse: (payload) => ({ type: 'orphan-dismissed', payload }),
});
