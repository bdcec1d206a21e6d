import { readSync } from 'node:fs';

export interface ByteLine {
  /** From 1, blank lines counted. */
  readonly number: number;
  /** Offset in the file just after the line and its line feed, in bytes. */
  readonly end: number;
  /** Length without the line feed, in bytes. */
  readonly length: number;
  /** Valid until the next line is asked for; `null` where the line is longer than the limit. */
  readonly bytes: Uint8Array | null;
}

/**
 * The lines of a regular file, split at LF; a last line without one is a line. Synchronous, so that it works the same
 * in a worker thread. Holds one chunk, and of a line that does not lie in one chunk its bytes once, read again when its
 * end is known: a line above `limit` is passed over and never held.
 * @param limit the longest line that is given, in bytes
 * @throws what `readSync` throws
 */
export function* readByteLines(descriptor: number, limit: number, chunkSize = 256 * 1024): Generator<ByteLine> {
  const chunk = Buffer.allocUnsafe(chunkSize);
  let number = 1;
  let lineStart = 0;
  let position = 0;

  const line = (end: number, next: number, within: Uint8Array | null): ByteLine => {
    const length = end - lineStart;
    const bytes = length > limit ? null : (within ?? readWhole(descriptor, lineStart, length));
    return { number, end: next, length, bytes };
  };

  for (;;) {
    const read = readSync(descriptor, chunk, 0, chunk.length, position);
    if (read === 0) break;
    const filled = chunk.subarray(0, read);
    let from = 0;
    for (let feed = filled.indexOf(0x0a); feed !== -1; feed = filled.indexOf(0x0a, from)) {
      const isWithin = lineStart >= position;
      yield line(position + feed, position + feed + 1, isWithin ? filled.subarray(from, feed) : null);
      number += 1;
      from = feed + 1;
      lineStart = position + from;
    }
    position += read;
  }
  if (position > lineStart) yield line(position, position, null);
}

/** Shorter than asked for only where the file has been cut since. */
function readWhole(descriptor: number, start: number, length: number): Uint8Array {
  const bytes = Buffer.allocUnsafe(length);
  let filled = 0;
  while (filled < length) {
    const read = readSync(descriptor, bytes, filled, length - filled, start + filled);
    if (read === 0) break;
    filled += read;
  }
  return bytes.subarray(0, filled);
}
