/** What a window's message is wrapped in, and how big it may be. */
import { z } from 'zod';

const name = z.string().max(200);

/** A call of the workbench: `input` is held against the method's own schema afterwards. */
export const callEnvelope = z.strictObject({ version: z.int(), method: name, input: z.unknown() });
/** A request to the app: `input` is held against the request's own schema afterwards. */
export const requestEnvelope = z.strictObject({ version: z.int(), request: name, input: z.unknown() });
/** An app command: open, copy, close… */
export const runEnvelope = z.strictObject({ version: z.int(), command: name });

/** The most characters one message may hold in all, in UTF-16 units: the longest quote and some room. */
export const messageLimit = 6_000_000;
/** The most values (objects, array items, strings, numbers…) one message may hold: no list is longer. */
const valueLimit = 1_000;
/** The same for a request, which may say something of two hundred files. */
export const requestValueLimit = 4_000;

/**
 * Whether a message is too big to look at closer. Counts characters of all strings and keys, and all values; walks
 * without recursion and stops at the limit, so depth and cycles cost nothing. Bytes of buffers count as characters.
 */
export function isTooLarge(message: unknown, most = valueLimit): boolean {
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
        if (waiting.length > most) return true;
      }
    }
    if (characters > messageLimit || values > most) return true;
  }
  return false;
}
