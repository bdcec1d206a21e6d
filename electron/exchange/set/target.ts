/**
 * Puts the files of an export in their place, whole or not at all: they are written beside it, proved there, and moved
 * at the end.
 */
import { randomUUID } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  rmdirSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { err, ok, type Result } from '#shared/text/result.ts';
import { entryNameFault } from '../archive/entry-name.ts';
import { writeArchive } from '../archive/write.ts';
import { exportFailure, type ExportFailure } from '../export-failure.ts';
import { checkTarget, failureOf, moveIntoPlace, realTarget, syncFolder } from '../target-file.ts';
import type { SetFile, SetFormat } from './format.ts';

export interface SetTarget {
  /** As it was given. */
  readonly path: string;
  readonly overwrite: boolean;
  readonly kind: 'file' | 'folder' | 'archive';
}

/**
 * Where a format's files go: into one file; or into a .zip, or into a folder.
 */
export function targetOf(
  path: string,
  { layout, endings }: Pick<SetFormat, 'layout' | 'endings'>,
  { overwrite }: { readonly overwrite: boolean },
): Result<SetTarget, ExportFailure> {
  if (layout === 'file') return ok({ path, overwrite, kind: 'file' });
  const ending = extname(path).toLowerCase();
  if (layout === 'archive' || ending === '.zip') return ok({ path, overwrite, kind: 'archive' });
  if (endings.some((one) => path.toLowerCase().endsWith(one)) && !isFolder(path)) {
    return err(exportFailure('ExportNeedsFolder', path));
  }
  return ok({ path, overwrite, kind: 'folder' });
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** A file as it was written: where it lies now, and the path it has in the export. */
export interface DraftFile {
  readonly at: string;
  readonly path: string;
}

export interface Draft {
  readonly files: readonly DraftFile[];
}

/**
 * Writes the files, has them proved, and moves them into place.
 * @param prove looks at the draft: `null`, or what is wrong with it
 * @returns the paths of all files that were written
 */
export async function writeTargetFiles(
  target: SetTarget,
  files: Iterable<SetFile>,
  prove: (draft: Draft) => Promise<string | null>,
): Promise<Result<readonly string[], ExportFailure>> {
  const { path, kind } = target;
  const folder = dirname(realTarget(path));
  const drafts = join(folder, `.variorum-${randomUUID()}.part`);
  try {
    const refused = refusalOf(target);
    if (refused !== null) return err(refused);
    mkdirSync(drafts);
    const written = await writeDrafts(target, files, drafts);
    const taken = takenBeside(target, written);
    if (taken !== null) return err(taken);
    const wrong = await prove({ files: written });
    if (wrong !== null) return err(exportFailure('ExportNotVerified', path, wrong));
    const placed = kind === 'folder' ? placeFolder(drafts, realTarget(path), written) : placeFiles(target, written);
    syncFolder(folder);
    return placed;
  } catch (error) {
    return err(failureOf(path, error));
  } finally {
    rmSync(drafts, { recursive: true, force: true });
  }
}

function refusalOf({ path, overwrite, kind }: SetTarget): ExportFailure | null {
  if (kind !== 'folder') return checkTarget(path, overwrite);
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return isFolder(dirname(path)) ? null : exportFailure('ExportFolderMissing', path);
  if (!stats.isDirectory()) return exportFailure('ExportNotFolder', path);
  return readdirSync(path).length === 0 ? null : exportFailure('ExportFolderNotEmpty', path);
}

async function writeDrafts(
  { path, kind }: SetTarget,
  files: Iterable<SetFile>,
  drafts: string,
): Promise<readonly DraftFile[]> {
  if (kind === 'archive') {
    const at = join(drafts, 'archive');
    await writeDurably(at, writeArchive(files));
    return [{ at, path: '' }];
  }
  const written: DraftFile[] = [];
  for (const file of files) {
    // A format of one file names its files by their endings; '' is the file itself.
    if (kind === 'folder' && entryNameFault(file.path) !== null)
      throw new RangeError(`“${file.path}” cannot be the path of a file in a folder`);
    const at = kind === 'file' ? join(drafts, `file${file.path}`) : join(drafts, ...file.path.split('/'));
    if (kind === 'folder') mkdirSync(dirname(at), { recursive: true });
    await writeDurably(at, file.chunks);
    written.push({ at, path: file.path });
  }
  return kind === 'folder'
    ? written
    : written.map((file) => ({ ...file, path: besideOf(realTarget(path), file.path) }));
}

/** Files beside the main one are replaced with it, but for what is no such file at all. */
function takenBeside({ kind, overwrite }: SetTarget, written: readonly DraftFile[]): ExportFailure | null {
  if (kind === 'folder') return null;
  for (const { path } of written) {
    const refused = path === '' ? null : checkTarget(path, overwrite);
    if (refused !== null) return refused;
  }
  return null;
}

/** `set.schema.json` beside `set.jsonl`: where that is a link, beside what it leads to. */
function besideOf(path: string, ending: string): string {
  return ending === '' ? '' : `${path.slice(0, path.length - extname(path).length)}${ending}`;
}

/** Enough that the disk is not asked for every line. */
const bufferSize = 1024 * 1024;

async function writeDurably(path: string, chunks: SetFile['chunks']): Promise<void> {
  const descriptor = openSync(path, 'wx');
  const flush = (bytes: Uint8Array): void => {
    for (let at = 0; at < bytes.length;) at += writeSync(descriptor, bytes, at);
  };
  try {
    let text = '';
    const take = (chunk: string | Uint8Array): void => {
      if (typeof chunk === 'string') {
        text += chunk;
        if (text.length < bufferSize) return;
      }
      if (text !== '') flush(Buffer.from(text, 'utf8'));
      text = '';
      if (typeof chunk !== 'string') flush(chunk);
    };
    // No waiting between pieces that are there already: it would cost more than writing them.
    if (Symbol.iterator in chunks) for (const chunk of chunks) take(chunk);
    else for await (const chunk of chunks) take(chunk);
    take(new Uint8Array());
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function placeFolder(
  drafts: string,
  path: string,
  written: readonly DraftFile[],
): Result<readonly string[], ExportFailure> {
  if (existsSync(path)) rmdirSync(path);
  renameSync(drafts, path);
  return ok(written.map((file) => join(path, ...file.path.split('/'))));
}

/** The file itself last: once it is there, all is; where it cannot be put there, nothing new is left beside it. */
function placeFiles(
  { path, overwrite }: SetTarget,
  written: readonly DraftFile[],
): Result<readonly string[], ExportFailure> {
  const fresh: string[] = [];
  let isPlaced = false;
  try {
    for (const file of written.toReversed()) {
      const at = file.path === '' ? path : file.path;
      const isFresh = !existsSync(at);
      const failure = moveIntoPlace(file.at, at, overwrite);
      if (failure !== null) return err(failure);
      if (isFresh) fresh.push(at);
    }
    isPlaced = true;
  } finally {
    if (!isPlaced) for (const at of fresh) rmSync(at, { force: true });
  }
  return ok(written.map((file) => (file.path === '' ? path : file.path)));
}
