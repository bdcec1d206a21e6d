import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rawZip } from '#electron/exchange/archive/testing/raw-zip.ts';
import { commandLine, type CommandLine } from '../testing/command-line.ts';

interface Entry {
  readonly document: string;
  readonly documentId: string | null;
  readonly status: string;
  readonly reason: string;
  readonly path: string;
  readonly line: number | null;
}

async function project(files: Readonly<Record<string, string | Uint8Array>>): Promise<CommandLine> {
  const line = commandLine();
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(line.folder, name)), { recursive: true });
    writeFileSync(join(line.folder, name), content);
  }
  await line.json('new', 'p.variorum', '--annotator', 'Anna');
  return line;
}

const jsonLines = (objects: readonly unknown[]): string => objects.map((one) => `${JSON.stringify(one)}\n`).join('');
const numbered = (count: number): readonly unknown[] =>
  Array.from({ length: count }, (_, at) => ({ id: `n${at}`, text: `Ship ${at} has left the harbour.` }));
const names = async (line: CommandLine): Promise<readonly string[]> =>
  (await line.json<readonly { readonly name: string }[]>('documents', 'p.variorum')).map(({ name }) => name);

describe('import of articles, one a line', () => {
  it('tells what became of them in one line, and names each that was refused', async () => {
    const twice = { id: 'a', text: 'A ship has left.' };
    const line = await project({
      'big.jsonl': `${jsonLines([twice, { id: 'b', text: 'Two.' }, twice])}nonsense\n{"id":"c"}\n`,
    });
    const { status, stdout, stderr } = await line.run('import', 'p.variorum', 'big.jsonl');
    expect([status, stdout.split('\n')[0]]).toEqual([0, '2 added, 1 already there, 2 refused.']);
    expect(stderr.split('\n')).toEqual([
      'variorum: big.jsonl line 4: the line is not JSON. Write one object, {"text": "…"}, on each line.',
      'variorum: big.jsonl line 5: the object has neither “text” nor “content”. There is nothing to import.',
      '',
    ]);
  });

  it('names twenty refused lines and counts the others; --json has all', async () => {
    const line = await project({ 'big.jsonl': `${'nonsense\n'.repeat(1017)}${jsonLines([{ text: 'One.' }])}` });
    const { stdout, stderr } = await line.run('import', 'p.variorum', 'big.jsonl');
    expect(stdout).toMatch(/^1 added, 0 already there, 1,017 refused\.\n/u);
    const sentences = stderr.trimEnd().split('\n');
    expect(sentences).toHaveLength(21);
    expect(sentences[20]).toBe('variorum: big.jsonl: and 997 more. --json names them all.');
    const entries = await line.json<readonly Entry[]>('import', 'p.variorum', 'big.jsonl');
    expect(entries.map(({ line: at }) => at)).toEqual(Array.from({ length: 1018 }, (_, at) => at + 1));
    expect(entries.at(-1)).toMatchObject({ document: 'big.jsonl:1018', status: 'already there', path: 'big.jsonl' });
  });

  it('keeps who published an article and when', async () => {
    const given = { id: 'a', title: 'A fire', source: 'The Planet', date: '2015-01-01', text: 'It burnt.' };
    const line = await project({ 'big.jsonl': jsonLines([given, { id: 'b', text: 'Two.' }]) });
    await line.json('import', 'p.variorum', 'big.jsonl');
    expect(await line.json('documents', 'p.variorum')).toMatchObject([
      { name: 'a', title: 'A fire', source: 'The Planet', date: '2015-01-01' },
      { name: 'b', source: '', date: '' },
    ]);
    expect((await line.run('documents', 'p.variorum')).stdout).toContain('The Planet  2015-01-01  A fire');
    expect(await line.json('rebuild', 'p.variorum')).toMatchObject({ differed: [] });
  });

  it('is one step of undo and of redo, however many batches it took', async () => {
    const line = await project({ 'big.jsonl': jsonLines(numbered(150)), 'a.txt': 'A story.' });
    await line.json('import', 'p.variorum', 'a.txt');
    await line.json('import', 'p.variorum', 'big.jsonl');
    expect(await names(line)).toHaveLength(151);
    await line.json('undo', 'p.variorum');
    expect(await names(line)).toEqual(['a.txt']);
    await line.json('redo', 'p.variorum');
    expect(await names(line)).toHaveLength(151);
  });

  it('takes files of every kind in one import, in the order given', async () => {
    const line = await project({
      'a.txt': 'A story.',
      'big.ndjson': jsonLines(numbered(2)),
      'b.md': '# Another\n\nStory.',
    });
    const entries = await line.json<readonly Entry[]>(
      'import',
      'p.variorum',
      'a.txt',
      'big.ndjson',
      'none.txt',
      'b.md',
    );
    expect(entries.map(({ document, status, line: at }) => [document, status, at])).toEqual([
      ['a.txt', 'added', null],
      ['n0', 'added', 1],
      ['n1', 'added', 2],
      ['none.txt', 'refused', null],
      ['b.md', 'added', null],
    ]);
    await line.json('undo', 'p.variorum');
    expect(await names(line)).toEqual([]);
  });

  it('says which field was left out', async () => {
    const line = await project({ 'big.jsonl': jsonLines([{ id: 'a', source: { name: 'P' }, text: 'One.' }]) });
    expect(await line.json('import', 'p.variorum', 'big.jsonl')).toMatchObject([
      { status: 'added', reason: 'Its “source” is an object, not text; it was left out.' },
    ]);
    expect((await line.run('import', 'p.variorum', 'big.jsonl')).stdout).toContain(
      'Left out or changed on the way in 1 of them.',
    );
  });

  it('is refused where every line is', async () => {
    const line = await project({ 'big.jsonl': 'nonsense\n[]\n' });
    const before = await line.json('log', 'p.variorum');
    const { status, stdout } = await line.run('import', 'p.variorum', 'big.jsonl');
    expect([status, stdout]).toEqual([1, '']);
    expect(await line.json('log', 'p.variorum')).toEqual(before);
  });
});

