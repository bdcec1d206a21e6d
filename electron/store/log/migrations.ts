/**
 * The log's own schema, forward only. DANGER: these tables hold what cannot be made anew; add a file, never change one.
 */
import type { Database } from 'better-sqlite3';
import log0001 from './0001-log.sql?raw';
import log0002 from './0002-original.sql?raw';

const migrations: readonly string[] = [log0001, log0002];

/** The version a project file says in `user_version`. */
export const logVersion = migrations.length;

/** Brings the log's tables up to `logVersion`; within the caller's transaction. */
export function migrateLog(db: Database): void {
  const from = Number(db.pragma('user_version', { simple: true }));
  for (const sql of migrations.slice(from)) db.exec(sql);
  db.pragma(`user_version = ${logVersion}`);
}
