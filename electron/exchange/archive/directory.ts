/** The directory of a zip archive, looked at whole before anything is unpacked. */
import { fromRandomAccessReaderPromise, getFileNameLowLevel, type Entry } from 'yauzl';
import { err, ok, type Result } from '#shared/text/result.ts';
import type { ArchiveRefusal } from './archive-refusal.ts';
import { collidingNames, entryNameFault, withSlashes } from './entry-name.ts';
import type { ArchiveLimits } from './limits.ts';
import { DirectoryReader, type StoredBytes } from './stored-bytes.ts';

/** A file in an archive. Sizes in bytes, as the directory says; reading proves them. */
export interface ArchiveEntry {
  /** The whole path in the archive, with slashes. */
  readonly name: string;
  readonly size: number;
  readonly packedSize: number;
  readonly checksum: number;
  /** 0 as it is, 8 deflated (APPNOTE.TXT 4.4.5); others are not read. */
  readonly method: number;
  /** Where its local header lies, in bytes from the beginning of the archive. */
  readonly offset: number;
  readonly writtenName: Uint8Array;
}

/** All entries that are files. @throws nothing: what yauzl throws is a refusal */
export async function readDirectory(
  file: string,
  bytes: StoredBytes,
  limits: ArchiveLimits,
): Promise<Result<readonly ArchiveEntry[], ArchiveRefusal>> {
  const listed: ArchiveEntry[] = [];
  try {
    const zip = await fromRandomAccessReaderPromise(new DirectoryReader(bytes), bytes.size, {
      lazyEntries: true,
      autoClose: false,
      decodeStrings: false,
    });
    if (zip.entryCount > limits.entries) return err(tooMany(file, zip.entryCount, limits));
    for await (const raw of zip.eachEntry()) {
      const entry = entryOf(raw);
      const refusal = entryRefusal(file, raw, entry, limits);
      if (refusal !== null) return err(refusal);
      listed.push(entry);
    }
    const end = Number(zip.readEntryCursor);
    // A directory that goes on after its last entry hides some.
    if (end + 4 <= bytes.size && bytes.at(end, 4).readUInt32LE(0) === 0x02014b50) {
      return err({ type: 'ArchiveBroken', file, cause: 'it has more entries than it says' });
    }
    const start = listed.reduce((least, entry) => Math.min(least, entry.offset), bytes.size);
    const refusal = togetherRefusal(file, listed, Math.max(start, end), limits);
    return refusal === null ? ok(listed.filter(({ name }) => !name.endsWith('/'))) : err(refusal);
  } catch (error) {
    return err({ type: 'ArchiveBroken', file, cause: brokenCause(error) });
  }
}

function entryOf(raw: Entry): ArchiveEntry {
  const written = getFileNameLowLevel(raw.generalPurposeBitFlag, raw.fileNameRaw, raw.extraFields, true);
  return {
    name: withSlashes(written),
    size: raw.uncompressedSize,
    packedSize: raw.compressedSize,
    checksum: raw.crc32,
    method: raw.compressionMethod,
    offset: raw.relativeOffsetOfLocalHeader,
    writtenName: raw.fileNameRaw,
  };
}

/** High half of the external attributes where the archive was made under Unix (APPNOTE.TXT 4.4.15). */
const typeMask = 0o170000;
const plainTypes: ReadonlySet<number> = new Set([0, 0o100000, 0o040000]);
const linkType = 0o120000;

function entryRefusal(file: string, raw: Entry, entry: ArchiveEntry, limits: ArchiveLimits): ArchiveRefusal | null {
  const place = { file, entry: entry.name };
  const fault = entryNameFault(entry.name);
  if (fault !== null) return { type: fault, ...place };
  const type = (raw.externalFileAttributes >>> 16) & typeMask;
  if (type === linkType) return { type: 'ArchiveLink', ...place };
  if (!plainTypes.has(type)) return { type: 'ArchiveSpecialFile', ...place };
  if (raw.isEncrypted()) return { type: 'ArchiveEncrypted', ...place };
  if (entry.size > limits.entry) {
    return { type: 'ArchiveEntryTooLarge', ...place, size: entry.size, limit: limits.entry };
  }
  const ratio = Math.ceil(entry.size / Math.max(1, entry.packedSize));
  const isBomb = entry.size > limits.ratioFrom && ratio > limits.ratio;
  return isBomb ? { type: 'ArchiveBomb', ...place, ratio, limit: limits.ratio } : null;
}

function togetherRefusal(
  file: string,
  entries: readonly ArchiveEntry[],
  end: number,
  limits: ArchiveLimits,
): ArchiveRefusal | null {
  const size = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (size > limits.total) return { type: 'ArchiveTooLarge', file, size, limit: limits.total };
  const same = collidingNames(entries.map(({ name }) => name));
  if (same !== null) return { type: 'ArchiveSameName', file, entry: same[0], other: same[1] };
  const over = overlapping(entries, end);
  return over === null ? null : { type: 'ArchiveOverlap', file, entry: over[0], other: over[1] };
}

/** A local header has 30 bytes and the name at least (APPNOTE.TXT 4.3.7). */
function overlapping(entries: readonly ArchiveEntry[], end: number): readonly [string, string] | null {
  const sorted = entries.toSorted((a, b) => a.offset - b.offset);
  for (const [at, entry] of sorted.entries()) {
    const next = sorted[at + 1];
    const least = entry.offset + 30 + entry.writtenName.length + entry.packedSize;
    if (least > (next?.offset ?? end)) return [next?.name ?? entry.name, entry.name];
  }
  return null;
}

function tooMany(file: string, entries: number, limits: ArchiveLimits): ArchiveRefusal {
  return { type: 'ArchiveTooManyEntries', file, entries, limit: limits.entries };
}

/** In our words where they are told apart, and in the library's where not. */
function brokenCause(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  if (/end of central directory record signature not found/iu.test(message)) {
    return 'its end is missing, or it is something else';
  }
  if (/comment length/iu.test(message)) return 'something follows after its end';
  if (/directory file header|zip64|extra field|too early|EOF/u.test(message)) return 'its directory is damaged';
  return message;
}
