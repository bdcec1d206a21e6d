/** Writes the documents of a project for passim, and reads them back. */
import { closeSync, mkdirSync, openSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { err, ok, type Result } from '#shared/text/result.ts';
import { readByteLines } from '../articles-jsonl/byte-lines.ts';
import { exportFailure, type ExportFailure } from '../export-failure.ts';
import { writeTarget } from '../target-file.ts';
import { passimInputName, serializeForPassim, type DocumentForPassim } from './serialize.ts';

/**
 * Writes `passim-input.json` into the folder, which is made if its own folder is there. One text is held at a time, in
 * writing and in reading back.
 * @param text of a document; asked for twice
 * @returns the file's path
 */
export function exportForPassim(
  folder: string,
  documents: readonly Omit<DocumentForPassim, 'text'>[],
  text: (document: string) => string,
): Result<string, ExportFailure> {
  const made = makeFolder(folder);
  if (!made.ok) return made;
  const file = join(folder, passimInputName);
  const lines = { [Symbol.iterator]: () => serializeForPassim(withTexts(documents, text)) };
  const written = writeTarget(file, lines, {
    overwrite: true,
    verifyFile: (draft) => difference(draft, lines),
  });
  return written.ok ? ok(file) : written;
}

function* withTexts(
  documents: readonly Omit<DocumentForPassim, 'text'>[],
  text: (document: string) => string,
): Generator<DocumentForPassim> {
  for (const { id, source } of documents) yield { id, source, text: text(id) };
}

/** The first line of the file that is not what was to be written. */
function difference(path: string, lines: Iterable<string>): string | null {
  const wanted = lines[Symbol.iterator]();
  const descriptor = openSync(path, 'r');
  try {
    for (const { number, bytes } of readByteLines(descriptor, Number.MAX_SAFE_INTEGER)) {
      const line = wanted.next();
      const isSame = line.done !== true && bytes !== null && Buffer.from(line.value.slice(0, -1), 'utf8').equals(bytes);
      if (!isSame) return `line ${number}`;
    }
    return wanted.next().done === true ? null : 'its end';
  } finally {
    closeSync(descriptor);
  }
}

function makeFolder(folder: string): Result<null, ExportFailure> {
  try {
    if (statSync(folder, { throwIfNoEntry: false }) === undefined) mkdirSync(folder);
    return ok(null);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === '') throw error;
    if (code === 'ENOENT' || code === 'ENOTDIR') return err(exportFailure('ExportFolderMissing', folder));
    return err(exportFailure('ExportNotWritable', folder, code === 'EACCES' ? 'permission denied' : code));
  }
}
