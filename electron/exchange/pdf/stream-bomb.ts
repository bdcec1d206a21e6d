/** Packed streams of a PDF that would fill the memory, found before anything is unpacked for good. */
import { inflateSync } from 'node:zlib';

/** Of one stream and of all, in bytes unpacked; pictures are not unpacked at all. */
const streamLimit = 32 * 1024 * 1024;
const totalLimit = 512 * 1024 * 1024;
const dictionaryLength = 2048;

/** Would a stream that is no picture grow beyond all measure? */
export function holdsStreamBomb(bytes: Uint8Array): boolean {
  const held = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  let total = 0;
  for (let at = held.indexOf('stream'); at !== -1; at = held.indexOf('stream', at + 6)) {
    // `endstream` ends one.
    if (held.toString('latin1', at - 3, at) === 'end') continue;
    const before = held.toString('latin1', Math.max(0, at - dictionaryLength), at);
    const dictionary = before.slice(Math.max(before.lastIndexOf(' obj'), before.lastIndexOf('endobj')) + 1);
    const layers = dictionary.match(/\/(?:FlateDecode|Fl)\b/gu)?.length ?? 0;
    if (layers === 0 || /\/Subtype\s*\/Image\b/u.test(dictionary)) continue;
    const start = at + 6 + (held[at + 6] === 0x0d ? 2 : 1);
    const end = held.indexOf('endstream', start);
    const size = unpackedSize(held.subarray(start, end === -1 ? held.length : end), layers);
    total += size;
    if (size > streamLimit || total > totalLimit) return true;
    if (end !== -1) at = end;
  }
  return false;
}

/** In bytes; beyond the limit where it is not known how far. What cannot be unpacked is no bomb. */
function unpackedSize(packed: Buffer, layers: number): number {
  let contents = packed;
  for (let layer = 0; layer < Math.min(layers, 4); layer += 1) {
    try {
      contents = inflateSync(contents, { maxOutputLength: streamLimit + 1, finishFlush: 2 });
    } catch (error) {
      return error instanceof RangeError ? streamLimit + 1 : contents.length;
    }
  }
  return contents.length;
}
