import * as fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { articleRefusalSentence } from '../article-refusal.ts';
import type { ReadingChoices } from '../article-reader.ts';
import { readOne, refusalOf, sourceOf } from '../testing/article-source.ts';
import { plainTextReader } from './reader.ts';

const read = (bytes: Uint8Array | string, choices: ReadingChoices = {}, file = 'a.txt') =>
  readOne(plainTextReader, sourceOf(file, bytes), choices);
const sentence = async (bytes: Uint8Array, choices: ReadingChoices = {}): Promise<string> =>
  articleRefusalSentence(refusalOf(await read(bytes, choices)));

const german = 'Der Präsident sagte, daß die Gespräche „gut“ verlaufen seien – trotz aller Schwierigkeiten.';
const russian = 'Президент заявил во вторник, что переговоры прошли хорошо.';

describe('a text file in UTF-8', () => {
  it('is its text, and its bytes are kept only where they are more than the text', async () => {
    const plain = await read('Text\n');
    expect(plain.ok && [plain.value.document.text, plain.value.document.original, plain.value.notes]).toEqual([
      'Text\n',
      undefined,
      [],
    ]);
    const windows = await read('Text\r\n');
    expect(windows.ok && windows.value.document).toMatchObject({ text: 'Text\n', original: Buffer.from('Text\r\n') });
    expect(windows.ok && windows.value.document.origin.original).toMatch(/^[0-9a-f]{64}$/u);
  });

  it('is UTF-8 also where another encoding was confirmed', async () => {
    const document = await read('naïve', { encoding: 'windows-1252' });
    expect(document.ok && document.value.document.text).toBe('naïve');
  });

  it('may have a byte order mark in the middle, which stays', async () => {
    const document = await read('\ufeffa\ufeffb');
    expect(document.ok && [document.value.document.text, document.value.document.origin.byteOrderMark]).toEqual([
      'a\ufeffb',
      true,
    ]);
  });
});

describe('a text file in UTF-16', () => {
  it.each(['utf-16le', 'utf-16be'] as const)('is read by its byte order mark: %s', async (encoding) => {
    const little = Buffer.from('\ufeffnaïve 😀\r\n', 'utf16le');
    const bytes = encoding === 'utf-16le' ? little : little.swap16();
    const read_ = await read(bytes);
    expect(read_.ok && read_.value.document).toMatchObject({
      text: 'naïve 😀\n',
      origin: { encoding, byteOrderMark: true, lineEnds: 'crlf' },
    });
    expect(read_.ok && read_.value.notes).toEqual([`It is written in ${encoding} and was turned into Unicode.`]);
  });

  it('is to be confirmed without a mark', async () => {
    const bytes = Buffer.from('Some news of today', 'utf16le');
    expect(refusalOf(await read(bytes))).toMatchObject({
      readings: [{ encoding: 'utf-16le', excerpt: 'Some news of today' }],
    });
    const confirmed = await read(bytes, { encoding: 'utf-16le' });
    expect(confirmed.ok && confirmed.value.document.text).toBe('Some news of today');
  });

  it('is refused with half a character, and with half a unit', async () => {
    expect(await sentence(Buffer.from('\ufeffa\n\ud800b', 'utf16le'))).toContain('line 2 holds half a character');
    expect(await sentence(Buffer.from([0xff, 0xfe, 0x61, 0, 0x62]))).toContain('half a character');
  });
});

