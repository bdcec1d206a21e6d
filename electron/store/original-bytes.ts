/** The bytes of an original, from what is kept of it. */
import { createHash } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import type { PackedOriginal } from '#shared/domain/document.ts';

/** In bytes; no file that large is read. */
const mostBytes = 1024 * 1024 * 1024;

/** `null` where they are not what the digest and the size say. */
export function originalBytes({ sha256, size, deflated }: PackedOriginal): Uint8Array | null {
  if (!Number.isSafeInteger(size) || size < 0 || size > mostBytes) return null;
  try {
    // One more than there may be: what inflates to more is given up then and not unpacked whole.
    const bytes = inflateSync(deflated, { maxOutputLength: size + 1 });
    return bytes.length === size && createHash('sha256').update(bytes).digest('hex') === sha256 ? bytes : null;
  } catch {
    return null;
  }
}
