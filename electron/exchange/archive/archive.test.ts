import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import * as fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { archiveRefusalSentence } from './archive-refusal.ts';
import { openArchive } from './archive.ts';
import type { ArchiveLimits } from './limits.ts';
import { rawZip, type RawEntry } from './testing/raw-zip.ts';
import { writeArchive, type EntryToWrite } from './write.ts';

const folder = mkdtempSync(join(tmpdir(), 'variorum-archive-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function zipOf(entries: Iterable<EntryToWrite>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of writeArchive(entries)) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** What is said when the archive is opened and everything in it is read. */
async function outcome(bytes: Uint8Array, limits: Partial<ArchiveLimits> = {}): Promise<string> {
  const archive = await openArchive({ file: 'a.zip', bytes }, limits);
  if (!archive.ok) return archiveRefusalSentence(archive.error);
  for (const entry of archive.value.entries) {
    const contents = await archive.value.read(entry);
    if (!contents.ok) return archiveRefusalSentence(contents.error);
  }
  return 'read';
}

const usual: RawEntry = { name: 'one.txt', data: 'One.' };

describe('an archive', () => {
  it('is read from a file or from memory, folders left out', async () => {
    const bytes = rawZip([
      { name: 'f/', data: '' },
      { name: 'f\\one.txt', data: 'One.' },
      { name: 'ü.txt', data: '' },
    ]);
    writeFileSync(join(folder, 'good.zip'), bytes);
    for (const source of [join(folder, 'good.zip'), { file: 'good.zip', bytes }]) {
      const archive = await openArchive(source);
      if (!archive.ok) throw new Error(archiveRefusalSentence(archive.error));
      expect(archive.value.entries.map(({ name, size }) => [name, size])).toEqual([
        ['f/one.txt', 4],
        ['ü.txt', 0],
      ]);
      const [first] = archive.value.entries;
      const contents = first === undefined ? null : await archive.value.read(first);
      expect(contents?.ok === true && Buffer.from(contents.value).toString()).toBe('One.');
      archive.value.close();
    }
  });

  it('that holds nothing is read as such', async () => expect(await outcome(rawZip([]))).toBe('read'));

  it('that is missing is said to be', async () => {
    const archive = await openArchive(join(folder, 'none.zip'));
    expect(archive.ok ? '' : archiveRefusalSentence(archive.error)).toContain('there is no such file');
  });

  it('may hold 60,000 entries', async () => {
    const bytes = rawZip(Array.from({ length: 60_000 }, (_, at) => ({ name: `a${at}.txt`, data: 'x', method: 0 })));
    writeFileSync(join(folder, 'many.zip'), bytes);
    const archive = await openArchive(join(folder, 'many.zip'));
    expect(archive.ok && archive.value.entries.length).toBe(60_000);
  });
});

describe('an archive is refused', () => {
  it.each([
    '../evil.txt',
    '..\\evil.txt',
    '/etc/evil.txt',
    'C:\\evil.txt',
    'a/../../evil.txt',
    '\\\\host\\evil',
    'a/.. /b',
  ])('for a path that leads out of it: %s', async (name) => {
    const said = await outcome(rawZip([usual, { name, data: 'Evil.' }]));
    expect(said).toContain('a path that leads out of the archive');
    expect(said).toContain(name.replaceAll('\\', '/'));
  });

  it.each([
    ['a link', { name: 'link.txt', data: '/etc/passwd', mode: 0o120777 }, 'holds “link.txt”, a link to another file'],
    ['a device', { name: 'null.txt', mode: 0o020666 }, '“null.txt”, which is neither a file nor a folder'],
    ['an encrypted entry', { name: 'secret.txt', data: 'x', flags: 1 }, '“secret.txt”, which is encrypted'],
    ['a name with NUL', { name: 'a\u0000.txt' }, 'a name with a character that no file may have'],
    ['an empty name', { name: '' }, 'a name with a character'],
    ['a way of packing', { name: 'b.txt', data: 'x', method: 12 }, '“b.txt” is packed in a way (12)'],
  ] as const)('for %s', async (_what, entry, said) => expect(await outcome(rawZip([usual, entry]))).toContain(said));

  it.each([
    ['the same', 'one.txt', 'one.txt'],
    ['the same without case', 'A.txt', 'a.txt'],
    ['the same when composed', 'e\u0301.txt', '\u00e9.txt'],
    ['a file and a folder', 'a/', 'a'],
  ])('for two names that are %s', async (_what, one, other) => {
    const said = await outcome(rawZip([{ name: one }, { name: other }]));
    expect(said).toContain(`holds “${other}” and “${one}”, which are one name`);
  });

  it('for entries that share their contents', async () => {
    const bomb = Array.from({ length: 50 }, (_, at) => ({
      name: `b${at}`,
      data: 'x',
      sharedWith: at === 0 ? undefined : 0,
    }));
    expect(await outcome(rawZip(bomb))).toMatch(/the entries “b1” and “b0” lie over one another/u);
  });

  it('for an entry that lies over the next one', async () => {
    const inner = rawZip([{ name: 'inner', data: 'y'.repeat(100), method: 0 }]);
    const bytes = rawZip([{ name: 'outer', data: inner, method: 0 }, { name: 'two' }]);
    // The second record is made to point into the first entry.
    const at = bytes.lastIndexOf(Buffer.from('two')) - 4;
    bytes.writeUInt32LE(35, at);
    expect(await outcome(bytes)).toContain('lie over one another');
  });

  it('for an entry that grows more than 200 times', async () => {
    const data = new Uint8Array(64 * 1024 * 1024);
    expect(await outcome(rawZip([usual, { name: 'zeros.txt', data }]))).toContain('“zeros.txt” would grow');
  });

  it('for more than 100,000 entries, and for the size of one and of all', async () => {
    expect(await outcome(rawZip([usual], { count: 0 }))).toContain('it has more entries than it says');
    expect(await outcome(rawZip([usual, { name: 'two' }]), { entries: 1 })).toContain('holds 2 entries; 1 is the most');
    expect(await outcome(rawZip([usual]), { entry: 3 })).toContain('the entry “one.txt” has 1 MB');
    expect(await outcome(rawZip([usual, { name: 'two', data: '12' }]), { total: 5 })).toContain('would unpack to');
  });

  it.each([
    ['less than it has', { size: 2 }],
    ['more than it has', { size: 9 }],
  ])('where an entry says that it has %s', async (_what, lie) => {
    const said = await outcome(rawZip([{ ...usual, ...lie }]));
    expect(said).toMatch(/“one.txt” (does not have the|cannot be unpacked \(it is larger)/u);
  });

  it('where a large entry says that it has 10 bytes, after few of them', async () => {
    const data = Buffer.alloc(50_000_000, 'ab');
    const bytes = rawZip([{ name: 'lie.txt', packed: deflateRawSync(data), data: '0123456789' }]);
    expect(await outcome(bytes)).toContain('“lie.txt” cannot be unpacked (it is larger than it says)');
  });

  it.each([
    ['its checksum', { checksum: 1 }, 'is damaged (its checksum differs)'],
    ['its name at its place', { localName: 'two.txt' }, 'is called “two.txt” where its contents lie'],
    ['its packed bytes', { packed: Buffer.from([0xff, 0xff]) }, 'its packed data are damaged'],
  ])('where %s is wrong', async (_what, lie, said) =>
    expect(await outcome(rawZip([{ ...usual, ...lie }]))).toContain(said),
  );

  it('wherever it is cut', async () => {
    const bytes = rawZip([usual, { name: 'two.txt', data: 'Two.' }]);
    for (let length = 0; length < bytes.length; length += 1) {
      expect(await outcome(bytes.subarray(0, length))).toContain('is no whole zip archive');
    }
  });

  it('or read, but never crashes, whatever byte of it is changed', async () => {
    const bytes = rawZip([usual, { name: 'two.txt', data: 'Two.'.repeat(100) }]);
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.nat(255), async (at, byte) => {
        const changed = Buffer.from(bytes);
        changed[at] = byte;
        expect(await outcome(changed)).toMatch(/./u);
      }),
      { numRuns: 500 },
    );
  });
});

describe('an archive that is written', () => {
  it('is read with the same names and contents in the same order, and has the same bytes each time', async () => {
    const name = fc.stringMatching(/^[a-zé😀]{1,8}(\/[a-z]{1,8})?\.txt$/u);
    const contents = fc.array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.uint8Array()), { maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(fc.tuple(name, contents), { selector: ([path]) => path }), async (entries) => {
        const toWrite = entries.map(([path, chunks], at) => ({ path, chunks, stored: at === 0 }));
        const bytes = await zipOf(toWrite);
        expect((await zipOf(toWrite)).equals(bytes)).toBe(true);
        const archive = await openArchive({ file: 'w.zip', bytes });
        if (!archive.ok) throw new Error(archiveRefusalSentence(archive.error));
        const read = await Promise.all(
          archive.value.entries.map(async (entry) => [entry, await archive.value.read(entry)] as const),
        );
        expect(
          read.map(([entry, result]) => [entry.name, result.ok && Buffer.from(result.value).toString('hex')]),
        ).toEqual(
          entries.map(([path, chunks]) => [
            path,
            Buffer.concat(chunks.map((chunk) => Buffer.from(chunk))).toString('hex'),
          ]),
        );
      }),
      { numRuns: 50 },
    );
  });

  it('gives large entries as they come, and leaves them when it is left', async () => {
    let given = 0;
    let isClosed = false;
    function* chunks(): Generator<Uint8Array> {
      try {
        for (; given < 400; given += 1) yield Buffer.from(Array.from({ length: 5000 }, () => Math.random()).join());
      } finally {
        isClosed = true;
      }
    }
    for await (const piece of writeArchive([{ path: 'large.txt', chunks: chunks() }])) if (piece.length > 1000) break;
    expect(given).toBeLessThan(100);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(isClosed).toBe(true);
  });

  it('holds an entry of many megabytes whole', async () => {
    const chunk = Buffer.from(Array.from({ length: 5000 }, (_, at) => at * 7919).join());
    const bytes = await zipOf([
      { path: 'large.txt', chunks: Array.from({ length: 200 }, () => chunk) },
      { path: 'b', chunks: ['b'] },
    ]);
    expect(await outcome(bytes)).toBe('read');
  });

  it('tells what the chunks of an entry throw', async () => {
    function* failing(): Generator<string> {
      yield 'x'.repeat(3_000_000);
      throw new Error('the disk is gone');
    }
    await expect(zipOf([{ path: 'a', chunks: failing() }])).rejects.toThrow('the disk is gone');
  });

  it('may have more entries than the old format counts', async () => {
    const bytes = await zipOf(Array.from({ length: 70_000 }, (_, at) => ({ path: `a${at}`, chunks: ['x'] })));
    const archive = await openArchive({ file: 'w.zip', bytes });
    expect(archive.ok && archive.value.entries.length).toBe(70_000);
  });
});
