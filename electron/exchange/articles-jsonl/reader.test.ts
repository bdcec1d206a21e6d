import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import iconv from 'iconv-lite';
import { afterAll, describe, expect, it } from 'vitest';
import type { ReadingChoices } from '../article-reader.ts';
import { sourceOf } from '../testing/article-source.ts';
import { articleLinesReader, readLines } from './reader.ts';
import { readArticleLines } from './read.ts';

const folder = mkdtempSync(join(tmpdir(), 'variorum-lines-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = join(folder, 'a.jsonl');

async function both(bytes: Uint8Array, pieceSize: number, limit: number) {
  writeFileSync(file, bytes);
  const pieced: unknown[] = [];
  for await (const line of readLines(sourceOf(file, bytes, pieceSize), limit)) pieced.push(line);
  return { pieced, direct: [...readArticleLines(file, { lineSize: limit })] };
}

describe('JSON Lines in an archive', () => {
  it.each([
    ['articles and bad lines', '{"text":"One"}\n\n{"text":1}\nno json\n{"content":"Two","id":"b"}'],
    ['a line that is too long', `{"text":"One"}\n{"text":"${'x'.repeat(200)}"}\n{"text":"Two"}\n`],
    ['a byte order mark', '\ufeff{"text":"One"}\r\n{"text":"Two"}\r\n'],
    ['nothing', ''],
    ['blank lines', '\n \n\n'],
    ['something else', '%PDF-1.7\n{"text":"One"}\n'],
  ])('are read as they are from a file: %s', async (_what, text) => {
    const { pieced, direct } = await both(Buffer.from(text), 7, 100);
    expect(pieced).toEqual(direct);
    expect(direct.length).toBeGreaterThan(0);
  });

  it('are read as they are from a file, whatever they are and however they come', async () => {
    const unit = fc.constantFrom('{"text":"a"}', '{"text":"é"}', '\n', '\r\n', ' ', '{', '"', '\ufeff', 'x'.repeat(50));
    await fc.assert(
      fc.asyncProperty(fc.array(unit), fc.integer({ min: 1, max: 60 }), async (parts, pieceSize) => {
        const { pieced, direct } = await both(Buffer.from(parts.join('')), pieceSize, 100);
        expect(pieced).toEqual(direct);
      }),
      { numRuns: 200 },
    );
  });
});

describe('JSON Lines that are not UTF-8', () => {
  const written = '{"text":"Café “ja” closed"}\n{"text":"Second – line"}\n{"text":"Third"}\n';
  const told = async (bytes: Uint8Array, choices: ReadingChoices = {}) => {
    const lines: unknown[] = [];
    for await (const { line, article } of articleLinesReader.read(sourceOf('a.jsonl', bytes, 7), choices)) {
      if (article.ok) lines.push([line, article.value.document.text, article.value.document.origin.encoding]);
      else
        lines.push(article.error.type === 'ArticleEncodingUnconfirmed' ? article.error.readings : article.error.type);
    }
    return lines;
  };
  const texts = (encoding: string) => [
    [1, 'Café “ja” closed', encoding],
    [2, 'Second – line', encoding],
    [3, 'Third', encoding],
  ];

  it('are read by their byte order mark', async () => {
    expect(await told(iconv.encode(written, 'utf-16le', { addBOM: true }))).toEqual(texts('utf-16le'));
    expect(await told(iconv.encode(written, 'utf-16be', { addBOM: true }))).toEqual(texts('utf-16be'));
  });

  it('are refused as a whole until their encoding is confirmed', async () => {
    const bytes = iconv.encode(written, 'windows-1252');
    const [readings, ...others] = await told(bytes);
    expect(readings).toContainEqual({ encoding: 'windows-1252', excerpt: expect.stringContaining('Café “ja” closed') });
    expect(others).toEqual([]);
    expect(await told(bytes, { encoding: 'windows-1252' })).toEqual(texts('windows-1252'));
    expect(await told(Buffer.from(written), { encoding: 'windows-1252' })).toEqual(texts('utf-8'));
  });

  it('say where a confirmed encoding does not fit', async () => {
    const bytes = Buffer.from('{"text":"a\u0081b"}\n{"text":"caf\xe9"}\n', 'latin1');
    const notes: unknown[] = [];
    for await (const { article } of articleLinesReader.read(sourceOf('a.jsonl', bytes), { encoding: 'windows-1252' }))
      notes.push(article.ok && article.value.notes.map((note) => note.slice(0, 14)));
    expect(notes).toEqual([['Not every byte'], []]);
  });

  it('are refused one by one where others are', async () => {
    const bytes = Buffer.concat([Buffer.from('{"text":"Café"}\n'), iconv.encode(written, 'windows-1252')]);
    expect(await told(bytes)).toEqual([[1, 'Café', 'utf-8'], 'LineNotUtf8', 'LineNotUtf8', [4, 'Third', 'utf-8']]);
  });
});
