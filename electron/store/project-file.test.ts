/** Project files that are not what they should be: each is refused with a sentence of its own and left as it was. */
import { createHash } from 'node:crypto';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
  copyFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { v7 } from 'uuid';
import { beforeEach, afterEach, describe, expect, test } from 'vitest';
import { createProjectFile, openProjectFile } from './open.ts';
import { projectFileSentence } from './project-file.ts';

const identity = { now: () => Date.now(), newId: () => v7() };
let folder = '';
const path = (name: string) => join(folder, name);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'variorum-file-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function project(name: string): string {
  const created = createProjectFile(path(name), { name: 'P', annotator: 'Ann' }, identity);
  if (!created.ok) throw new Error(created.error.type);
  created.value.close();
  return path(name);
}

function digest(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

/** The refusal's type and sentence, and whether the file is still the same to the byte. */
function refusal(file: string): string {
  const before = digest(file);
  const opened = openProjectFile(file, identity);
  if (opened.ok) {
    opened.value.close();
    return 'opened';
  }
  const untouched = digest(file) === before ? 'untouched' : 'CHANGED';
  return `${opened.error.type}, ${untouched}: ${projectFileSentence(opened.error)}`;
}

describe('a project file', () => {
  test('that was made can be opened again', () => {
    expect(refusal(project('a.variorum'))).toBe('opened');
  });

  test('that is not there is named', () => {
    const opened = openProjectFile(path('gone.variorum'), identity);
    expect(opened.ok ? '' : projectFileSentence(opened.error)).toBe(
      'There is no project “gone.variorum”. Check the path and the name.',
    );
  });

  test('that is empty is no project', () => {
    writeFileSync(path('empty.variorum'), '');
    expect(refusal(path('empty.variorum'))).toBe(
      'ProjectEmpty, untouched: “empty.variorum” is empty (0 bytes): it is no project, or its contents were lost. Restore it from a backup.',
    );
  });

  test('that is text is no SQLite file', () => {
    writeFileSync(path('text.variorum'), 'Once upon a time there was a file. '.repeat(20));
    expect(refusal(path('text.variorum'))).toBe(
      'NotSqlite, untouched: “text.variorum” is not a Variorum project: it is no SQLite file.',
    );
  });

  test('that another program made is left alone', () => {
    const db = new Database(path('other.variorum'));
    db.exec('CREATE TABLE cat (name TEXT)');
    db.close();
    expect(refusal(path('other.variorum'))).toMatch(
      /^OtherSqlite, untouched: “other\.variorum” is an SQLite file of another program/u,
    );
  });

  test('that a newer version wrote is left alone', () => {
    const file = project('newer.variorum');
    const db = new Database(file);
    db.pragma('user_version = 99');
    db.pragma('wal_checkpoint(TRUNCATE)');
    db.close();
    expect(refusal(file)).toMatch(
      /^ProjectNewer, untouched: “newer\.variorum” was written by a newer Variorum \(format 99; this one knows 2\)/u,
    );
  });

  test('that is cut short is recognised, wherever it was cut', () => {
    const whole = project('whole.variorum');
    const { length } = readFileSync(whole);
    const verdicts = [0.25, 0.5, 0.75, 0.99].map((share) => {
      const cut = path(`cut-${share}.variorum`);
      copyFileSync(whole, cut);
      truncateSync(cut, Math.floor(length * share));
      return refusal(cut).split(':')[0];
    });
    expect(verdicts).toEqual(Array.from({ length: 4 }, () => 'ProjectTruncated, untouched'));
  });

  test('whose pages are overwritten is damaged', () => {
    const file = project('damaged.variorum');
    const bytes = readFileSync(file);
    bytes.fill(0xff, 4096, 4096 * 3);
    writeFileSync(file, bytes);
    expect(refusal(file)).toMatch(/^ProjectDamaged, untouched/u);
  });

  test('that holds a trigger is not opened: it would run by itself', () => {
    const file = project('trigger.variorum');
    const db = new Database(file);
    db.exec(`CREATE TRIGGER trap AFTER INSERT ON event BEGIN DELETE FROM event; END`);
    db.pragma('wal_checkpoint(TRUNCATE)');
    db.close();
    expect(refusal(file)).toMatch(/^ForeignSchema, untouched: “trigger\.variorum” holds “trap”/u);
  });

  test('that is a folder is no file', () => {
    mkdirSync(path('folder.variorum'));
    const opened = openProjectFile(path('folder.variorum'), identity);
    expect(opened.ok ? '' : projectFileSentence(opened.error)).toBe(
      '“folder.variorum” is a folder, not a project file.',
    );
  });

  test('is never overwritten by a new one, nor made in a folder that is not there', () => {
    const file = project('a.variorum');
    const again = createProjectFile(file, { name: 'P', annotator: 'Ann' }, identity);
    const nowhere = createProjectFile(path('no/where.variorum'), { name: 'P', annotator: 'Ann' }, identity);
    expect([again, nowhere].map((result) => (result.ok ? '' : result.error.type))).toEqual([
      'ProjectExists',
      'FolderMissing',
    ]);
  });

  test('that cannot be written to says so', { skip: process.getuid?.() === 0 }, () => {
    const file = project('locked.variorum');
    chmodSync(file, 0o444);
    chmodSync(folder, 0o555);
    const verdict = refusal(file);
    chmodSync(folder, 0o755);
    expect(verdict).toMatch(/^Project(ReadOnly|Unreadable)/u);
  });

  test('keeps every acknowledged commit through a power cut: write-ahead log, flushed at each commit', () => {
    const created = createProjectFile(path('a.variorum'), { name: 'P', annotator: 'Ann' }, identity);
    if (!created.ok) throw new Error(created.error.type);
    created.value.close();
    const opened = openProjectFile(path('a.variorum'), identity);
    if (!opened.ok) throw new Error(opened.error.type);
    expect(opened.value.durability()).toBe('wal, synchronous 2');
    opened.value.close();
  });
});
