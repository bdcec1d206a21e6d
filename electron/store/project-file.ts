/**
 * Is this file a project of ours, and may we write to it? A foreign file is untrusted input: it is looked at, with the
 * connection closed again on the first doubt, before a byte of it is changed.
 */
import { accessSync, closeSync, constants, existsSync, openSync, readSync, statSync, type Stats } from 'node:fs';
import { basename, dirname } from 'node:path';
import Database from 'better-sqlite3';
import { err, ok, type Result } from '#shared/text/result.ts';
import { wordingSchema, wordingTable } from './collation/schema.ts';
import { ProjectDamage } from './project-damage.ts';
import { logVersion } from './log/migrations.ts';

/** "VRRM": SQLite's application id of a Variorum project. */
export const applicationId = 0x5652_524d;

export type ProjectFileError =
  | { readonly type: 'ProjectMissing'; readonly file: string }
  | { readonly type: 'ProjectExists'; readonly file: string }
  | { readonly type: 'FolderMissing'; readonly file: string; readonly folder: string }
  | { readonly type: 'ProjectIsFolder'; readonly file: string }
  | { readonly type: 'ProjectUnreadable'; readonly file: string; readonly cause: string }
  | { readonly type: 'ProjectReadOnly'; readonly file: string }
  | { readonly type: 'ProjectEmpty'; readonly file: string }
  | { readonly type: 'NotSqlite'; readonly file: string }
  | { readonly type: 'OtherSqlite'; readonly file: string }
  | { readonly type: 'ProjectNewer'; readonly file: string; readonly version: number; readonly known: number }
  | { readonly type: 'ProjectTruncated'; readonly file: string }
  | { readonly type: 'ProjectDamaged'; readonly file: string; readonly cause: string }
  | { readonly type: 'ForeignSchema'; readonly file: string; readonly name: string };

const headerLength = 100;
const magic = 'SQLite format 3\u0000';
/** Above this a full check at every opening would be felt; SQLite still reports damage when it meets it. */
const checkedSize = 64 * 1024 * 1024;

/** Looks at the file without opening it as a database. */
export function checkProjectFile(path: string): Result<null, ProjectFileError> {
  const file = basename(path);
  let stats: Stats;
  let header: Buffer;
  try {
    if (!existsSync(path)) return err({ type: 'ProjectMissing', file });
    stats = statSync(path);
    if (stats.isDirectory()) return err({ type: 'ProjectIsFolder', file });
    if (!stats.isFile()) return err({ type: 'NotSqlite', file });
    if (stats.size === 0) return err({ type: 'ProjectEmpty', file });
    header = readHeader(path);
    if (!isWritable(path)) return err({ type: 'ProjectReadOnly', file });
  } catch (error) {
    return err({ type: 'ProjectUnreadable', file, cause: causeOf(error) });
  }
  if (header.length < headerLength || header.toString('latin1', 0, 16) !== magic)
    return err({ type: 'NotSqlite', file });
  if (header.readUInt32BE(68) !== applicationId) return err({ type: 'OtherSqlite', file });
  const version = header.readUInt32BE(60);
  if (version > logVersion) return err({ type: 'ProjectNewer', file, version, known: logVersion });
  const pageSize = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16);
  const pages = header.readUInt32BE(28);
  const isCountValid = header.readUInt32BE(24) === header.readUInt32BE(92);
  // While another process moves pages out of the -wal file, the first page may speak of pages that are still to come.
  const isMoving = existsSync(`${path}-wal`);
  if (!isMoving && (stats.size % pageSize !== 0 || (isCountValid && stats.size < pages * pageSize))) {
    return err({ type: 'ProjectTruncated', file });
  }
  return ok(null);
}