describe('an article that is odd is a document like any other', () => {
  it.each([
    ['only punctuation', '… — !? «»'],
    ['only digits', '2015 2016 30,000'],
    ['one letter', 'a'],
    ['emoji only', '😀👩‍👩‍👧 🇺🇦'],
    ['written from right to left', 'שלום עולם, אמר השר ביום שני בבוקר'],
    ['in mixed scripts', 'Kyiv Київ 基輔は大きい كييف ก้าวหน้า'],
    ['with CR LF at line ends', 'One ship.\r\n\r\nTwo ships.\r\n'],
  ])('%s, also a second time under another id', async (_what, text) => {
    const line = await project({
      'big.jsonl': jsonLines([
        { id: 'a', text },
        { id: 'b', text },
      ]),
    });
    const entries = await line.json<readonly Entry[]>('import', 'p.variorum', 'big.jsonl');
    expect(entries.map(({ status, reason }) => [status, reason])).toEqual([
      ['added', ''],
      ['added', 'Its text is the same as that of “a”.'],
    ]);
    const length = text.replaceAll('\r\n', '\n').length;
    expect(await line.json('documents', 'p.variorum')).toMatchObject([{ length }, { length }]);
    expect(await line.json('rebuild', 'p.variorum')).toMatchObject({ differed: [] });
  });

  it('of 10 MB', async () => {
    const text = Array.from(
      { length: 180_000 },
      (_, at) => `Ship number ${at} has left the harbour of town ${at % 977}.`,
    ).join('\n');
    const line = await project({ 'big.jsonl': jsonLines([{ id: 'a', text }]) });
    await line.json('import', 'p.variorum', 'big.jsonl');
    expect(await line.json('documents', 'p.variorum')).toMatchObject([{ name: 'a', length: text.length }]);
    expect(text.length).toBeGreaterThan(9_000_000);
  });
});

