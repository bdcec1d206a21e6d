import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commandLine, type CommandLine } from '../testing/command-line.ts';

interface Entry {
  readonly document: string;
  readonly documentId: string | null;
  readonly status: string;
  readonly reason: string;
  readonly path: string;
  readonly line: number | null;
}

function project(files: Readonly<Record<string, string | Uint8Array>>): CommandLine {
  const line = commandLine();
  for (const [name, content] of Object.entries(files)) writeFileSync(join(line.folder, name), content);
  line.json('new', 'p.variorum', '--annotator', 'Anna');
  return line;
}

const jsonLines = (objects: readonly unknown[]): string => objects.map((one) => `${JSON.stringify(one)}\n`).join('');
const numbered = (count: number): readonly unknown[] =>
  Array.from({ length: count }, (_, at) => ({ id: `n${at}`, text: `Ship ${at} has left the harbour.` }));
const names = (line: CommandLine): readonly string[] =>
  line.json<readonly { readonly name: string }[]>('documents', 'p.variorum').map(({ name }) => name);

describe('import of articles, one a line', () => {
  it('tells what became of them in one line, and names each that was refused', () => {
    const twice = { id: 'a', text: 'A ship has left.' };
    const line = project({
      'big.jsonl': `${jsonLines([twice, { id: 'b', text: 'Two.' }, twice])}nonsense\n{"id":"c"}\n`,
    });
    const { status, stdout, stderr } = line.run('import', 'p.variorum', 'big.jsonl');
    expect([status, stdout.split('\n')[0]]).toEqual([0, '2 added, 1 already there, 2 refused.']);
    expect(stderr.split('\n')).toEqual([
      'variorum: big.jsonl line 4: the line is not JSON. Write one object, {"text": "…"}, on each line.',
      'variorum: big.jsonl line 5: the object has neither “text” nor “content”. There is nothing to import.',
      '',
    ]);
  });

  it('names twenty refused lines and counts the others; --json has all', () => {
    const line = project({ 'big.jsonl': `${'nonsense\n'.repeat(1017)}${jsonLines([{ text: 'One.' }])}` });
    const { stdout, stderr } = line.run('import', 'p.variorum', 'big.jsonl');
    expect(stdout).toMatch(/^1 added, 0 already there, 1,017 refused\.\n/u);
    const sentences = stderr.trimEnd().split('\n');
    expect(sentences).toHaveLength(21);
    expect(sentences[20]).toBe('variorum: big.jsonl: and 997 more. --json names them all.');
    const entries = line.json<readonly Entry[]>('import', 'p.variorum', 'big.jsonl');
    expect(entries.map(({ line: at }) => at)).toEqual(Array.from({ length: 1018 }, (_, at) => at + 1));
    expect(entries.at(-1)).toMatchObject({ document: 'big.jsonl:1018', status: 'already there', path: 'big.jsonl' });
  });

  it('keeps who published an article and when', () => {
    const given = { id: 'a', title: 'A fire', source: 'The Planet', date: '2015-01-01', text: 'It burnt.' };
    const line = project({ 'big.jsonl': jsonLines([given, { id: 'b', text: 'Two.' }]) });
    line.json('import', 'p.variorum', 'big.jsonl');
    expect(line.json('documents', 'p.variorum')).toMatchObject([
      { name: 'a', title: 'A fire', source: 'The Planet', date: '2015-01-01' },
      { name: 'b', source: '', date: '' },
    ]);
    expect(line.run('documents', 'p.variorum').stdout).toContain('The Planet  2015-01-01  A fire');
    expect(line.json('rebuild', 'p.variorum')).toMatchObject({ differed: [] });
  });

  it('is one step of undo and of redo, however many batches it took', () => {
    const line = project({ 'big.jsonl': jsonLines(numbered(150)), 'a.txt': 'A story.' });
    line.json('import', 'p.variorum', 'a.txt');
    line.json('import', 'p.variorum', 'big.jsonl');
    expect(names(line)).toHaveLength(151);
    line.json('undo', 'p.variorum');
    expect(names(line)).toEqual(['a.txt']);
    line.json('redo', 'p.variorum');
    expect(names(line)).toHaveLength(151);
  });

  it('takes files of every kind in one import, in the order given', () => {
    const line = project({ 'a.txt': 'A story.', 'big.ndjson': jsonLines(numbered(2)), 'b.md': '# Another\n\nStory.' });
    const entries = line.json<readonly Entry[]>('import', 'p.variorum', 'a.txt', 'big.ndjson', 'none.txt', 'b.md');
    expect(entries.map(({ document, status, line: at }) => [document, status, at])).toEqual([
      ['a.txt', 'added', null],
      ['n0', 'added', 1],
      ['n1', 'added', 2],
      ['none.txt', 'refused', null],
      ['b.md', 'added', null],
    ]);
    line.json('undo', 'p.variorum');
    expect(names(line)).toEqual([]);
  });

  it('says which field was left out', () => {
    const line = project({ 'big.jsonl': jsonLines([{ id: 'a', source: { name: 'P' }, text: 'One.' }]) });
    expect(line.json('import', 'p.variorum', 'big.jsonl')).toMatchObject([
      { status: 'added', reason: 'Its “source” is an object, not text; it was left out.' },
    ]);
    expect(line.run('import', 'p.variorum', 'big.jsonl').stdout).toContain('Fields left out in 1 of them.');
  });

  it('is refused where every line is', () => {
    const line = project({ 'big.jsonl': 'nonsense\n[]\n' });
    const before = line.json('log', 'p.variorum');
    const { status, stdout } = line.run('import', 'p.variorum', 'big.jsonl');
    expect([status, stdout]).toEqual([1, '']);
    expect(line.json('log', 'p.variorum')).toEqual(before);
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
  ])('%s, also a second time under another id', (_what, text) => {
    const line = project({
      'big.jsonl': jsonLines([
        { id: 'a', text },
        { id: 'b', text },
      ]),
    });
    const entries = line.json<readonly Entry[]>('import', 'p.variorum', 'big.jsonl');
    expect(entries.map(({ status, reason }) => [status, reason])).toEqual([
      ['added', ''],
      ['added', 'Its text is the same as that of “a”.'],
    ]);
    const length = text.replaceAll('\r\n', '\n').length;
    expect(line.json('documents', 'p.variorum')).toMatchObject([{ length }, { length }]);
    expect(line.json('rebuild', 'p.variorum')).toMatchObject({ differed: [] });
  });

  it('of 10 MB', () => {
    const text = Array.from(
      { length: 180_000 },
      (_, at) => `Ship number ${at} has left the harbour of town ${at % 977}.`,
    ).join('\n');
    const line = project({ 'big.jsonl': jsonLines([{ id: 'a', text }]) });
    line.json('import', 'p.variorum', 'big.jsonl');
    expect(line.json('documents', 'p.variorum')).toMatchObject([{ name: 'a', length: text.length }]);
    expect(text.length).toBeGreaterThan(9_000_000);
  });
});