describe('a text file in another encoding', () => {
  it.each([
    ['windows-1252', german],
    ['windows-1251', russian],
    ['koi8-r', russian],
    ['shift_jis', '三菱電機は、新しい製品を発表した。'],
    ['euc-jp', '三菱電機は、新しい製品を発表した。'],
    ['gb18030', '总统星期二表示，会谈进展顺利。'],
    ['iso-2022-jp', undefined],
  ])('is refused with excerpts until %s is confirmed, and then is its text', async (encoding, text) => {
    const bytes = text === undefined ? Buffer.from('\u001b$B;0I)\u001b(B', 'latin1') : iconv.encode(text, encoding);
    const refusal = refusalOf(await read(bytes));
    if (refusal.type !== 'ArticleEncodingUnconfirmed') throw new Error(refusal.type);
    expect(refusal.readings.map((reading) => reading.encoding)).toContain(encoding);
    expect(refusal.readings.find((reading) => reading.encoding === encoding)?.excerpt).toBe(text ?? '三菱');
    const confirmed = await read(bytes, { encoding });
    expect(confirmed.ok && [confirmed.value.document.text, confirmed.value.document.origin.encoding]).toEqual([
      text ?? '三菱',
      encoding,
    ]);
    expect(confirmed.ok && confirmed.value.document.original).toEqual(bytes);
    expect(confirmed.ok && confirmed.value.notes).toEqual([
      `It is written in ${encoding} and was turned into Unicode.`,
    ]);
  });

  it('is offered in the encoding that most files have where another gives the same characters', async () => {
    const refusal = refusalOf(await read(iconv.encode('id;text\n1;"Café “ja”"\n', 'windows-1252')));
    expect('readings' in refusal && refusal.readings.map(({ encoding }) => encoding)).toEqual([
      'windows-1252',
      'macintosh',
    ]);
  });

  it('is told in a sentence that names the likeliest first', async () => {
    expect(await sentence(iconv.encode(german, 'windows-1252'))).toMatch(
      /^“a\.txt” is not UTF-8; it seems to be windows-1252 \(or .*\)\. Confirm the encoding in the preview, or save it as UTF-8\.$/u,
    );
  });

  it('shows its excerpt around the first byte that tells', async () => {
    const refusal = refusalOf(
      await read(iconv.encode(`${'plain '.repeat(2000)}naïve words ${'more '.repeat(2000)}`, 'windows-1252')),
    );
    expect('readings' in refusal && refusal.readings[0]?.excerpt).toMatch(/naïve words/u);
  });

  it('says where a confirmed encoding does not fit', async () => {
    const bytes = Buffer.from([0x61, 0x81, 0x62]);
    const confirmed = await read(bytes, { encoding: 'windows-1252' });
    expect(confirmed.ok && confirmed.value.notes.at(-1)).toContain(
      'Not every byte of it is a character of windows-1252',
    );
  });

  it('is read exactly as it was written once it is confirmed, whatever its characters', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('windows-1252', 'koi8-r', 'iso-8859-2', 'macintosh'),
        fc.uint8Array({ min: 0xc0, minLength: 1 }),
        async (encoding, high) => {
          const bytes = Buffer.concat([Buffer.from('abc '), high]);
          const confirmed = await read(bytes, { encoding });
          const isUtf8 = Buffer.from(bytes.toString('utf8')).equals(bytes);
          if (!confirmed.ok || isUtf8) return;
          expect(iconv.encode(confirmed.value.document.text, encoding).equals(bytes)).toBe(true);
        },
      ),
    );
  });
});

describe('a file that is refused whatever was confirmed', () => {
  it.each([
    [
      'UTF-8 with a broken byte',
      Buffer.concat([Buffer.from('naïve\ncafé'), Buffer.from([0xff, 0x20])]),
      'line 2 holds the bytes FF 20',
    ],
    ['an overlong slash', Buffer.from([0x61, 0xc0, 0xaf]), 'holds the bytes C0 AF'],
    ['a lone surrogate', Buffer.from([0x61, 0x0a, 0xed, 0xa0, 0x80]), 'line 2 holds half a character'],
    ['NUL', Buffer.from('a\nb\u0000c, and more than that'), 'holds a NUL character in line 2'],
    ['UTF-32', Buffer.from([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0]), 'written in UTF-32'],
    ['a PDF', Buffer.from('%PDF-1.7\n\u00e2', 'latin1'), 'is a PDF file'],
    ['bytes of no text', Buffer.from([0x61, 1, 2, 3, 0xff, 4, 5]), 'is a binary file'],
    ['nothing', Buffer.alloc(0), 'is empty'],
    ['blank space', Buffer.from(' \n\u00a0'), 'nothing but blank space'],
  ])('%s', async (_what, bytes, said) => expect(await sentence(bytes)).toContain(said));

  it('or read, but never makes it crash, whatever its bytes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 200 }),
        fc.option(fc.constantFrom('windows-1251', 'utf-16le', 'nonsense', 'shift_jis'), { nil: undefined }),
        async (bytes, encoding) => {
          const result = await read(bytes, { encoding });
          expect(
            result.ok ? result.value.document.text.isWellFormed() : articleRefusalSentence(result.error) !== '',
          ).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });
});
