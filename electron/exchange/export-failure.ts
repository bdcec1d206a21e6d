import { basename, dirname } from 'node:path';
import type { Failure } from '#shared/contract/failure.ts';
import { printable } from '#shared/domain/refusal.ts';

/** Why an export was not written; whatever lay at its path before still lies there. */
export type ExportFailureType =
  | 'ExportExists'
  | 'ExportFolderMissing'
  | 'ExportIsFolder'
  | 'ExportNotFolder'
  | 'ExportNeedsFolder'
  | 'ExportFolderNotEmpty'
  | 'ExportNeedsTexts'
  | 'ExportCancelled'
  | 'ExportNotRegular'
  | 'ExportIsProject'
  | 'ExportNotWritable'
  | 'DiskFull'
  | 'ExportNotVerified';

export interface ExportFailure extends Failure {
  readonly type: ExportFailureType;
}

/** @param detail for `ExportNotWritable` and `ExportNotVerified`: what went wrong where */
export function exportFailure(type: ExportFailureType, path: string, detail = ''): ExportFailure {
  const file = `“${printable(basename(path))}”`;
  const folder = `“${printable(dirname(path))}”`;
  const messages: Readonly<Record<ExportFailureType, string>> = {
    ExportExists: `${file} exists already and was left alone. Choose another name, or say that it may be replaced.`,
    ExportFolderMissing: `${file} was not written: there is no folder ${folder}. Make the folder first, or choose another.`,
    ExportIsFolder: `${file} is a folder. Give the export the name of a file in it.`,
    ExportNotFolder: `${file} is a file. This format has several files: give the name of a new folder, or of a .zip.`,
    ExportNeedsFolder: `${file} names one file, and this format has several. Give the name of a new folder, or of a .zip.`,
    ExportFolderNotEmpty: `The folder ${file} is not empty and was left alone. Choose a new or an empty one, or a .zip.`,
    ExportNeedsTexts: `${file} was not written: in this format nothing can be said without the texts. Export with texts, or choose JSONL, CSV, XLSX or W3C.`,
    ExportCancelled: `The export was cancelled; ${file} was not written.`,
    ExportNotRegular: `${file} is a pipe or a device, not a file. Choose another name.`,
    ExportIsProject: `${file} is a project or another database, not an export, and was left alone. Choose another name.`,
    ExportNotWritable: `${file} could not be written (${detail}). Check the permissions of the file and its folder, or choose another.`,
    DiskFull: `The disk that holds ${file} is full; the export was not written. Free some space, or choose another disk.`,
    ExportNotVerified: `${file} was not written: read back, it would not have said what the project says (${detail}). This is a fault of Variorum; please report it.`,
  };
  return { type, message: messages[type] };
}
