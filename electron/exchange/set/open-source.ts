/** From a path to the files of a set: one file, a folder, or an archive, which is distrusted as all archives are. */
import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { printable } from '#shared/domain/refusal.ts';
import { err, ok, type Result } from '#shared/text/result.ts';
import { archiveRefusalSentence } from '../archive/archive-refusal.ts';
import { openArchive, type Archive } from '../archive/archive.ts';
import { folderRefusalSentence, walkFolder } from '../archive/folder.ts';
import { diskFile, SourceFault, tooLarge, wholeFileLimit, type SetSource, type SourceFile } from './source.ts';

/** A set of a hundred thousand articles has two files for each in some formats. */
const limits = { entries: 400_000, folderFiles: 400_000 } as const;

/** @returns the files, or a sentence that says why they cannot be had */
export async function openSource(path: string): Promise<Result<SetSource, string>> {
  const name = printable(basename(path));
  let stats;
  try {
    stats = statSync(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === '') throw error;
    return err(code === 'ENOENT' ? `There is no “${name}”. Check the path.` : `“${name}” cannot be read (${code}).`);
  }
  if (stats.isDirectory()) return folderSource(path, name);
  if (!stats.isFile()) return err(`“${name}” is neither a file nor a folder.`);
  if (stats.size === 0) return err(`“${name}” is empty (0 bytes).`);
  const file = diskFile(path, basename(path));
  try {
    if (!(await isArchive(file))) return ok({ name, files: [file], close: () => undefined });
  } catch (error) {
    if (error instanceof SourceFault) return err(error.message);
    throw error;
  }
  const opened = await openArchive(path, { entries: limits.entries });
  if (!opened.ok) return err(archiveRefusalSentence(opened.error));
  return ok(archiveSource(name, opened.value));
}

function folderSource(path: string, name: string): Result<SetSource, string> {
  const walked = walkFolder(path, { files: limits.folderFiles });
  if (!walked.ok) return err(folderRefusalSentence(walked.error));
  const own = basename(path).length + 1;
  const files = walked.value.files.map((file) =>
    diskFile(file.path, `${file.within.slice(own)}/${file.name}`.replace(/^\//u, '')),
  );
  return ok({ name, files, close: () => undefined });
}

/** The first bytes of a zip archive (APPNOTE.TXT 4.3.7, and 4.3.16 for an empty one). */
async function isArchive(file: SourceFile): Promise<boolean> {
  for await (const piece of file.pieces()) {
    const head = Buffer.from(piece.buffer, piece.byteOffset, Math.min(4, piece.length)).toString('latin1');
    return head === 'PK\u0003\u0004' || head === 'PK\u0005\u0006';
  }
  return false;
}

function archiveSource(name: string, archive: Archive): SetSource {
  const files = archive.entries.map((entry): SourceFile => {
    const pieces = async function* (): AsyncGenerator<Uint8Array> {
      for await (const piece of archive.pieces(entry)) {
        if (!piece.ok) throw new SourceFault(archiveRefusalSentence(piece.error));
        yield piece.value;
      }
    };
    return {
      path: entry.name,
      size: entry.size,
      bytes: async () => {
        if (entry.size > wholeFileLimit) return err(tooLarge(entry.name, entry.size));
        const read = await archive.read(entry);
        return read.ok ? read : err(archiveRefusalSentence(read.error));
      },
      pieces,
    };
  });
  return { name, files, close: archive.close };
}
