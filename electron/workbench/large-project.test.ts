import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Change, Commit } from '#shared/contract/commit.ts';
import type { NewDocument } from '#shared/domain/document.ts';
import type { Result } from '#shared/text/result.ts';
import { systemIdentity } from './clock.ts';
import { createProject, openProject } from './open.ts';
import type { Workbench } from './workbench.ts';

let folder: string;
let workbench: Workbench;
const open: Workbench[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'variorum-large-'));
  workbench = opened(createProject(join(folder, 'large.variorum'), { annotator: 'Ann' }));
});
afterEach(() => {
  for (const one of open.splice(0)) one.close();
  rmSync(folder, { recursive: true, force: true });
});

function opened(result: Result<Workbench, { readonly message: string }>): Workbench {
  const one = valueOf(result);
  open.push(one);
  return one;
}

function valueOf<T>(result: Result<T, { readonly message: string }>): T {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

const article = (name: string, text: string): NewDocument => ({
  name,
  title: name,
  text,
  origin: { file: name, encoding: 'utf-8', byteOrderMark: false, lineEnds: 'none' },
});
const story =
  'The harbour office announced on Tuesday that the northern quay would stay closed until the repairs were paid for.';

function importAll(...documents: readonly NewDocument[]): void {
  valueOf(workbench.importDocuments(documents));
}

const idOf = (name: string): string => valueOf(mapped(workbench.resolveDocument(name), ({ id }) => id));
function mapped<T, U, E>(result: Result<T, E>, map: (value: T) => U): Result<U, { readonly message: string }> {
  return result.ok ? { ok: true, value: map(result.value) } : { ok: false, error: { message: 'unknown' } };
}
const documentsIn = (changes: readonly Change[]): readonly string[] =>
  changes.flatMap((change) => (change.entity === 'document' && change.row !== null ? [change.row.name] : []));

test('a large library is told part by part, every document once and in the order of names', () => {
  const names = Array.from({ length: 1203 }, (_, at) => `article ${String(at).padStart(4, '0')}`);
  importAll(...names.toReversed().map((name) => article(name, `Words of ${name} and of nothing else.`)));
  const first: Commit = valueOf(workbench.call('project.read', {}));
  const told = [...documentsIn(first.changes)];
  for (let { rest } = first as { readonly rest?: string }; rest !== undefined;) {
    const part = valueOf(workbench.call('library.read', { after: rest }));
    told.push(...documentsIn(part.changes));
    ({ rest } = part);
  }
  expect([documentsIn(first.changes).length, told]).toEqual([1000, names]);
});

test('of a story with many copies the first places are told, and how many there are', () => {
  const copies = Array.from({ length: 60 }, (_, at) => article(`copy ${at}`, `${story} Then came number ${at}x.`));
  importAll(...copies);
  const { shared } = valueOf(workbench.call('document.read', { document: idOf('copy 7') }));
  expect(shared.map(({ elsewhere, places }) => [elsewhere.length, places])).toEqual([[48, 59]]);
});

test('of a common word the places asked for are listed, and the other documents that hold it are counted', () => {
  importAll(...Array.from({ length: 30 }, (_, at) => article(`one ${at}`, `Nothing else but harbour and word${at}.`)));
  const text = 'Nothing else but harbour';
  const span = { start: text.indexOf('harbour'), end: text.length };
  const some = valueOf(workbench.call('copies.find', { document: idOf('one 3'), span, most: 10 }));
  expect([some.occurrences.length, some.elsewhere.length + some.unread]).toEqual([1, 29]);
  expect(some.elsewhere.length).toBeLessThanOrEqual(10);
  const all = valueOf(workbench.call('copies.find', { document: idOf('one 3'), span }));
  expect([all.elsewhere.length, all.unread]).toEqual([29, 0]);
});

test('a large act is taken back in parts that are one act: one redo brings all of it back', () => {
  importAll(...Array.from({ length: 25 }, (_, at) => article(`one ${at}`, `A text of its own, number ${at}.`)));
  const parts: string[] = [];
  const onPart = (done: number, total: number): void => void parts.push(`${done}/${total}`);
  valueOf(workbench.reverseInParts('undo', { part: 10, write: (run) => run(), onPart }));
  expect([workbench.reversalSize('redo'), parts]).toEqual([25, ['10/25', '20/25', '25/25']]);
  expect(workbench.documents()).toEqual([]);
  valueOf(workbench.call('history.redo', {}));
  expect(workbench.documents().length).toBe(25);
});

test('a connection that only reads leaves to others what copy finding has to do, and answers what is known', () => {
  importAll(...Array.from({ length: 12 }, (_, at) => article(`copy ${at}`, `${story} Then came number ${at}x.`)));
  const reader = opened(openProject(workbench.path, systemIdentity, 0));
  valueOf(workbench.reverseInParts('undo', { part: 100, write: (run) => run(), onPart: () => undefined }));
  valueOf(workbench.call('history.redo', {}));
  expect(reader.settle()).toBe(reader.unsettled() === 0);
  workbench.settle(Infinity);
  const found = valueOf(reader.call('copies.find', { document: idOf('copy 3'), span: { start: 0, end: 40 } }));
  expect(found.occurrences.length).toBe(12);
});
