/** One line of JSON Lines as the object it must be, whatever the object is about. */
import { isUtf8 } from 'node:buffer';
import { err, ok, type Result } from '#shared/text/result.ts';
import { firstBrokenByte } from '../plain-text/encoding.ts';
import { kindOfValue } from './field.ts';
import { hasMoreValues } from './value-count.ts';

/** Why a line is no object. */
export type LineFault =
  | { readonly type: 'LineTooManyValues' }
  | { readonly type: 'LineNotUtf8'; readonly byte: number; readonly bytes: string }
  | { readonly type: 'LineNotJson'; readonly at: number | null }
  | { readonly type: 'LineUnfinished' }
  | { readonly type: 'LineNotObject'; readonly kind: string };

/** How many commas, brackets and braces outside its strings a line may have. */
export const lineValueLimit = 1_000_000;

/** @returns `null` for a blank line */
export function readLineObject(bytes: Uint8Array): Result<object, LineFault> | null {
  if (!isUtf8(bytes)) return err(brokenUtf8(bytes));
  if (hasMoreValues(bytes, lineValueLimit)) return err({ type: 'LineTooManyValues' });
  const written = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');
  if (written.trim() === '') return null;
  const parsed = parseJson(written);
  if (!parsed.ok) return parsed;
  const { value } = parsed;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return err({ type: 'LineNotObject', kind: kindOfValue(value) });
  }
  return ok(value);
}

/** The bytes without a byte order mark. */
export function withoutMark(bytes: Uint8Array): Uint8Array {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}

function parseJson(written: string): Result<unknown, LineFault> {
  try {
    return ok(JSON.parse(written) as unknown);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    // The runtime names the place in words only, and not always.
    const found = /position (\d+)/u.exec(error.message)?.[1];
    const at = found === undefined ? null : Number(found);
    const isUnfinished = /end of JSON|unterminated/iu.test(error.message) || (at ?? 0) >= written.trimEnd().length;
    return err(isUnfinished ? { type: 'LineUnfinished' } : { type: 'LineNotJson', at: at === null ? null : at + 1 });
  }
}

function brokenUtf8(bytes: Uint8Array): LineFault {
  const byte = firstBrokenByte(bytes);
  const shown = [...bytes.subarray(byte, byte + 4)].map((value) => value.toString(16).toUpperCase().padStart(2, '0'));
  return { type: 'LineNotUtf8', byte, bytes: shown.join(' ') };
}
