/** Refusals and broken surroundings as what a caller is told. */
import { basename } from 'node:path';
import type { Failure } from '#shared/contract/failure.ts';
import { ProjectDamage } from '#electron/store/project-damage.ts';
import { sqliteCode } from '#electron/store/sqlite-error.ts';
import { refusalSentence, type Refusal } from '#shared/domain/refusal.ts';

export function failureOf(refusal: Refusal): Failure {
  return { type: refusal.type, message: refusalSentence(refusal) };
}

/**
 * What SQLite reports of the disk, the locks and the file is nobody's bug: the transaction was taken back, and the
 * user can do something about it. Anything else is rethrown.
 */
export function surroundingsFailure(error: unknown, path: string): Failure {
  const file = basename(path);
  if (error instanceof ProjectDamage) {
    const message = `“${file}” is damaged: ${error.message}. Nothing was changed. Restore the project from a backup.`;
    return { type: 'ProjectDamaged', message };
  }
  const code = sqliteCode(error);
  if (code === null) throw error;
  if (code === 'SQLITE_FULL') {
    const message = `The disk that holds “${file}” is full. Nothing of this act was saved; all earlier work is. Free some space, or save a copy on another disk.`;
    return { type: 'DiskFull', message };
  }
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    const message = `“${file}” is being written to by another program. Nothing of this act was saved; try again in a moment.`;
    return { type: 'ProjectBusy', message };
  }
  if (code.startsWith('SQLITE_READONLY')) {
    const message = `“${file}” cannot be written to. Make the file and its folder writable, or save a copy elsewhere.`;
    return { type: 'ProjectReadOnly', message };
  }
  if (code.startsWith('SQLITE_IOERR') || code.startsWith('SQLITE_CORRUPT')) {
    const message = `“${file}” could not be written or read (${code}). Nothing of this act was saved. Check the disk, and restore the project from a backup if it happens again.`;
    return { type: 'ProjectDamaged', message };
  }
  throw error;
}
