import { z } from 'zod';
import { defineEvent } from './definition.ts';

/** Two phrases stand for one another from now on, or do so again. */
export const equivalentAdded = defineEvent({
  type: 'equivalent-added',
  version: 1,
  schema: z.strictObject({ a: z.string().min(1), b: z.string().min(1) }).readonly(),
  inverse: ({ a, b }) => ({ type: 'equivalent-removed', payload: { a, b } }),
});
