/**
 * A zip archive as a stream of bytes: the same entries give the same bytes, since no clock, owner or system is written
 * and entries keep their order. Of what is written only the directory is held, some hundred bytes an entry, and of a
 * large entry a few pieces. Layout after APPNOTE.TXT 6.3.10; ZIP64 records are written only where they are needed.
 */
import { pipeline } from 'node:stream';
import { crc32, createDeflateRaw, deflateRawSync, type ZlibOptions } from 'node:zlib';
import { pieceFor } from './piece-size.ts';
import { entryNameFault } from './entry-name.ts';
import { dataDescriptor, directoryEnd, directoryRecord, localHeader, type WrittenEntry } from './write-records.ts';

export interface EntryToWrite {
  /** With slashes; must be a path that our own reader takes. */
  readonly path: string;
  readonly chunks: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;
  /** As it is, without packing: the `mimetype` of an EPUB or OpenDocument file must be. */
  readonly stored?: boolean | undefined;
}

/** Twice as fast as the usual 6, for files that are a twelfth larger. */
const level = 4;

/** Up to here, in bytes, an entry is packed at once and its sizes stand before it. */
const smallSize = 1024 * 1024;
const largestEntry = 0xffffffff - 1;

/** @throws RangeError for a path that may not be written, and for an entry of 4 GB or more */
export async function* writeArchive(
  entries: Iterable<EntryToWrite> | AsyncIterable<EntryToWrite>,
): AsyncGenerator<Uint8Array> {
  const written: Buffer[] = [];
  let offset = 0;
  for await (const entry of entries) {
    if (entryNameFault(entry.path) !== null) throw new RangeError(`“${entry.path}” cannot be the path of an entry`);
    const start = offset;
    const name = Buffer.from(entry.path, 'utf8');
    const blank = { name, offset: start, method: entry.stored === true ? 0 : 8 } as const;
    const chunks = bytesOf(entry.chunks);
    const { held, isAll } = await beginning(chunks);
    let record: WrittenEntry;
    if (isAll || entry.stored === true) {
      const whole = isAll ? held : Buffer.concat([held, ...(await all(chunks))]);
      const packed = blank.method === 0 ? whole : deflateRawSync(whole, windowFor(whole.length));
      record = { ...blank, size: whole.length, packedSize: packed.length, checksum: crc32(whole), isStreamed: false };
      checkSize(record);
      const header = localHeader(record);
      offset += header.length + packed.length;
      yield header;
      if (packed.length > 0) yield packed;
    } else {
      record = { ...blank, size: 0, packedSize: 0, checksum: 0, isStreamed: true };
      const header = localHeader(record);
      yield header;
      const totals = { size: 0, checksum: 0 };
      let packedSize = 0;
      for await (const packed of deflated(counted(held, chunks, totals))) {
        packedSize += packed.length;
        yield packed;
      }
      record = { ...record, ...totals, packedSize };
      checkSize(record);
      const descriptor = dataDescriptor(record);
      offset += header.length + packedSize + descriptor.length;
      yield descriptor;
    }
    written.push(directoryRecord(record));
  }
  yield* together(written);
  const size = written.reduce((sum, record) => sum + record.length, 0);
  yield directoryEnd(written.length, offset, size);
}

/**
 * No larger a window than there is to look back at: a set has a hundred thousand small files, and what each is packed with
 * is given back late. (zlib has no window of 8 bits for raw deflate.)
 */
function windowFor(size: number): ZlibOptions {
  const bits = Math.min(15, Math.max(9, Math.ceil(Math.log2(size + 1))));
  return { windowBits: bits, memLevel: Math.min(8, Math.max(1, bits - 7)), level, chunkSize: pieceFor(size) };
}

/** Small records are handed on together. */
function* together(records: readonly Buffer[]): Generator<Uint8Array> {
  for (let at = 0; at < records.length; at += 1000) yield Buffer.concat(records.slice(at, at + 1000));
}

async function* bytesOf(
  chunks: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>,
): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    yield typeof chunk === 'string'
      ? Buffer.from(chunk, 'utf8')
      : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
  }
}

async function beginning(chunks: AsyncGenerator<Buffer>): Promise<{ readonly held: Buffer; readonly isAll: boolean }> {
  const held: Buffer[] = [];
  let size = 0;
  while (size <= smallSize) {
    const next = await chunks.next();
    if (next.done === true) return { held: Buffer.concat(held), isAll: true };
    held.push(next.value);
    size += next.value.length;
  }
  return { held: Buffer.concat(held), isAll: false };
}

async function all(chunks: AsyncGenerator<Buffer>): Promise<readonly Buffer[]> {
  const held: Buffer[] = [];
  for await (const chunk of chunks) held.push(chunk);
  return held;
}

/** The rest of an entry, its size and checksum added up on the way. */
async function* counted(
  held: Buffer,
  chunks: AsyncGenerator<Buffer>,
  totals: { size: number; checksum: number },
): AsyncGenerator<Buffer> {
  const count = (chunk: Buffer): Buffer => {
    totals.size += chunk.length;
    totals.checksum = crc32(chunk, totals.checksum);
    return chunk;
  };
  try {
    yield count(held);
    for await (const chunk of chunks) yield count(chunk);
  } finally {
    await chunks.return(undefined);
  }
}

/** Waits for whoever reads: no more is asked for than has been taken. A failure of the chunks is thrown there. */
function deflated(chunks: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  const deflate = createDeflateRaw({ chunkSize: 64 * 1024, level });
  pipeline(chunks, deflate, () => {});
  return deflate as AsyncIterable<Buffer>;
}

function checkSize({ name, size, packedSize }: WrittenEntry): void {
  if (size <= largestEntry && packedSize <= largestEntry) return;
  throw new RangeError(`“${name.toString('utf8')}” is too large for an entry of a zip archive (4 GB)`);
}
