/**
 * Zip archives, distrusted: the directory is looked at whole when an archive is opened (paths that lead out of it,
 * links, encryption, names that are one on some systems, entries that lie over one another, sizes), and every entry is
 * proved when it is read (its name at its place, its size, its checksum). Nothing is ever unpacked to disk.
 */
import type { Result } from '#shared/text/result.ts';
import { err, ok } from '#shared/text/result.ts';
import type { ArchiveRefusal } from './archive-refusal.ts';
import { readDirectory, type ArchiveEntry } from './directory.ts';
import { usualArchiveLimits, type ArchiveLimits } from './limits.ts';
import { fileBytes, heldBytes, NotAFile, type StoredBytes } from './stored-bytes.ts';
import { unpack } from './unpack.ts';

/** A path, or bytes with the name they are known by. */
export type ArchiveSource = string | { readonly file: string; readonly bytes: Uint8Array };

export interface Archive {
  readonly file: string;
  /** The files in it in the order of its directory; folders are not listed. */
  readonly entries: readonly ArchiveEntry[];
  /** The entry of exactly this path. */
  readonly find: (name: string) => ArchiveEntry | undefined;
  /** The whole contents. */
  readonly read: (entry: ArchiveEntry) => Promise<Result<Uint8Array, ArchiveRefusal>>;
  /** The contents piece by piece; a refusal is the last that is given, and may come after some pieces. */
  readonly pieces: (entry: ArchiveEntry) => AsyncIterable<Result<Uint8Array, ArchiveRefusal>>;
  readonly close: () => void;
}

/** Opens an archive and looks at its directory; whoever has opened it closes it. */
export async function openArchive(
  source: ArchiveSource,
  limits: Partial<ArchiveLimits> = {},
): Promise<Result<Archive, ArchiveRefusal>> {
  const file = typeof source === 'string' ? source : source.file;
  let bytes: StoredBytes;
  try {
    bytes = typeof source === 'string' ? fileBytes(source) : heldBytes(source.bytes);
  } catch (error) {
    return err({ type: 'ArchiveUnreadable', file, cause: unreadableCause(error) });
  }
  const entries = await readDirectory(file, bytes, { ...usualArchiveLimits, ...limits });
  if (!entries.ok) {
    bytes.close();
    return entries;
  }
  const byName = new Map(entries.value.map((entry) => [entry.name, entry]));
  return ok({
    file,
    entries: entries.value,
    find: (name) => byName.get(name),
    read: (entry) => readWhole(file, bytes, entry),
    pieces: (entry) => unpack(file, bytes, entry),
    close: bytes.close,
  });
}

async function readWhole(
  file: string,
  bytes: StoredBytes,
  entry: ArchiveEntry,
): Promise<Result<Uint8Array, ArchiveRefusal>> {
  const pieces: Uint8Array[] = [];
  for await (const piece of unpack(file, bytes, entry)) {
    if (!piece.ok) return piece;
    pieces.push(piece.value);
  }
  return ok(pieces.length === 1 ? (pieces[0] ?? new Uint8Array()) : Buffer.concat(pieces));
}

/** What the file system says, as data; anything else is a bug and is rethrown. */
function unreadableCause(error: unknown): string {
  if (error instanceof NotAFile) return error.message;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === '') throw error;
  const causes: Readonly<Record<string, string>> = {
    ENOENT: 'there is no such file',
    EACCES: 'permission denied',
    EPERM: 'permission denied',
    ELOOP: 'its link points back to itself',
  };
  return causes[code] ?? code;
}
