import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { rawZip, type RawEntry } from '../archive/testing/raw-zip.ts';
import { openSource } from './open-source.ts';
import { diskFile, SourceFault, wholeFileLimit, type SourceFile } from './source.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'variorum-source-'));
  return () => rmSync(folder, { recursive: true, force: true });
});

const at = (name: string): string => join(folder, name);

async function textOf(file: SourceFile): Promise<string> {
  const bytes = await file.bytes();
  const pieces: Uint8Array[] = [];
  for await (const piece of file.pieces()) pieces.push(piece);
  const text = Buffer.concat(pieces).toString();
  expect(bytes).toEqual({ ok: true, value: Buffer.from(text) });
  expect(file.size).toBe(Buffer.byteLength(text));
  return text;
}

/** `path: text` of every file, or why it cannot be opened. */
async function opened(path: string): Promise<string | readonly string[]> {
  const source = await openSource(path);
  if (!source.ok) return source.error;
  const files: string[] = [];
  for (const file of source.value.files) files.push(`${file.path}: ${await textOf(file)}`);
  source.value.close();
  return files;
}

function zipped(entries: readonly RawEntry[], name = 'set.zip'): string {
  writeFileSync(at(name), rawZip(entries));
  return at(name);
}

describe('a source', () => {
  it('is one file', async () => {
    writeFileSync(at('set.jsonl'), 'one');
    expect(await opened(at('set.jsonl'))).toEqual(['set.jsonl: one']);
  });

  it('is a folder with the folders in it, without hidden files and links', async () => {
    mkdirSync(at('set/b/c'), { recursive: true });
    for (const name of ['set/a.ann', 'set/b/a.ann', 'set/b/c/a.ann', 'set/.hidden']) writeFileSync(at(name), 'x');
    symlinkSync('/etc/passwd', at('set/passwd.txt'));
    const expected = ['a.ann: x', 'b/a.ann: x', 'b/c/a.ann: x'];
    expect(await opened(at('set'))).toEqual(expected);
    expect(await opened(`${at('set')}/`)).toEqual(expected);
  });

  it.each(['set.zip', 'set.qdpx', 'set'])('is an archive, whatever it is called: %s', async (name) => {
    const path = zipped([{ name: 'b/a.txt', data: 'One.' }, { name: 'ü.txt' }], name);
    expect(await opened(path)).toEqual(['b/a.txt: One.', 'ü.txt: ']);
  });

  it.each([
    ['not there', 'none.jsonl', 'There is no “none.jsonl”. Check the path.'],
    ['empty', 'empty.jsonl', '“empty.jsonl” is empty (0 bytes).'],
    ['in a file', 'empty.jsonl/x', '“x” cannot be read (ENOTDIR).'],
    ['of a name that is too long', 'x'.repeat(300), `“${'x'.repeat(79)}…” cannot be read (ENAMETOOLONG).`],
    ['of a name that turns the writing', 'a\u202eb', String.raw`There is no “a\u202eb”. Check the path.`],
  ])('that is %s is refused', async (_, name, why) => {
    writeFileSync(at('empty.jsonl'), '');
    expect(await opened(at(name))).toBe(why);
  });

  it.skipIf(process.platform === 'win32')('that is a pipe is refused, and nobody waits for it', async () => {
    execFileSync('mkfifo', [at('pipe')]);
    expect(await opened(at('pipe'))).toBe('“pipe” is neither a file nor a folder.');
  });

  it.skipIf(process.seteuid === undefined)('that may not be read is refused', async () => {
    const isRoot = process.getuid?.() === 0;
    chmodSync(folder, 0o755);
    writeFileSync(at('locked.jsonl'), 'x');
    chmodSync(at('locked.jsonl'), 0);
    mkdirSync(at('locked'), { mode: 0 });
    if (isRoot) process.seteuid?.(65_534);
    try {
      expect(await opened(at('locked.jsonl'))).toBe('“locked.jsonl” cannot be read (EACCES).');
      expect(await opened(at('locked'))).toContain('cannot be read (permission denied)');
    } finally {
      if (isRoot) process.seteuid?.(0);
    }
  });
});

describe('an archive that wants to do harm is refused before anything of it is read', () => {
  const bomb = (): RawEntry => ({ name: 'bomb.txt', data: Buffer.alloc(8 * 1024 * 1024) });

  it.each<[string, readonly RawEntry[], string]>([
    ['a path out of it', [{ name: '../evil.txt', data: 'x' }], 'leads out of the archive'],
    ['a path out of it on Windows', [{ name: '..\\evil.txt', data: 'x' }], 'leads out of the archive'],
    ['a path from the root', [{ name: '/etc/evil.txt', data: 'x' }], 'leads out of the archive'],
    ['a drive', [{ name: 'C:\\evil.txt', data: 'x' }], 'leads out of the archive'],
    ['a link', [{ name: 'link.txt', data: '/etc/passwd', mode: 0o120777 }], 'a link to another file'],
    ['names that are one on some systems', [{ name: 'A.txt' }, { name: 'a.txt' }], 'one name on many systems'],
    ['a bomb', [bomb()], 'would grow'],
    [
      'entries that share their contents',
      [
        { name: 'a', data: 'x' },
        { name: 'b', data: 'x', sharedWith: 0 },
      ],
      'lie over one another',
    ],
    ['an encrypted entry', [{ name: 'a', data: 'x', flags: 1 }], 'encrypted'],
  ])('for %s', async (_, entries, why) => expect(await opened(zipped(entries))).toContain(why));

  it('for being cut short', async () => {
    writeFileSync(at('cut.zip'), rawZip([{ name: 'a', data: 'x'.repeat(1000) }]).subarray(0, 60));
    expect(await opened(at('cut.zip'))).toContain('is no whole zip archive');
  });

  it.each<[string, RawEntry, string]>([
    ['another size', { name: 'a.txt', data: 'One.', size: 3 }, 'does not have the 3 bytes'],
    ['another checksum', { name: 'a.txt', data: 'One.', checksum: 1 }, 'is damaged'],
  ])('or told where an entry of it has %s', async (_, entry, why) => {
    const source = await openSource(zipped([entry]));
    if (!source.ok) return expect(source.error).toContain(why);
    const [file] = source.value.files;
    const bytes = await file?.bytes();
    expect(bytes?.ok === false && bytes.error).toContain(why);
    const pieces = async (): Promise<void> => {
      for await (const piece of file?.pieces() ?? []) expect(piece).toBeDefined();
    };
    const fault = await pieces().catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(SourceFault);
    expect(fault).toHaveProperty('message', bytes?.ok === false ? bytes.error : '');
    source.value.close();
  });
});

describe('a file of the disk', () => {
  it('that goes away is told of when it is read', async () => {
    writeFileSync(at('a'), 'x');
    const file = diskFile(at('a'));
    rmSync(at('a'));
    expect(await file.bytes()).toEqual({ ok: false, error: '“a” cannot be read (ENOENT).' });
    expect(diskFile(at('a')).size).toBe(0);
  });

  it('that is too large to be held is refused whole, but not in pieces', async () => {
    writeFileSync(at('large'), '');
    execFileSync('truncate', ['-s', String(wholeFileLimit + 1), at('large')]);
    const file = diskFile(at('large'));
    expect(await file.bytes()).toEqual({
      ok: false,
      error: '“large” has 257 MB; 256 MB is the most that is read as one piece.',
    });
    for await (const piece of file.pieces()) {
      expect(piece.length).toBe(256 * 1024);
      break;
    }
  });
});
