import Database from 'better-sqlite3';

/** SQLite's own code (`SQLITE_FULL`, `SQLITE_BUSY_SNAPSHOT`, …), or `null` where something else was thrown. */
export function sqliteCode(error: unknown): string | null {
  return error instanceof Database.SqliteError ? error.code : null;
}
