/** A copy of the whole project as one file, made while the project is in use. */
import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';

/**
 * Backs up into a file beside the target, makes it one file (no -wal), checks it, and only then gives it its name: an
 * interrupted copy never replaces a good one. Throws what SQLite or the disk says; nothing unfinished stays behind.
 */
export async function backUp(db: Database.Database, target: string): Promise<void> {
  const unfinished = `${target}.unfinished`;
  try {
    rmSync(unfinished, { force: true });
    await db.backup(unfinished);
    checkCopy(unfinished);
    flush(unfinished, 'r+');
    // A -wal of a former file of that name would be read as part of the copy.
    for (const suffix of ['-wal', '-shm']) rmSync(target + suffix, { force: true });
    renameSync(unfinished, target);
    if (process.platform !== 'win32') flush(dirname(target), 'r');
  } finally {
    for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(unfinished + suffix, { force: true });
  }
}

function checkCopy(path: string): void {
  const copy = new Database(path);
  try {
    copy.pragma('journal_mode = DELETE');
    const verdict = copy.pragma('quick_check(1)', { simple: true });
    if (verdict !== 'ok') throw new Error(`the copy is not whole: ${String(verdict)}`);
  } finally {
    copy.close();
  }
}

function flush(path: string, flags: string): void {
  const descriptor = openSync(path, flags);
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
