import { z } from 'zod';
import { lineSchema } from './line.ts';

/** JSON Schema (2020-12) of a line. */
export function schemaText(): string {
  const title = 'A line of an annotated set of Variorum';
  return `${JSON.stringify({ ...z.toJSONSchema(lineSchema), title }, null, 2)}\n`;
}
