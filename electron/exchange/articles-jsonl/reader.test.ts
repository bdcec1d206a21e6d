import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { sourceOf } from '../testing/article-source.ts';
import { readLines } from './reader.ts';
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
