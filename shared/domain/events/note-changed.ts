import { z } from 'zod';
import { defineEvent } from './definition.ts';

/** An annotation's note was written anew; `before` is what it replaced. */
export const noteChanged = defineEvent({
  type: 'note-changed',
  version: 1,
  schema: z.strictObject({ annotation: z.string().min(1), note: z.string(), before: z.string() }).readonly(),
  inverse: ({ annotation, note, before }) => ({
    type: 'note-changed',
    payload: { annotation, note: before, before: note },
  }),
});
