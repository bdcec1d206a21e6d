import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { Result } from '#shared/text/result.ts';
import { openArchive } from '../archive/archive.ts';
import type { ExportFailure } from '../export-failure.ts';
import type { SetFile } from './format.ts';
import { targetOf, writeTargetFiles, type SetTarget } from './target.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'variorum-target-'));
  return () => rmSync(folder, { recursive: true, force: true });
});

const at = (...names: readonly string[]): string => join(folder, ...names);
const contents = (name: string): string => readFileSync(at(name), 'utf8');
const main = (text: string): SetFile => ({ path: '', chunks: [text] });
const schema = (text: string): SetFile => ({ path: '.schema.json', chunks: [text] });
const proved = async (): Promise<null> => Promise.resolve(null);
const isRoot = process.getuid?.() === 0;

type Kind = SetTarget['kind'];
const target = (name: string, kind: Kind = 'file', overwrite = false): SetTarget => ({
  path: at(name),
  kind,
  overwrite,
});

async function outcome(
  where: SetTarget,
  files: Iterable<SetFile>,
  prove: Parameters<typeof writeTargetFiles>[2] = proved,
): Promise<string> {
  return said(await writeTargetFiles(where, files, prove));
}

const said = (done: Result<readonly string[], ExportFailure>): string =>
  done.ok ? done.value.map((path) => path.replace(`${folder}/`, '')).join(' ') : done.error.type;

describe('where an export goes', () => {
  it.each([
    ['file', 'set.jsonl', 'file'],
    ['file', 'set.zip', 'file'],
    ['files', 'set', 'folder'],
    ['files', 'set.ZIP', 'archive'],
    ['files', 'set.ann', 'ExportNeedsFolder'],
    ['files', 'folder.ann', 'folder'],
    ['archive', 'set.qdpx', 'archive'],
  ] as const)('in a format of one %s at “%s”: %s', (layout, name, expected) => {
    mkdirSync(at('folder.ann'));
    const found = targetOf(at(name), { layout, endings: ['.ann'] }, { overwrite: false });
    expect(found.ok ? found.value.kind : found.error.type).toBe(expected);
  });
});