/** SQLite needs its folder too, for the write-ahead log; opening without would leave files that lock the project. */
function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    accessSync(dirname(path), constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function readHeader(path: string): Buffer {
  const buffer = Buffer.alloc(headerLength);
  const descriptor = openSync(path, 'r');
  try {
    return buffer.subarray(0, readSync(descriptor, buffer, 0, headerLength, 0));
  } finally {
    closeSync(descriptor);
  }
}

/** A connection with every setting that durability and distrust ask for (docs/decisions/0003). */
export function connect(path: string, options: { readonly create: boolean }): Database.Database {
  const db = new Database(path, { fileMustExist: !options.create, timeout: 5000 });
  db.pragma('trusted_schema = OFF');
  db.pragma('cell_size_check = ON');
  db.pragma('mmap_size = 0');
  db.pragma('foreign_keys = ON');
  return db;
}

/** Settings that write to the file: only after it is known to be ours. */
export function makeDurable(db: Database.Database): void {
  const mode = db.pragma('journal_mode = WAL', { simple: true });
  if (mode !== 'wal' && mode !== 'memory') throw new Error(`SQLite would not keep a write-ahead log: ${String(mode)}`);
  // better-sqlite3 falls back to NORMAL when it finds a WAL file, which may lose acknowledged commits on power loss.
  db.pragma('synchronous = FULL');
  // 32 MiB: an import touches the same pages again and again, and each checkpoint writes them all once more. No more than
  // that: whoever commits when it is due does it, and that may be the thread that answers keys (64 MiB took it 150 ms).
  db.pragma('wal_autocheckpoint = 8192');
}

/** The schema of a received file must hold nothing that runs by itself, and the file must be whole. */
export function checkSchema(db: Database.Database, file: string, size: number): Result<null, ProjectFileError> {
  try {
    // The header's version is that of the last checkpoint; this one has seen the -wal file too.
    const version = Number(db.pragma('user_version', { simple: true }));
    if (version > logVersion) return err({ type: 'ProjectNewer', file, version, known: logVersion });
    const foreign = db
      .prepare(
        `SELECT name FROM sqlite_schema WHERE type IN ('trigger', 'view')
         OR (type = 'table' AND sql LIKE 'CREATE VIRTUAL%' AND NOT (name = ? AND sql = ?))`,
      )
      .pluck()
      .get(wordingTable, wordingSchema) as string | undefined;
    if (foreign !== undefined) return err({ type: 'ForeignSchema', file, name: foreign });
    if (size <= checkedSize) {
      const verdict = db.pragma('quick_check(1)', { simple: true });
      if (verdict !== 'ok') return err({ type: 'ProjectDamaged', file, cause: oneLine(String(verdict)) });
    }
    return ok(null);
  } catch (error) {
    return err(damage(file, error));
  }
}

/** What SQLite threw while a file was opened, as data. Rethrows what is not the file's fault. */
export function damage(file: string, error: unknown): ProjectFileError {
  if (error instanceof ProjectDamage) return { type: 'ProjectDamaged', file, cause: error.message };
  if (!(error instanceof Database.SqliteError)) throw error;
  if (error.code === 'SQLITE_NOTADB') return { type: 'NotSqlite', file };
  if (error.code.startsWith('SQLITE_READONLY')) return { type: 'ProjectReadOnly', file };
  if (error.code.startsWith('SQLITE_CANTOPEN') || error.code.startsWith('SQLITE_PERM')) {
    return { type: 'ProjectUnreadable', file, cause: error.message };
  }
  return { type: 'ProjectDamaged', file, cause: oneLine(error.message) };
}

/** The system's words without the path, which is nobody else's business, and without the code. */
function causeOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return oneLine(text.replace(/^[A-Z]+: /u, '').replace(/, \w+ '.*'$/u, ''));
}

function oneLine(text: string): string {
  return text.trim().replaceAll(/\s+/gu, ' ');
}

/** What happened, to which file, and what to do. */
export function projectFileSentence(error: ProjectFileError): string {
  switch (error.type) {
    case 'ProjectMissing':
      return `There is no project “${error.file}”. Check the path and the name.`;
    case 'ProjectExists':
      return `“${error.file}” exists already and was left alone. Choose another name, or open it.`;
    case 'FolderMissing':
      return `“${error.file}” cannot be made: the folder “${error.folder}” does not exist. Make the folder first.`;
    case 'ProjectIsFolder':
      return `“${error.file}” is a folder, not a project file.`;
    case 'ProjectUnreadable':
      return `“${error.file}” cannot be opened: ${error.cause}. Check the permissions of the file and of its folder.`;
    case 'ProjectReadOnly':
      return `“${error.file}” cannot be written to. Make it (and its folder) writable, or copy it somewhere else and open the copy.`;
    case 'ProjectEmpty':
      return `“${error.file}” is empty (0 bytes): it is no project, or its contents were lost. Restore it from a backup.`;
    case 'NotSqlite':
      return `“${error.file}” is not a Variorum project: it is no SQLite file.`;
    case 'OtherSqlite':
      return `“${error.file}” is an SQLite file of another program, not a Variorum project. It was not changed.`;
    case 'ProjectNewer':
      return `“${error.file}” was written by a newer Variorum (format ${error.version}; this one knows ${error.known}). Update Variorum to open it. It was not changed.`;
    case 'ProjectTruncated':
      return `“${error.file}” is cut short: part of the file is missing. Restore it from a backup. It was not changed.`;
    case 'ProjectDamaged':
      return `“${error.file}” is damaged (${error.cause}). Restore it from a backup. It was not changed.`;
    case 'ForeignSchema':
      return `“${error.file}” holds “${error.name}”, which no Variorum project has and which could run or mislead by itself. It was not opened.`;
  }
}
