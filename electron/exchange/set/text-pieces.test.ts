import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memoryFile } from '../testing/memory-source.ts';
import { SourceFault, type SourceFile } from './source.ts';
import { pieceLimit, textLines, textPieces, wholeText } from './text-pieces.ts';

const notUtf8 = '“set.txt” is not UTF-8. Save it as UTF-8 and try again.';
const fileOf = (contents: string | Uint8Array, pieceSize = 1): SourceFile =>
  memoryFile('set.txt', typeof contents === 'string' ? Buffer.from(contents) : contents, pieceSize);

async function piecesOf(file: SourceFile): Promise<readonly string[]> {
  const pieces: string[] = [];
  for await (const piece of textPieces(file)) pieces.push(piece);
  return pieces;
}

async function linesOf(file: SourceFile): Promise<readonly string[]> {
  const lines: string[] = [];
  for await (const { number, text } of textLines(file)) lines.push(`${number} ${text.ok ? text.value : text.error}`);
  return lines;
}

const faultOf = async (work: Promise<unknown>): Promise<unknown> => work.catch((error: unknown) => error);

const anyText = fc.string({
  unit: fc.constantFrom('a', 'é', '😀', '\n', '\r\n', '\r', '\u2028', '\u0085', '\ufeff', '"'),
  maxLength: 20,
});

describe('the text of a file', () => {
  it('is the same in pieces of any size as whole, and no piece ends within a character', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, fc.integer({ min: 1, max: 8 }), async (text, size) => {
        const pieces = await piecesOf(fileOf(text, size));
        const unmarked = text.startsWith('\ufeff') ? text.slice(1) : text;
        expect(pieces.join('')).toBe(unmarked);
        expect(pieces.filter((piece) => piece === '' || !piece.isWellFormed())).toEqual([]);
        expect(await wholeText(fileOf(text))).toEqual({ ok: true, value: unmarked });
      }),
    );
  });

  it.each([
    ['Latin-1', [0x61, 0xe9, 0x62]],
    ['an overlong form', [0xc0, 0xaf]],
    ['half a character of UTF-16', [0xed, 0xa0, 0x80]],
    ['a character that is cut short', [0x61, 0xf0, 0x9f, 0x98]],
    ['UTF-16', [0xff, 0xfe, 0x61, 0x00]],
  ])('that is no UTF-8 but %s is refused', async (_, bytes) => {
    const file = fileOf(Uint8Array.from(bytes));
    const fault = await faultOf(piecesOf(file));
    expect(fault).toBeInstanceOf(SourceFault);
    expect(fault).toHaveProperty('message', notUtf8);
    expect(await wholeText(file)).toEqual({ ok: false, error: notUtf8 });
  });
});

describe('the lines of a file', () => {
  it('are those that lie between line feeds, in pieces of any size', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, fc.integer({ min: 1, max: 8 }), async (text, size) => {
        const unmarked = text.startsWith('\ufeff') ? text.slice(1) : text;
        const naive = unmarked.split('\n').map((line) => line.replace(/\r$/u, ''));
        const expected = unmarked === '' || unmarked.endsWith('\n') ? naive.slice(0, -1) : naive;
        expect(await linesOf(fileOf(text, size))).toEqual(expected.map((line, at) => `${at + 1} ${line}`));
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['CR LF', 'a\r\nb\r\n', ['1 a', '2 b']],
    ['a byte order mark', '\ufeffa\nb', ['1 a', '2 b']],
    ['a last line without its end', 'a\n\nb', ['1 a', '2 ', '3 b']],
    ['a last line that ends in CR', 'a\nb\r', ['1 a', '2 b']],
    ['separators of other programs', 'a\u2028b\u0085c\n', ['1 a\u2028b\u0085c']],
    ['nothing', '', []],
  ])('of a file with %s', async (_, text, expected) => expect(await linesOf(fileOf(text))).toEqual(expected));

  it('may be of 10 MB', async () => {
    const [line = ''] = await linesOf(fileOf(`${'x'.repeat(10_000_000)}\nb`));
    expect(line.length).toBe(10_000_002);
  });

  it('that are too long to be held are told, and the others are read', async () => {
    const long = Buffer.alloc(pieceLimit / 8 + 1, 'x');
    const file: SourceFile = {
      ...fileOf(''),
      async *pieces() {
        yield await Promise.resolve(Buffer.from('a\n'));
        for (let at = 0; at < 20; at += 1) yield long;
        yield Buffer.from('\nb\n');
        for (let at = 0; at < 8; at += 1) yield long;
      },
    };
    const tooLong = 'the line has more than 64 million characters';
    expect(await linesOf(file)).toEqual(['1 a', `2 ${tooLong}`, '3 b', `4 ${tooLong}`]);
  });

  it('before one that is no UTF-8 are read', async () => {
    const file = fileOf(Buffer.concat([Buffer.from('a\nb\n'), Buffer.from([0xff])]));
    const lines: unknown[] = [];
    const fault = await faultOf(
      (async () => {
        for await (const { text } of textLines(file)) lines.push(text);
      })(),
    );
    expect(fault).toHaveProperty('message', notUtf8);
    expect(lines).toEqual([
      { ok: true, value: 'a' },
      { ok: true, value: 'b' },
    ]);
  });
});
