/**
 * Who writes: a project file at its place. A file that was copied lies elsewhere, so the copy writes under a name of
 * its own and the two can be united later without two different events claiming the same predecessor.
 */
import { statSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import type { Database } from 'better-sqlite3';
import { annotatorName } from '#shared/domain/annotator.ts';
import { query, write } from './statement.ts';

export interface Writer {
  readonly id: string;
  /** Who annotates here unless somebody is named. */
  readonly annotator: string;
}

/** Where the file lies: machine, device, file. A copy differs in the last, a mailed file in the first. */
export function filePlace(path: string): string {
  const { dev, ino } = statSync(path, { bigint: true });
  return `${hostname()}/${dev}/${ino}`;
}

/** The account's name, for want of a better one. */
export function systemAnnotator(): string {
  try {
    const name = annotatorName(userInfo().username);
    return name.ok ? name.value : 'annotator';
  } catch {
    return 'annotator';
  }
}

/**
 * The writer of this file at this place. The annotator is taken over from the file's former place when the same account
 * opens it, and is the account's name otherwise. Nothing is written yet: who only reads leaves no trace.
 */
export function findWriter(db: Database, path: string, newId: () => string): Writer {
  const standing = writerAt(db, path);
  if (standing !== undefined) return standing;
  const former = query<[string], Writer>(
    db,
    'SELECT id, annotator FROM writer WHERE user = ? ORDER BY id DESC LIMIT 1',
  ).get(systemUser());
  return { id: newId(), annotator: former?.annotator ?? systemAnnotator() };
}

/**
 * The writer to write as, made if this file has none at this place yet; within the caller's transaction, so that two
 * programs that open a copied file at once agree on one.
 */
export function settleWriter(db: Database, writer: Writer, path: string): Writer {
  return writerAt(db, path) ?? addWriter(db, writer, path);
}

function writerAt(db: Database, path: string): Writer | undefined {
  return query<[string], Writer>(db, 'SELECT id, annotator FROM writer WHERE place = ?').get(filePlace(path));
}

/** Adds a writer for this file at its present place. */
export function addWriter(db: Database, writer: Writer, path: string): Writer {
  write<[string, string, string, string]>(
    db,
    'INSERT INTO writer (id, annotator, place, user) VALUES (?, ?, ?, ?)',
  ).run(writer.id, writer.annotator, filePlace(path), systemUser());
  return writer;
}

function systemUser(): string {
  try {
    return userInfo().username;
  } catch {
    return '';
  }
}