describe('import of files of other kinds', () => {
  const latin = Buffer.from([0x4c, 0x65, 0x20, 0x63, 0x61, 0x66, 0xe9, 0x2e]);
  const table = 'headline,words,when\nOne,Ships in the harbour.,2024\nTwo,Letters in the archive.,2023\n';

  it('takes folders and archives, says of each article where it lay, and is one step of undo', async () => {
    const line = await project({
      'stories/a.txt': 'A story.',
      'stories/old/b.md': 'Another.',
      'more.zip': rawZip([
        { name: '2024/c.html', data: '<article><p>A third story, of the web.</p></article>' },
        { name: 'd.xyz', data: '?' },
      ]),
    });
    const entries = await line.json<readonly Entry[]>('import', 'p.variorum', 'stories', 'more.zip');
    expect(entries.map(({ document, status, path }) => [document, status, path])).toEqual([
      ['a.txt', 'added', 'stories/a.txt'],
      ['b.md', 'added', 'stories/old/b.md'],
      ['c.html', 'added', 'more.zip/2024/c.html'],
      ['d.xyz', 'refused', 'more.zip/d.xyz'],
    ]);
    const log = await line.json<readonly { readonly payload: { readonly origin?: { readonly within?: string } } }[]>(
      'log',
      'p.variorum',
    );
    expect(log.flatMap(({ payload }) => payload.origin?.within ?? [])).toEqual([
      'stories',
      'stories/old',
      'more.zip/2024',
    ]);
    await line.json('undo', 'p.variorum');
    expect(await names(line)).toEqual([]);
  });

  it('takes a table by the columns that are said, and a text in the encoding that is said', async () => {
    const line = await project({ 'a.csv': table, 'b.txt': latin });
    expect(await line.refusal('import', 'p.variorum', 'a.csv', '--columns', 'words')).toMatch(
      /^BadColumns: “words” names/u,
    );
    expect(await line.refusal('import', 'p.variorum', 'a.csv', '--columns', 'title=a')).toMatch(
      /^BadColumns: It is not said/u,
    );
    expect(await line.refusal('import', 'p.variorum', 'b.txt', '--encoding', 'klingon')).toMatch(/^UnknownEncoding: /u);
    const columns = ['--columns', 'text=words,title=headline,date=when'];
    await line.json('import', 'p.variorum', 'a.csv', 'b.txt', ...columns, '--encoding', 'windows-1252');
    expect(await line.json('documents', 'p.variorum')).toMatchObject([
      { name: 'One', title: 'One', date: '2024' },
      { name: 'Two', title: 'Two', date: '2023' },
      { name: 'b.txt', title: 'Le café.' },
    ]);
    await line.json('original', 'p.variorum', 'b.txt', '--out', 'back.txt');
    expect(readFileSync(join(line.folder, 'back.txt'))).toEqual(latin);
  });

  it('is looked through before with --dry-run, which writes nothing', async () => {
    const line = await project({
      'a.csv': table,
      'b.txt': latin,
      'old.jsonl': jsonLines([
        { id: 'v1', text: 'The first state.', url: 'https://news.example/a', source: 'The Planet' },
      ]),
      'new.jsonl': jsonLines([{ id: 'v2', text: 'The second state.', url: 'https://news.example/a/' }]),
    });
    await line.json('import', 'p.variorum', 'old.jsonl');
    const before = await line.json('log', 'p.variorum');
    const files = ['a.csv', 'b.txt', 'old.jsonl', 'new.jsonl'];
    const rows = await line.json<readonly Record<string, unknown>[]>('import', 'p.variorum', ...files, '--dry-run');
    expect(rows).toMatchObject([
      { document: 'a.csv', status: 'refused', columns: { names: ['headline', 'words', 'when'] } },
      { document: 'b.txt', status: 'refused', encodings: [{ excerpt: 'Le café.' }, {}] },
      { document: 'v1', status: 'already there', path: 'old.jsonl', line: 1, source: 'The Planet', length: 16 },
      {
        document: 'v2',
        status: 'changed version',
        reason: 'A changed version of “v1”.',
        url: 'https://news.example/a/',
      },
    ]);
    const { stdout } = await line.run('import', 'p.variorum', ...files, '--dry-run');
    expect(stdout).toContain('0 new, 1 changed version, 1 already there, 2 refused. Nothing was written.\n');
    expect(stdout).toMatch(/“b\.txt” may be written in\n {4}\S+ {2}“Le café\.”/u);
    expect((await line.run('import', 'p.variorum', 'none.txt', '--dry-run')).status).toBe(1);
    expect(await line.json('log', 'p.variorum')).toEqual(before);
  });
});
