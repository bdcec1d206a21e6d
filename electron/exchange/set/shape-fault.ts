import type { z } from 'zod';

/** What is wrong with the shape of a value, in one sentence: where in it, and what was expected there. */
export function shapeFault(error: z.ZodError): string {
  const [issue] = error.issues;
  if (issue === undefined) return 'it is not of the expected shape';
  const at = issue.path.map(String).join('.');
  return at === '' ? issue.message : `${at}: ${issue.message}`;
}
