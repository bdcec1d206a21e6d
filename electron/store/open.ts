/** Makes and opens project files. */
import { existsSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import type Database from 'better-sqlite3';
import { createProject } from '#shared/domain/commands/create-project.ts';
import { err, ok, type Result } from '#shared/text/result.ts';
import { openEventLog } from './event-log.ts';
import type { Identity } from './identity.ts';
import { logVersion, migrateLog } from './log/migrations.ts';
import {
  applicationId,
  checkProjectFile,
  checkSchema,
  connect,
  damage,
  makeDurable,
  type ProjectFileError,
} from './project-file.ts';
import { projectionVersions } from './projections/catalogue.ts';
import { readTables, rebuildTables } from './rebuild.ts';
import { createStore, type Store } from './store.ts';
import { addWriter, findWriter } from './writer.ts';

export interface NewProject {
  readonly name: string;
  readonly annotator: string;
}

/** Makes a project file with the first codebook. Never overwrites; what was begun and failed is taken away again. */
export function createProjectFile(
  file: string,
  project: NewProject,
  identity: Identity,
): Result<Store, ProjectFileError> {
  const path = resolve(file);
  if (existsSync(path)) return err({ type: 'ProjectExists', file: basename(path) });
  const folder = dirname(path);
  if (!existsSync(folder)) return err({ type: 'FolderMissing', file: basename(path), folder });
  let db: Database.Database | undefined;
  try {
    db = connect(path, { create: true });
    const opened = db;
    // Before the write-ahead log is there, so that the file itself says from its first byte on what it is.
    opened.pragma(`application_id = ${applicationId}`);
    opened.transaction(() => migrateLog(opened)).immediate();
    makeDurable(opened);
    const writer = opened
      .transaction(() => {
        rebuildTables(opened, openEventLog(opened));
        return addWriter(opened, { id: identity.newId(), annotator: project.annotator }, path);
      })
      .immediate();
    const store = createStore(opened, path, writer, identity);
    store.transact(() => {
      const events = createProject({ project: identity.newId(), name: project.name });
      return ok({ value: null, writing: { actor: project.annotator, events } });
    });
    return ok(store);
  } catch (error) {
    db?.close();
    for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true });
    return err(damage(basename(path), error));
  }
}

/** Opens a project file; its read tables are made anew when this version shapes them differently. */
export function openProjectFile(file: string, identity: Identity): Result<Store, ProjectFileError> {
  const path = resolve(file);
  const name = basename(path);
  const checked = checkProjectFile(path);
  if (!checked.ok) return checked;
  let db: Database.Database | undefined;
  try {
    db = connect(path, { create: false });
    const schema = checkSchema(db, name, statSync(path).size);
    if (!schema.ok) {
      db.close();
      return schema;
    }
    const opened = db;
    makeDurable(opened);
    if (!isUpToDate(opened)) bringUpToDate(opened);
    return ok(createStore(opened, path, findWriter(opened, path, identity.newId), identity));
  } catch (error) {
    db?.close();
    return err(damage(name, error));
  }
}

/** Looked at without a lock, so that opening a project that needs nothing writes nothing. */
function isUpToDate(db: Database.Database): boolean {
  const tables = new Set(db.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`).pluck().all());
  return (
    db.pragma('user_version', { simple: true }) === logVersion &&
    readTables.every((name) => tables.has(name)) &&
    storedVersions(db) === projectionVersions
  );
}

function bringUpToDate(db: Database.Database): void {
  db.transaction(() => {
    migrateLog(db);
    rebuildTables(db, openEventLog(db));
  }).immediate();
}

/** Asked of the one column that every version has: the rest may have another shape. */
function storedVersions(db: Database.Database): unknown {
  const hasHead = db.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'head'`).get() !== undefined;
  return hasHead ? db.prepare('SELECT versions FROM head').pluck().get() : undefined;
}
