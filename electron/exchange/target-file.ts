/** Writes a file whole or not at all: beside its place first, checked there, and moved into place at the end. */
import { randomUUID } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { err, ok, type Result } from '#shared/text/result.ts';
import { exportFailure, type ExportFailure } from './export-failure.ts';

export type TargetOptions = {
  readonly overwrite: boolean;
} & (
  | {
      /** Looks at the text as it lies on the disk: `null`, or what is wrong with it. */
      readonly verify: (text: string) => string | null;
    }
  | {
      /** The same for a file that may be too large to be held: reads it by itself. */
      readonly verifyFile: (path: string) => string | null;
    }
);

/** @param chunks pieces of the text, written as UTF-8; none may end within a surrogate pair */
export function writeTarget(
  path: string,
  chunks: Iterable<string>,
  options: TargetOptions,
): Result<null, ExportFailure> {
  const { overwrite } = options;
  try {
    const target = realTarget(path);
    const refused = checkTarget(path, overwrite);
    if (refused !== null) return err(refused);
    const draft = join(dirname(target), `.variorum-${randomUUID()}.part`);
    try {
      writeDurably(draft, chunks);
      const wrong = 'verify' in options ? options.verify(readFileSync(draft, 'utf8')) : options.verifyFile(draft);
      if (wrong !== null) return err(exportFailure('ExportNotVerified', path, wrong));
      const failure = moveIntoPlace(draft, path, overwrite);
      if (failure !== null) return err(failure);
    } finally {
      rmSync(draft, { force: true });
    }
    syncFolder(dirname(target));
    return ok(null);
  } catch (error) {
    return err(failureOf(path, error));
  }
}

/** A link stays a link: what it leads to is replaced. */
export function realTarget(path: string): string {
  return existsSync(path) ? realpathSync(path) : path;
}

/** Why no file can be put at the path, before anything is written. */
export function checkTarget(path: string, overwrite: boolean): ExportFailure | null {
  const target = realTarget(path);
  const stats = statSync(target, { throwIfNoEntry: false });
  if (stats === undefined) {
    const folder = statSync(dirname(target), { throwIfNoEntry: false });
    return folder?.isDirectory() === true ? null : exportFailure('ExportFolderMissing', path);
  }
  if (stats.isDirectory()) return exportFailure('ExportIsFolder', path);
  if (!stats.isFile()) return exportFailure('ExportNotRegular', path);
  if (!overwrite) return exportFailure('ExportExists', path);
  // Moving a file into place asks only the folder's permission: a write-protected file must be asked itself.
  accessSync(target, constants.W_OK);
  return isDatabase(target) ? exportFailure('ExportIsProject', path) : null;
}

/** A slip of the hand must not replace a project by its own export. */
function isDatabase(path: string): boolean {
  const magic = 'SQLite format 3\u0000';
  const start = Buffer.alloc(magic.length);
  let descriptor: number;
  try {
    descriptor = openSync(path, 'r');
  } catch {
    // A file that may be written but not read is none that we can know.
    return false;
  }
  try {
    return readSync(descriptor, start, 0, start.length, 0) === start.length && start.toString('latin1') === magic;
  } finally {
    closeSync(descriptor);
  }
}

function writeDurably(path: string, chunks: Iterable<string>): void {
  const descriptor = openSync(path, 'wx');
  try {
    for (const chunk of chunks) {
      const bytes = Buffer.from(chunk, 'utf8');
      for (let at = 0; at < bytes.length;) at += writeSync(descriptor, bytes, at);
    }
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Moves a draft of the same disk to its place; what came there meanwhile is only replaced where that was allowed. */
export function moveIntoPlace(draft: string, path: string, overwrite: boolean): ExportFailure | null {
  const target = realTarget(path);
  if (overwrite) replace(draft, target);
  else if (!placeNew(draft, target)) return exportFailure('ExportExists', path);
  return null;
}

/** The permissions of the file that is replaced stay. */
function replace(draft: string, target: string): void {
  const stats = statSync(target, { throwIfNoEntry: false });
  if (stats !== undefined) chmodSync(draft, stats.mode & 0o777);
  renameSync(draft, target);
}

/** Moves the draft to a name that must be free, also if somebody takes it in this very moment. */
function placeNew(draft: string, target: string): boolean {
  try {
    linkSync(draft, target);
    return true;
  } catch (error) {
    const code = codeOf(error);
    if (code === 'EEXIST') return false;
    // File systems without hard links.
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'ENOSYS' && code !== 'EOPNOTSUPP') throw error;
    if (existsSync(target)) return false;
    renameSync(draft, target);
    return true;
  }
}

/** The name itself must survive a power cut too; not every system lets a folder be synced. */
export function syncFolder(folder: string): void {
  try {
    const descriptor = openSync(folder, 'r');
    try {
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    if (codeOf(error) === '') throw error;
  }
}

export function failureOf(path: string, error: unknown): ExportFailure {
  const code = codeOf(error);
  if (code === '') throw error;
  if (code === 'ENOSPC' || code === 'EDQUOT') return exportFailure('DiskFull', path);
  if (code === 'ENOENT' || code === 'ENOTDIR') return exportFailure('ExportFolderMissing', path);
  const causes: Readonly<Record<string, string>> = {
    EACCES: 'permission denied',
    EPERM: 'permission denied',
    EROFS: 'the disk is read-only',
    ENAMETOOLONG: 'the name is too long',
    ERR_STRING_TOO_LONG: 'it is too large to be checked',
  };
  return exportFailure('ExportNotWritable', path, causes[code] ?? code);
}

/** The system's code of an error, empty where it has none: then it is a bug of ours. */
function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
