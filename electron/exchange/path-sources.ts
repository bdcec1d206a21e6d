/** What lies at a path: a file, the files of a folder, or those in a zip archive. */
import { statSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { err, ok, type Result } from '#shared/text/result.ts';
import { openArchive, type Archive } from './archive/archive.ts';
import type { ArchiveRefusal } from './archive/archive-refusal.ts';
import { isSystemName, walkFolder } from './archive/folder.ts';
import type { ArticleSource } from './article-reader.ts';
import { fileSource, SourceRefused } from './file-source.ts';
import type { ReadRefusal } from './read-refusal.ts';

export interface PathSource {
  readonly source: ArticleSource;
  /** The folder or archive, and where in it: “stories.zip/2024”; `null` where the path is the file itself. */
  readonly within: string | null;
  /** Whether it lies in an archive. */
  readonly isPacked: boolean;
  /** How much of what lies at the path comes before it, and up to its end, 0…1. */
  readonly share: { readonly from: number; readonly to: number };
}

type Found = Result<PathSource, ReadRefusal>;

const whole = { from: 0, to: 1 } as const;

/** A zip archive by its name: Word and other programs pack theirs under names of their own. */
export function isArchiveName(file: string): boolean {
  return extname(file).toLowerCase() === '.zip';
}

export function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/**
 * The files at a path, in an order that is the same each time, and what is refused: all that lies there, or a link or an
 * archive in a folder. An archive in a folder is opened; one in an archive is a file of no known kind.
 */
export async function* sourcesAt(path: string): AsyncGenerator<Found> {
  if (isFolder(path)) yield* inFolder(path);
  else if (isArchiveName(path)) yield* inArchive(path, basename(path), whole);
  else yield ok({ source: fileSource(path), within: null, isPacked: false, share: whole });
}

async function* inFolder(folder: string): AsyncGenerator<Found> {
  const walked = walkFolder(folder);
  if (!walked.ok) {
    yield err({ ...walked.error, file: walked.error.folder });
    return;
  }
  const { files, passedOver, locked } = walked.value;
  const shares = sharesOf(files, whole);
  for (const [at, { path, within, name }] of files.entries()) {
    const share = shares[at] ?? whole;
    if (isArchiveName(name)) yield* inArchive(path, `${within}/${name}`, share);
    else yield ok({ source: fileSource(path, `${within}/${name}`), within, isPacked: false, share });
  }
  for (const file of passedOver) yield err({ type: 'ArticleNotRegular', file, kind: 'a link or a device' });
  for (const refusal of locked) yield err({ ...refusal, file: refusal.folder });
  if (files.length + passedOver.length + locked.length === 0) yield err({ type: 'FolderEmpty', file: folder });
}

/** @param name of the archive as the user knows it: what lies in it is called by it */
async function* inArchive(path: string, name: string, within: PathSource['share']): AsyncGenerator<Found> {
  const opened = await openArchive(path);
  if (!opened.ok) {
    yield err({ type: 'ArticleArchive', file: name, refusal: opened.error });
    return;
  }
  const archive = opened.value;
  try {
    const entries = archive.entries.filter((entry) => !entry.name.split('/').some(isSystemName));
    const shares = sharesOf(entries, within);
    for (const [at, entry] of entries.entries()) {
      const file = `${name}/${entry.name}`;
      const folder = file.slice(0, file.lastIndexOf('/'));
      const source = entrySource(archive, entry, file);
      yield ok({ source, within: folder, isPacked: true, share: shares[at] ?? within });
    }
    if (entries.length === 0) yield err({ type: 'FolderEmpty', file: path });
  } finally {
    archive.close();
  }
}

/** What share each file is of all, by bytes, inside a share of something larger. */
function sharesOf(
  files: readonly { readonly size: number }[],
  { from, to }: PathSource['share'],
): readonly PathSource['share'][] {
  const size = Math.max(
    1,
    files.reduce((sum, file) => sum + file.size, 0),
  );
  let before = 0;
  const reached = (): number => from + ((to - from) * before) / size;
  return files.map((file) => {
    const start = reached();
    before += file.size;
    return { from: start, to: reached() };
  });
}

function entrySource(archive: Archive, entry: Archive['entries'][number], file: string): ArticleSource {
  return {
    file,
    size: entry.size,
    bytes: async () => given(file, await archive.read(entry)),
    pieces: async function* () {
      for await (const piece of archive.pieces(entry)) yield given(file, piece);
    },
  };
}

function given(file: string, read: Result<Uint8Array, ArchiveRefusal>): Uint8Array {
  if (!read.ok) throw new SourceRefused({ type: 'ArticleArchive', file, refusal: read.error });
  return read.value;
}
