/** The files of a folder and the folders in it, for whoever gives a folder instead of files. */
import { lstatSync, opendirSync, type Dirent } from 'node:fs';
import { basename, join } from 'node:path';
import { printable } from '#shared/domain/refusal.ts';
import { err, ok, type Result } from '#shared/text/result.ts';

export interface FolderFile {
  readonly path: string;
  /** The folder's own name and the way in it, with slashes: “stories/2024”. */
  readonly within: string;
  readonly name: string;
  /** In bytes. */
  readonly size: number;
}

export interface WalkedFolder {
  /** In the order of their names, folder by folder, whatever the file system's order. */
  readonly files: readonly FolderFile[];
  /** Links, pipes and devices, which are not followed nor opened: “stories/link.txt”. */
  readonly passedOver: readonly string[];
  /** Folders in it that cannot be read; the others can. */
  readonly locked: readonly FolderRefusal[];
}

export type FolderRefusal = { readonly folder: string } & (
  | { readonly type: 'FolderUnreadable'; readonly cause: string }
  | { readonly type: 'FolderTooDeep'; readonly limit: number }
  | { readonly type: 'FolderTooLarge'; readonly limit: number }
);

export interface FolderLimits {
  readonly depth: number;
  readonly files: number;
}

const usualLimits: FolderLimits = { depth: 64, files: 200_000 };

/** Hidden files, and what systems put beside the files of people. */
export function isSystemName(name: string): boolean {
  return name.startsWith('.') || /^(?:thumbs\.db|desktop\.ini|ehthumbs\.db|__macosx)$/iu.test(name);
}

/** Every file below a folder. Links are not followed, so that nothing outside of it is read and no circle is walked. */
export function walkFolder(folder: string, limits: Partial<FolderLimits> = {}): Result<WalkedFolder, FolderRefusal> {
  const { depth, files: most } = { ...usualLimits, ...limits };
  const files: FolderFile[] = [];
  const passedOver: string[] = [];
  const locked: FolderRefusal[] = [];
  const waiting = [{ path: folder, within: basename(folder).toWellFormed(), level: 0 }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { path, within, level } = next;
    if (level > depth) return err({ type: 'FolderTooDeep', folder: path, limit: depth });
    const listed = entriesOf(path, most);
    if (!listed.ok && (level === 0 || listed.error.type !== 'FolderUnreadable')) return listed;
    if (!listed.ok) {
      locked.push(listed.error);
      continue;
    }
    const folders: typeof waiting = [];
    for (const entry of listed.value) {
      const at = { path: join(path, entry.name), name: entry.name };
      if (isSystemName(entry.name)) continue;
      if (entry.isDirectory()) folders.push({ path: at.path, within: `${within}/${entry.name}`, level: level + 1 });
      else if (entry.isFile()) files.push({ ...at, within, size: sizeOf(at.path) });
      else passedOver.push(`${within}/${entry.name}`);
      if (files.length + passedOver.length > most) return err({ type: 'FolderTooLarge', folder, limit: most });
    }
    // The last that is put there is taken first.
    waiting.push(...folders.reverse());
    if (waiting.length > most) return err({ type: 'FolderTooLarge', folder, limit: most });
  }
  return ok({ files, passedOver, locked });
}

export function folderRefusalSentence(refusal: FolderRefusal): string {
  const folder = `The folder “${printable(basename(refusal.folder))}”`;
  switch (refusal.type) {
    case 'FolderUnreadable':
      return `${folder} cannot be read (${refusal.cause}). Check its permissions.`;
    case 'FolderTooDeep':
      return `${folder} lies more than ${refusal.limit} folders deep. Give a folder closer to it.`;
    case 'FolderTooLarge':
      return `${folder} holds more than ${refusal.limit.toLocaleString('en')} files. Give the folders in it one by one.`;
  }
}

function entriesOf(folder: string, most: number): Result<readonly Dirent[], FolderRefusal> {
  const entries: Dirent[] = [];
  try {
    const directory = opendirSync(folder);
    try {
      for (let entry = directory.readSync(); entry !== null; entry = directory.readSync()) {
        entries.push(entry);
        if (entries.length > most) return err({ type: 'FolderTooLarge', folder, limit: most });
      }
    } finally {
      directory.closeSync();
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === '') throw error;
    return err({ type: 'FolderUnreadable', folder, cause: code === 'EACCES' ? 'permission denied' : code });
  }
  return ok(entries.sort((a, b) => (a.name < b.name ? -1 : 1)));
}

/** 0 where it has gone since: why is said when it is read. */
function sizeOf(path: string): number {
  return lstatSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
