/** What a window's message is wrapped in, and how big it may be. */
import { z } from 'zod';

const name = z.string().max(200);

/** A call of the workbench: `input` is held against the method's own schema afterwards. */
export const callEnvelope = z.strictObject({ version: z.int(), method: name, input: z.unknown() });
/** An app command: import, export, open… */
export const runEnvelope = z.strictObject({ version: z.int(), command: name });

/** The most characters one message may hold in all, in UTF-16 units: the longest quote and some room. */
export const messageLimit = 6_000_000;
/** The most values (objects, array items, strings, numbers…) one message may hold: no method takes a list. */
const valueLimit = 1_000;

/**
 * Whether a message is too big to look at closer. Counts characters of all strings and keys, and all values; walks
 * without recursion and stops at the limit, so depth and cycles cost nothing. Bytes of buffers count as characters.
 */
export function isTooLarge(message: unknown): boolean {
  const waiting: unknown[] = [message];
  let characters = 0;
  let values = 0;
  while (waiting.length > 0) {
    const value = waiting.pop();
    values += 1;
    if (typeof value === 'string') characters += value.length;
    else if (typeof value === 'bigint') characters += value.toString(16).length;
    else if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) characters += value.byteLength;
    else if (value instanceof Map || value instanceof Set) values += value.size;
    else if (typeof value === 'object' && value !== null) {
      for (const key in value) {
        characters += key.length;
        waiting.push((value as Record<string, unknown>)[key]);
        if (waiting.length > valueLimit) return true;
      }
    }
    if (characters > messageLimit || values > valueLimit) return true;
  }
  return false;
}
