/** Why something that was to be read is no article, whoever found out; `readRefusalSentence` says it to people. */
import { basename } from 'node:path';
import { printable } from '#shared/domain/refusal.ts';
import { folderRefusalSentence, type FolderRefusal } from './archive/folder.ts';
import type { ArticleRefusal } from './article-refusal.ts';
import { lineRefusalSentence, type LineRefusal } from './articles-jsonl/line-refusal.ts';

/** What befell the reader of a file: nothing that the file says of itself. */
export type ReaderFailure =
  | { readonly type: 'ReaderTooSlow'; readonly seconds: number }
  | { readonly type: 'ReaderOutOfMemory' }
  /** A bug, in a few words. */
  | { readonly type: 'ReaderFault'; readonly cause: string };

/** `file` is its name as the user knows it, or its path. */
export type ReadRefusal =
  | ArticleRefusal
  | LineRefusal
  | ({ readonly file: string } & (
      | ReaderFailure
      | FolderRefusal
      | { readonly type: 'FolderEmpty' | 'ArchiveInArchive' }
    ));

/** What happened, to which file (and line), and what to do next. */
export function readRefusalSentence(refusal: ReadRefusal): string {
  const file = `“${printable(basename(refusal.file))}”`;
  switch (refusal.type) {
    case 'ReaderTooSlow':
      return `${file} took longer than ${refusal.seconds} seconds to read and was left out. Save its text as a .txt file and import that.`;
    case 'ReaderOutOfMemory':
      return `${file} needs more memory than one file may have and was left out. Split it, or save its text as a .txt file and import that.`;
    case 'ReaderFault':
      return `${file} was left out because of a fault of Variorum (${printable(refusal.cause)}). Please report it, with the file if you may.`;
    case 'FolderEmpty':
      return `${file} holds no files. There is nothing to import.`;
    case 'ArchiveInArchive':
      return `${file} is an archive in an archive, which is not opened. Unpack it and import what is in it.`;
    case 'FolderUnreadable':
    case 'FolderTooDeep':
    case 'FolderTooLarge':
      return folderRefusalSentence(refusal);
    default:
      return lineRefusalSentence(refusal);
  }
}

/** What was thrown while a file was read, in a few words. */
export function faultOf(error: unknown): ReaderFailure {
  const cause = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return { type: 'ReaderFault', cause: cause.replaceAll(/\s+/gu, ' ') };
}
