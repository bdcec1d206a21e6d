/** A file's own bytes made ready to be kept beside the text that was read from it. */
import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import type { PackedOriginal } from '#shared/domain/document.ts';

/** A file of many articles is packed once for all of them. */
const packed = new WeakMap<Uint8Array, PackedOriginal>();

export function packOriginal(bytes: Uint8Array): PackedOriginal {
  const known = packed.get(bytes);
  if (known !== undefined) return known;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const made = { sha256, size: bytes.length, deflated: deflateSync(bytes) };
  packed.set(bytes, made);
  return made;
}
