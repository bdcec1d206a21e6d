/**
 * Input that no newsroom means to give, imported into a project file by a process with little memory. What costs more
 * than in proportion to its size takes minutes here: the time limit of a test is what fails then.
 */
import { closeSync, ftruncateSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { openProject } from '#electron/workbench/open.ts';
import { projectWith, temporaryFolder, valueOf } from '#electron/workbench/testing/five-articles.ts';
import type { Workbench } from '#electron/workbench/workbench.ts';
import { importsApart } from './testing/imports-apart.ts';

/** Megabytes: of the heap, and of all that a process may have, its program and SQLite's cache among them. */
const heap = 256;
const whole = 500;

const apart = importsApart(heap);

function project(): { readonly folder: string; readonly path: string } {
  const folder = temporaryFolder();
  const path = join(folder, 'p.variorum');
  projectWith([], path).close();
  return { folder, path };
}

const jsonLine = (id: string, text: string): string => `${JSON.stringify({ id, text })}\n`;

async function imported(lines: Iterable<string>) {
  const { folder, path } = project();
  const file = join(folder, 'big.jsonl');
  const descriptor = openSync(file, 'w');
  for (const line of lines) writeSync(descriptor, line);
  closeSync(descriptor);
  const outcome = await apart.run(path, file);
  return { outcome, path, workbench: valueOf(openProject(path)) };
}

function idOf(workbench: Workbench, name: string): string {
  return valueOf(workbench.resolveDocument(name)).id;
}

function tag(workbench: Workbench, name: string, quote: string) {
  const document = idOf(workbench, name);
  const start = workbench.text(document).indexOf(quote);
  const span = { start, end: start + quote.length };
  return valueOf(workbench.call('annotation.tag', { document, span, quote, label: 'claim' }));
}

function rowsIn(path: string, table: string): number {
  const db = new Database(path, { readonly: true });
  const { rows } = db.prepare<[], { rows: number }>(`SELECT count(*) AS rows FROM ${table}`).get() ?? { rows: -1 };
  db.close();
  return rows;
}

describe('lines that are no articles', () => {
  it('are named by their numbers, one of 200 MB among them; all others go in', async () => {
    const { folder, path } = project();
    const file = join(folder, 'big.jsonl');
    writeFileSync(file, `${jsonLine('a', 'One.')}nonsense\n["no object"]\n{"id":"no text"}\n{"text":"cut o\n{"text":"`);
    const descriptor = openSync(file, 'r+');
    const end = 200 * 1024 * 1024;
    // A hole in the file: two hundred megabytes that cost the disk nothing.
    ftruncateSync(descriptor, end);
    writeSync(descriptor, `"}\n${jsonLine('g', 'Seven.')}`, end);
    closeSync(descriptor);
    const outcome = await apart.run(path, file);
    expect(outcome?.summary.refusals.map((sentence) => sentence.slice(0, 47))).toEqual([
      'big.jsonl line 2: the line is not JSON. Write o',
      'big.jsonl line 3: the line is a list, not an ob',
      'big.jsonl line 4: the object has neither “text”',
      'big.jsonl line 5: the line ends in the middle o',
      'big.jsonl line 6: the line has 200 MB; 64 MB is',
    ]);
    expect(outcome?.summary).toMatchObject({ added: 2, there: 0, refused: 5, ending: 'complete' });
    expect(outcome?.megabytes).toBeLessThan(whole);
    const workbench = valueOf(openProject(path));
    expect(workbench.documents().map(({ name }) => name)).toEqual(['a', 'g']);
    workbench.close();
  });
});

describe('a document of 10 MB', () => {
  it('goes in whole, and a quotation of it is found', async () => {
    const ship = (at: number): string => `Ship number ${at} has left the harbour of town ${at % 977}.`;
    const text = Array.from({ length: 200_000 }, (_, at) => ship(at)).join('\n');
    const quotation = [100_000, 100_001, 100_002].map(ship).join('\n');
    const { outcome, workbench } = await imported([jsonLine('long', text), jsonLine('short', `He said: ${quotation}`)]);
    expect(outcome?.summary).toMatchObject({ added: 2, ending: 'complete' });
    expect(outcome?.megabytes).toBeLessThan(whole);
    expect(workbench.text(idOf(workbench, 'long'))).toBe(text);
    const start = text.indexOf(quotation);
    expect(tag(workbench, 'short', quotation).occurrences).toContainEqual(
      expect.objectContaining({ document: idOf(workbench, 'long'), start, status: 'exact' }),
    );
    workbench.close();
  });
});

describe('ten thousand copies of one text', () => {
  it('are one group and one passage, and one tag counts all of them', async () => {
    const text = Array.from({ length: 40 }, (_, at) => `word${at}`).join(' ');
    const lines = Array.from({ length: 10_000 }, (_, at) => jsonLine(`copy ${at}`, text));
    const { outcome, path, workbench } = await imported(lines);
    expect(outcome?.summary).toMatchObject({ added: 10_000, ending: 'complete' });
    expect(outcome?.overview).toEqual({ documents: 10_000, groups: 1, sharedPassages: 1 });
    expect(outcome?.megabytes).toBeLessThan(whole);
    expect(rowsIn(path, 'place')).toBe(10_000);
    expect(workbench.groups().map(({ documents }) => documents.length)).toEqual([10_000]);
    const quote = text.slice(0, text.indexOf('word9'));
    expect(tag(workbench, 'copy 7000', quote.trim()).occurrences).toHaveLength(10_000);
    expect(workbench.counts().labels[0]).toMatchObject({ label: 'claim', passages: 1, occurrences: 10_000 });
    valueOf(workbench.call('history.undo', {}));
    expect(workbench.counts().labels[0]).toMatchObject({ label: 'claim', passages: 0, occurrences: 0 });
    workbench.close();
  });
});

describe('a document that says one sentence 50,000 times', () => {
  const sentence = 'The committee said on Monday that it would not publish the report of the inquiry.';
  const text = `${sentence} `.repeat(50_000);

  it('shares one passage with its copy; a tag takes the sentence wherever it stands, a longer stretch once', async () => {
    const { outcome, path, workbench } = await imported([jsonLine('a', text), jsonLine('b', `Before it. ${text}`)]);
    expect(outcome?.overview).toEqual({ documents: 2, groups: 1, sharedPassages: 1 });
    expect(outcome?.megabytes).toBeLessThan(whole);
    expect(rowsIn(path, 'place')).toBe(2);

    const document = idOf(workbench, 'a');
    const found = (end: number) => valueOf(workbench.call('copies.find', { document, span: { start: 0, end } }));
    const length = 40_000 * (sentence.length + 1) - 1;
    expect(found(length).occurrences.map(({ start, end, status }) => [start, end - start, status])).toEqual([
      [0, length, 'exact'],
      ['Before it. '.length, length, 'exact'],
    ]);
    const few = found('The committee said on Monday'.length);
    expect([few.occurrences.length, few.elsewhere.length]).toEqual([2, 99_998]);

    const { occurrences } = tag(workbench, 'a', sentence);
    expect(occurrences).toHaveLength(100_000);
    expect(occurrences.filter(({ status, counted }) => status !== 'exact' || !counted)).toEqual([]);
    workbench.close();
  });
});

describe('texts that are hardly any', () => {
  const texts: Readonly<Record<string, string>> = {
    punctuation: '… — !? «»',
    digits: '2015 2016 30,000 4 5 6 7 8 9',
    letter: 'a',
    emoji: '😀👩‍👩‍👧 🇺🇦',
    'right to left': 'שלום עולם, אמר השר ביום שני בבוקר לעיתונאים רבים',
    'mixed scripts': 'Kyiv Київ 基輔は大きい كييف ก้าวหน้า naïve Größe 한국어',
    'much punctuation': '!? '.repeat(300_000),
    'much emoji': '👩‍👩‍👧 '.repeat(100_000),
    'one long word': 'a'.repeat(1_000_000),
    'many digits': '7 '.repeat(300_000),
    'no spaces': '记者从会议上获悉今年的经济增长目标已经确定'.repeat(5000),
  };

  it('go in as they are, twice over, and their copies are found where there is a word', async () => {
    const lines = Object.entries(texts).flatMap(([name, text]) => [
      jsonLine(`${name} 1`, text),
      jsonLine(`${name} 2`, text),
    ]);
    const { outcome, workbench } = await imported(lines);
    expect(outcome?.summary).toMatchObject({ added: 22, refused: 0, ending: 'complete' });
    expect(outcome?.megabytes).toBeLessThan(whole);
    const copies = Object.entries(texts).map(([name, text]) => {
      const document = idOf(workbench, `${name} 1`);
      expect(workbench.text(document)).toBe(text);
      const found = workbench.call('copies.find', { document, span: { start: 0, end: text.length } });
      if (!found.ok) return `${name}: ${found.error.type}`;
      const { occurrences, elsewhere } = found.value;
      const places = [...occurrences.map(({ status }) => status), ...elsewhere.map(({ reason }) => reason)];
      return `${name}: ${places.join(', ')}`;
    });
    expect(copies).toEqual([
      'punctuation: BlankSpan',
      'digits: exact, exact',
      'letter: exact, stock phrase',
      'emoji: BlankSpan',
      'right to left: exact, exact',
      'mixed scripts: exact, exact',
      'much punctuation: BlankSpan',
      'much emoji: BlankSpan',
      'one long word: exact, stock phrase',
      'many digits: exact, exact',
      'no spaces: exact, exact',
    ]);
    workbench.close();
  });
});
