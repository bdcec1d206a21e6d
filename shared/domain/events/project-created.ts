import { z } from 'zod';
import { defineEvent } from './definition.ts';

/** The first event of a log. After a union there are several: the earliest names the project. */
export const projectCreated = defineEvent({
  type: 'project-created',
  version: 1,
  schema: z.strictObject({ project: z.string().min(1), name: z.string().min(1) }).readonly(),
  inverse: () => null,
});
