/** One entry of an archive, unpacked in memory and proved against what the directory says of it. */
import { Readable } from 'node:stream';
import { crc32, createInflateRaw, inflateRawSync } from 'node:zlib';
import { err, ok, type Result } from '#shared/text/result.ts';
import type { ArchiveRefusal } from './archive-refusal.ts';
import type { ArchiveEntry } from './directory.ts';
import { withSlashes } from './entry-name.ts';
import { pieceFor } from './piece-size.ts';
import type { StoredBytes } from './stored-bytes.ts';

const pieceSize = 256 * 1024;
/** Up to here, in bytes unpacked, an entry is unpacked at once: most are small. */
const smallSize = 1024 * 1024;

/** The contents piece by piece; whatever is wrong is the last thing given. Valid as long as the archive is open. */
export async function* unpack(
  file: string,
  bytes: StoredBytes,
  entry: ArchiveEntry,
): AsyncGenerator<Result<Uint8Array, ArchiveRefusal>> {
  const place = { file, entry: entry.name };
  try {
    if (entry.method !== 0 && entry.method !== 8) {
      yield err({ type: 'ArchiveMethod', ...place, method: entry.method });
      return;
    }
    const found = dataStart(file, bytes, entry);
    if (!found.ok) {
      yield found;
      return;
    }
    let size = 0;
    let sum = 0;
    for await (const piece of unpacked(bytes, entry, found.value)) {
      size += piece.length;
      if (size > entry.size) break;
      sum = crc32(piece, sum);
      yield ok(piece);
    }
    if (size !== entry.size) yield err({ type: 'ArchiveWrongSize', ...place, size: entry.size });
    else if (sum !== entry.checksum) yield err({ type: 'ArchiveWrongSum', ...place });
  } catch (error) {
    yield err({ type: 'ArchiveEntryBroken', ...place, cause: brokenCause(error) });
  }
}

/** Where the contents begin: after the local header, whose name must be the directory's (APPNOTE.TXT 4.3.7). */
function dataStart(file: string, bytes: StoredBytes, entry: ArchiveEntry): Result<number, ArchiveRefusal> {
  const place = { file, entry: entry.name };
  const header = bytes.at(entry.offset, 30);
  if (header.readUInt32LE(0) !== 0x04034b50) {
    return err({ type: 'ArchiveEntryBroken', ...place, cause: 'it is not where the directory says' });
  }
  const [nameLength, extraLength] = [header.readUInt16LE(26), header.readUInt16LE(28)];
  const name = bytes.at(entry.offset + 30, nameLength);
  if (!name.equals(entry.writtenName)) {
    return err({ type: 'ArchiveOtherHeader', ...place, other: withSlashes(name.toString('utf8')) });
  }
  return ok(entry.offset + 30 + nameLength + extraLength);
}

function unpacked(bytes: StoredBytes, entry: ArchiveEntry, start: number): AsyncIterable<Buffer> | Iterable<Buffer> {
  if (entry.method === 0) return copied(bytes, start, entry.packedSize);
  if (entry.size <= smallSize && entry.packedSize <= smallSize) {
    const limits = { maxOutputLength: entry.size + 1, chunkSize: pieceFor(entry.size) };
    return [inflateRawSync(bytes.at(start, entry.packedSize), limits)];
  }
  const inflate = createInflateRaw({ chunkSize: pieceSize });
  const source = Readable.from(copied(bytes, start, entry.packedSize), { objectMode: true, highWaterMark: 1 });
  source.on('error', (error) => inflate.destroy(error));
  return source.pipe(inflate) as AsyncIterable<Buffer>;
}

/** Copies: what is handed on must not change when more is read. */
function* copied(bytes: StoredBytes, start: number, length: number): Generator<Buffer> {
  for (let at = 0; at < length; at += pieceSize) {
    yield Buffer.from(bytes.at(start + at, Math.min(pieceSize, length - at)));
  }
}

function brokenCause(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (error instanceof RangeError) return code === 'ERR_BUFFER_TOO_LARGE' ? 'it is larger than it says' : error.message;
  if (code === 'Z_BUF_ERROR') return 'it ends too early';
  if (code.startsWith('Z_')) return 'its packed data are damaged';
  if (code === '') throw error;
  return code;
}
