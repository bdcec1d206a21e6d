/** Why a zip archive, or an entry of it, is not read, as data; `archiveRefusalSentence` says it to people. */
import { basename } from 'node:path';
import { printable } from '#shared/domain/refusal.ts';

/** `file` is the archive's path or name as it was given. */
export type ArchiveRefusal = { readonly file: string } & (
  | { readonly type: 'ArchiveUnreadable'; readonly cause: string }
  | { readonly type: 'ArchiveBroken'; readonly cause: string }
  | { readonly type: 'ArchiveTooManyEntries'; readonly entries: number; readonly limit: number }
  | { readonly type: 'ArchiveTooLarge'; readonly size: number; readonly limit: number }
  | { readonly type: 'ArchiveEscapes'; readonly entry: string }
  | { readonly type: 'ArchiveNameBroken'; readonly entry: string }
  | { readonly type: 'ArchiveLink'; readonly entry: string }
  | { readonly type: 'ArchiveSpecialFile'; readonly entry: string }
  | { readonly type: 'ArchiveEncrypted'; readonly entry: string }
  | { readonly type: 'ArchiveSameName'; readonly entry: string; readonly other: string }
  | { readonly type: 'ArchiveOverlap'; readonly entry: string; readonly other: string }
  | { readonly type: 'ArchiveEntryTooLarge'; readonly entry: string; readonly size: number; readonly limit: number }
  | { readonly type: 'ArchiveBomb'; readonly entry: string; readonly ratio: number; readonly limit: number }
  | { readonly type: 'ArchiveMethod'; readonly entry: string; readonly method: number }
  | { readonly type: 'ArchiveOtherHeader'; readonly entry: string; readonly other: string }
  | { readonly type: 'ArchiveWrongSize'; readonly entry: string; readonly size: number }
  | { readonly type: 'ArchiveWrongSum'; readonly entry: string }
  | { readonly type: 'ArchiveEntryBroken'; readonly entry: string; readonly cause: string }
);

/** What happened, to which archive and entry, and what to do next. */
export function archiveRefusalSentence(refusal: ArchiveRefusal): string {
  const file = `“${printable(basename(refusal.file))}”`;
  const entry = 'entry' in refusal ? `“${printable(refusal.entry)}”` : '';
  switch (refusal.type) {
    case 'ArchiveUnreadable':
      return `${file} cannot be read (${refusal.cause}). Check the path and the file's permissions.`;
    case 'ArchiveBroken':
      return `${file} is no whole zip archive (${printable(refusal.cause)}). Fetch or make it again.`;
    case 'ArchiveTooManyEntries':
      return `${file} holds ${refusal.entries.toLocaleString('en')} entries; ${refusal.limit.toLocaleString('en')} is the most. Split it.`;
    case 'ArchiveTooLarge':
      return `${file} would unpack to ${wholeMegabytes(refusal.size)}; ${wholeMegabytes(refusal.limit)} is the most. Split it.`;
    case 'ArchiveEscapes':
      return `${file} holds ${entry}, a path that leads out of the archive. Nothing was read; do not trust this file.`;
    case 'ArchiveNameBroken':
      return `${file} holds ${entry}, a name with a character that no file may have. Nothing was read.`;
    case 'ArchiveLink':
      return `${file} holds ${entry}, a link to another file. Nothing was read; pack the files themselves.`;
    case 'ArchiveSpecialFile':
      return `${file} holds ${entry}, which is neither a file nor a folder. Nothing was read.`;
    case 'ArchiveEncrypted':
      return `${file} holds ${entry}, which is encrypted. Unpack the archive with its password and give what was in it.`;
    case 'ArchiveSameName':
      return `${file} holds ${entry} and “${printable(refusal.other)}”, which are one name on many systems. Rename one of them.`;
    case 'ArchiveOverlap':
      return `In ${file} the entries ${entry} and “${printable(refusal.other)}” lie over one another. Nothing was read; do not trust this file.`;
    case 'ArchiveEntryTooLarge':
      return `In ${file} the entry ${entry} has ${wholeMegabytes(refusal.size)}; ${wholeMegabytes(refusal.limit)} is the most.`;
    case 'ArchiveBomb':
      return `In ${file} the entry ${entry} would grow ${refusal.ratio.toLocaleString('en')} times; ${refusal.limit} times is the most. Nothing was read; do not trust this file.`;
    case 'ArchiveMethod':
      return `In ${file} the entry ${entry} is packed in a way (${refusal.method}) that is not read. Pack it again as an ordinary zip.`;
    case 'ArchiveOtherHeader':
      return `In ${file} the entry ${entry} is called “${printable(refusal.other)}” where its contents lie. Do not trust this file.`;
    case 'ArchiveWrongSize':
      return `In ${file} the entry ${entry} does not have the ${refusal.size.toLocaleString('en')} bytes it is said to have. Fetch or make the archive again.`;
    case 'ArchiveWrongSum':
      return `In ${file} the entry ${entry} is damaged (its checksum differs). Fetch or make the archive again.`;
    case 'ArchiveEntryBroken':
      return `In ${file} the entry ${entry} cannot be unpacked (${printable(refusal.cause)}). Fetch or make the archive again.`;
  }
}

function wholeMegabytes(bytes: number): string {
  return `${Math.ceil(bytes / 1024 / 1024).toLocaleString('en')} MB`;
}
