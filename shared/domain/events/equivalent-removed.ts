import { z } from 'zod';
import { defineEvent } from './definition.ts';

/** Two phrases no longer stand for one another, whether the project had added them or the program brings them. */
export const equivalentRemoved = defineEvent({
  type: 'equivalent-removed',
  version: 1,
  schema: z.strictObject({ a: z.string().min(1), b: z.string().min(1) }).readonly(),
  inverse: ({ a, b }) => ({ type: 'equivalent-added', payload: { a, b } }),
});