describe('a file', () => {
  it('is written whole, with those beside it, and nothing else is left', async () => {
    expect(await outcome(target('set.jsonl'), [main('one\n'), schema('{}')])).toBe('set.jsonl set.schema.json');
    expect([contents('set.jsonl'), contents('set.schema.json')]).toEqual(['one\n', '{}']);
    expect(readdirSync(folder).toSorted()).toEqual(['set.jsonl', 'set.schema.json']);
  });

  it('may be of many pieces, of text and bytes, made as they are asked for', async () => {
    const chunks = function* (): Generator<string | Uint8Array> {
      for (let number = 0; number < 300_000; number += 1) yield 'ü😀 12345';
      yield Buffer.from([0, 255]);
      yield 'end';
    };
    expect(await outcome(target('a.jsonl'), [{ path: '', chunks: chunks() }])).toBe('a.jsonl');
    const expected = Buffer.concat([
      Buffer.from('ü😀 12345'.repeat(300_000)),
      Buffer.from([0, 255]),
      Buffer.from('end'),
    ]);
    expect(readFileSync(at('a.jsonl')).equals(expected)).toBe(true);
  });

  it('is replaced only where that is allowed, and then with what lies beside it', async () => {
    const files = [main('new'), schema('new')];
    writeFileSync(at('set.jsonl'), 'old');
    expect([await outcome(target('set.jsonl'), files), contents('set.jsonl')]).toEqual(['ExportExists', 'old']);
    writeFileSync(at('set.schema.json'), 'old');
    await outcome(target('set.jsonl', 'file', true), files);
    expect([contents('set.jsonl'), contents('set.schema.json')]).toEqual(['new', 'new']);
    expect(readdirSync(folder).length).toBe(2);
  });

  it('is not written where a file of somebody else would have to be replaced beside it', async () => {
    writeFileSync(at('set.schema.json'), 'mine');
    expect(await outcome(target('set.jsonl'), [main('x'), schema('{}')])).toBe('ExportExists');
    expect([contents('set.schema.json'), readdirSync(folder)]).toEqual(['mine', ['set.schema.json']]);
  });

  it('that came there while it was written is not replaced, and nothing is left beside it', async () => {
    const meanwhile = async (): Promise<null> => {
      writeFileSync(at('set.jsonl'), 'theirs');
      return Promise.resolve(null);
    };
    expect(await outcome(target('set.jsonl'), [main('x'), schema('{}')], meanwhile)).toBe('ExportExists');
    expect([contents('set.jsonl'), readdirSync(folder)]).toEqual(['theirs', ['set.jsonl']]);
  });

  it.each(['set.jsonl', 'set.schema.json'])('that is a project is never replaced: %s', async (name) => {
    writeFileSync(at(name), 'SQLite format 3\u0000 and more');
    expect(await outcome(target('set.jsonl', 'file', true), [main('x'), schema('{}')])).toBe('ExportIsProject');
    expect([contents(name).slice(0, 6), readdirSync(folder)]).toEqual(['SQLite', [name]]);
  });

  it('that is a link stays one: what it leads to is replaced', async () => {
    mkdirSync(at('real'));
    writeFileSync(at('real', 'set.jsonl'), 'old');
    symlinkSync(at('real', 'set.jsonl'), at('link.jsonl'));
    await outcome(target('link.jsonl', 'file', true), [main('new'), schema('{}')]);
    expect([contents('real/set.jsonl'), contents('real/set.schema.json'), contents('link.jsonl')]).toEqual([
      'new',
      '{}',
      'new',
    ]);
    expect(readdirSync(folder).toSorted()).toEqual(['link.jsonl', 'real']);
  });

  it('that is not proved leaves what was there, and nothing else', async () => {
    writeFileSync(at('set.jsonl'), 'old');
    const wrong = async (): Promise<string> => Promise.resolve('another text');
    const done = await writeTargetFiles(target('set.jsonl', 'file', true), [main('new'), schema('{}')], wrong);
    expect(done).toMatchObject({ ok: false, error: { type: 'ExportNotVerified' } });
    expect(done.ok ? '' : done.error.message).toContain('another text');
    expect([contents('set.jsonl'), readdirSync(folder)]).toEqual(['old', ['set.jsonl']]);
  });

  it('is proved as it lies on the disk, before it is in its place', async () => {
    let seen = '';
    await outcome(target('set.jsonl'), [main('one')], async ({ files }) => {
      seen = files.map((file) => readFileSync(file.at, 'utf8')).join('');
      expect(existsSync(at('set.jsonl'))).toBe(false);
      return Promise.resolve(null);
    });
    expect(seen).toBe('one');
  });

  it('keeps its permissions', async () => {
    writeFileSync(at('set.jsonl'), 'old');
    chmodSync(at('set.jsonl'), 0o640);
    await outcome(target('set.jsonl', 'file', true), [main('new')]);
    expect(statSync(at('set.jsonl')).mode & 0o777).toBe(0o640);
  });

  it.each([
    ['in a folder that is not there', 'none/set.jsonl', 'ExportFolderMissing'],
    ['in a file', 'file/set.jsonl', 'ExportFolderMissing'],
    ['where a folder is', 'folder', 'ExportIsFolder'],
    ['of a name that is too long', 'x'.repeat(300), 'ExportNotWritable'],
  ])('%s is refused', async (_, name, type) => {
    mkdirSync(at('folder'));
    writeFileSync(at('file'), '');
    expect(await outcome(target(name, 'file', true), [main('x')])).toBe(type);
    expect(readdirSync(folder).toSorted()).toEqual(['file', 'folder']);
  });

  it.skipIf(process.platform === 'win32')('where a pipe is is refused', async () => {
    execFileSync('mkfifo', [at('pipe')]);
    expect(await outcome(target('pipe', 'file', true), [main('x')])).toBe('ExportNotRegular');
  });
});

