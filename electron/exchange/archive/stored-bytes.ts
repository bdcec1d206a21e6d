/** The bytes of an archive, in a file or in memory, read wherever they are asked for. */
import { closeSync, constants, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { RandomAccessReader } from 'yauzl';

export interface StoredBytes {
  /** In bytes. */
  readonly size: number;
  /** Valid until more is asked for. @throws RangeError beyond the end; what `readSync` throws */
  readonly at: (position: number, length: number) => Buffer;
  readonly close: () => void;
}

/** Small pieces that lie together, as the names of entries do, are read together. */
const windowSize = 256 * 1024;

export class NotAFile extends Error {}

/** @throws NotAFile; what the file system throws */
export function fileBytes(path: string): StoredBytes {
  // A pipe must be refused before it is opened: opening waits for a writer.
  if (!statSync(path).isFile()) throw new NotAFile('it is no file');
  const descriptor = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  const { size } = fstatSync(descriptor);
  let window: Buffer = Buffer.alloc(0);
  let start = 0;
  const read = (position: number, length: number): Buffer => {
    const bytes = Buffer.allocUnsafe(length);
    let filled = 0;
    while (filled < length) {
      const count = readSync(descriptor, bytes, filled, length - filled, position + filled);
      if (count === 0) break;
      filled += count;
    }
    return bytes.subarray(0, filled);
  };
  const at = (position: number, length: number): Buffer => {
    checkRange(size, position, length);
    if (position < start || position + length > start + window.length) {
      if (length > windowSize) return whole(read(position, length), length);
      window = read(position, Math.min(windowSize, size - position));
      start = position;
    }
    return whole(window.subarray(position - start, position - start + length), length);
  };
  let isOpen = true;
  const close = (): void => {
    if (isOpen) closeSync(descriptor);
    isOpen = false;
  };
  return { size, at, close };
}

export function heldBytes(bytes: Uint8Array): StoredBytes {
  const held = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const at = (position: number, length: number): Buffer => {
    checkRange(held.length, position, length);
    return held.subarray(position, position + length);
  };
  return { size: held.length, at, close: () => {} };
}

function checkRange(size: number, position: number, length: number): void {
  if (position < 0 || length < 0 || position + length > size) throw new RangeError('it ends too early');
}

/** A file may be cut while it is read. */
function whole(bytes: Buffer, length: number): Buffer {
  if (bytes.length < length) throw new RangeError('it ends too early');
  return bytes;
}

/** What yauzl reads the directory of an archive from. */
export class DirectoryReader extends RandomAccessReader {
  readonly #bytes: StoredBytes;

  constructor(bytes: StoredBytes) {
    super();
    this.#bytes = bytes;
  }

  override read(
    target: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null) => void,
  ): void {
    let failure: Error | null = null;
    try {
      this.#bytes.at(position, length).copy(target, offset);
    } catch (error) {
      failure = error instanceof Error ? error : new Error(String(error));
    }
    callback(failure);
  }

  override close(callback: (error: Error | null) => void): void {
    callback(null);
  }
}