describe('a set that fails while it is written', () => {
  const failing = function* (error: Error): Generator<SetFile> {
    yield { path: 'a.txt', chunks: ['a'] };
    const chunks = function* (): Generator<string> {
      yield 'b';
      throw error;
    };
    yield { path: 'b.txt', chunks: chunks() };
  };

  it.each<Kind>(['file', 'folder', 'archive'])('leaves nothing behind: %s', async (kind) => {
    await expect(writeTargetFiles(target('set', kind), failing(new Error('a bug')), proved)).rejects.toThrow('a bug');
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each<Kind>(['file', 'folder', 'archive'])('for want of space is refused, and leaves nothing: %s', async (kind) => {
    const full = Object.assign(new Error('no space'), { code: 'ENOSPC' });
    expect(await outcome(target('set', kind), failing(full))).toBe('DiskFull');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is told to stop making files', async () => {
    let isStopped = false;
    const files = function* (): Generator<SetFile> {
      try {
        yield* failing(new Error('a bug'));
      } finally {
        isStopped = true;
      }
    };
    await expect(writeTargetFiles(target('set', 'folder'), files(), proved)).rejects.toThrow('a bug');
    expect(isStopped).toBe(true);
  });
});

describe('a folder', () => {
  const files: readonly SetFile[] = [
    { path: 'a.txt', chunks: ['a'] },
    { path: 'b/c.txt', chunks: ['c'] },
  ];

  it('is made with all of its files', async () => {
    expect(await outcome(target('set', 'folder'), files)).toBe('set/a.txt set/b/c.txt');
    expect([contents('set/a.txt'), contents('set/b/c.txt'), readdirSync(folder)]).toEqual(['a', 'c', ['set']]);
  });

  it('that is there must be empty', async () => {
    mkdirSync(at('set'));
    expect(await outcome(target('set', 'folder'), files)).toBe('set/a.txt set/b/c.txt');
    expect(await outcome(target('set', 'folder', true), files)).toBe('ExportFolderNotEmpty');
    expect(readdirSync(at('set')).toSorted()).toEqual(['a.txt', 'b']);
  });

  it('that is a link to an empty one stays a link', async () => {
    mkdirSync(at('real'));
    symlinkSync(at('real'), at('link'));
    expect(await outcome(target('link', 'folder'), files)).toBe('real/a.txt real/b/c.txt');
    expect([contents('link/a.txt'), contents('real/a.txt')]).toEqual(['a', 'a']);
  });

  it('may have no files at all', async () => {
    expect(await outcome(target('set', 'folder'), [])).toBe('');
    expect(readdirSync(at('set'))).toEqual([]);
  });

  it.each([
    ['where a file is', 'file', 'ExportNotFolder'],
    ['in a folder that is not there', 'none/set', 'ExportFolderMissing'],
  ])('%s is refused', async (_, name, type) => {
    writeFileSync(at('file'), '');
    expect(await outcome(target(name, 'folder', true), files)).toBe(type);
    expect(readdirSync(folder)).toEqual(['file']);
  });

  it.each(['../evil.txt', '/evil.txt', 'a/../../evil.txt', ''])(
    'never has a file outside of itself: “%s”',
    async (path) => {
      await expect(writeTargetFiles(target('set', 'folder'), [{ path, chunks: ['x'] }], proved)).rejects.toThrow(
        RangeError,
      );
      expect(readdirSync(folder)).toEqual([]);
    },
  );
});

describe('an archive', () => {
  it('has all files in it', async () => {
    const files: readonly SetFile[] = [
      { path: 'a.txt', chunks: ['a'] },
      { path: 'b/ü.txt', chunks: [Buffer.from('c')] },
    ];
    expect(await outcome(target('set.zip', 'archive'), files)).toBe('set.zip');
    const archive = await openArchive(at('set.zip'));
    if (!archive.ok) throw new Error(archive.error.type);
    onTestFinished(archive.value.close);
    expect(archive.value.entries.map(({ name }) => name)).toEqual(['a.txt', 'b/ü.txt']);
    expect(readdirSync(folder)).toEqual(['set.zip']);
  });
});

describe.skipIf(!canMount())('a disk that is full (a small tmpfs, mounted by root)', () => {
  it.each<Kind>(['file', 'folder', 'archive'])('is told, and what lay there still does: %s', async (kind) => {
    mkdirSync(at('disk'));
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', at('disk')]);
    try {
      writeFileSync(at('disk', 'kept'), 'kept');
      const noise = randomBytes(1024 * 1024);
      expect(await outcome(target('disk/set', kind), [{ path: 'a.txt', chunks: [noise] }])).toBe('DiskFull');
      expect([readdirSync(at('disk')), contents('disk/kept')]).toEqual([['kept'], 'kept']);
    } finally {
      execFileSync('umount', [at('disk')]);
    }
  });
});

describe.skipIf(isRoot && process.seteuid === undefined)('a folder that may not be written to', () => {
  it.each<Kind>(['file', 'folder', 'archive'])('is told: %s', async (kind) => {
    mkdirSync(at('locked'));
    chmodSync(folder, 0o755);
    chmodSync(at('locked'), 0o555);
    if (isRoot) process.seteuid?.(65_534);
    try {
      expect(await outcome(target('locked/set', kind), [{ path: 'a', chunks: ['x'] }])).toBe('ExportNotWritable');
    } finally {
      if (isRoot) process.seteuid?.(0);
    }
    expect(readdirSync(at('locked'))).toEqual([]);
  });
});

function canMount(): boolean {
  if (!isRoot || process.platform !== 'linux') return false;
  const probe = mkdtempSync(join(tmpdir(), 'variorum-mount-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', probe], { stdio: 'ignore' });
    execFileSync('umount', [probe], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  } finally {
    rmSync(probe, { recursive: true, force: true });
  }
}
