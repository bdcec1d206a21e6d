import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleRefusalSentence, articleSizeLimit } from '../article-refusal.ts';
import { readOne, refusalOf, sourceOf } from '../testing/article-source.ts';
import { plainTextReader } from './reader.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

const read = (bytes: Uint8Array, file = 'a.txt') => readOne(plainTextReader, sourceOf(file, bytes));

async function parsed(text: string, file = 'a.txt') {
  const result = await read(bytesOf(text), file);
  if (!result.ok) throw new Error(articleRefusalSentence(result.error));
  return result.value.document;
}

async function refusal(bytes: Uint8Array | readonly number[]) {
  const refused = refusalOf(await read(Uint8Array.from(bytes)));
  return { type: refused.type, sentence: articleRefusalSentence(refused) };
}

describe('an article that is accepted', () => {
  it('keeps every character, composed or not, beyond the basic plane or not', async () => {
    const text = 'e\u0301 \u00e9 😀 \u2028 \u0085 \u00a0 שלום \ufeff inside\n';
    expect((await parsed(text)).text).toBe(text);
  });

  it('loses one byte order mark, and says so in its origin', async () => {
    const document = await parsed('\ufeff\ufeffText');
    expect(document.text).toBe('\ufeffText');
    expect(document.origin.byteOrderMark).toBe(true);
  });

  it.each([
    ['a\nb\n', 'lf'],
    ['a\r\nb\r\n', 'crlf'],
    ['a\rb\r', 'cr'],
    ['a\r\nb\n', 'mixed'],
    ['a\r\r\nb', 'mixed'],
    ['a b', 'none'],
  ] as const)('has LF at line ends and remembers what it had: %j', async (text, lineEnds) => {
    const document = await parsed(text);
    expect(document.text).not.toContain('\r');
    expect(document.origin.lineEnds).toBe(lineEnds);
  });

  it('is called by its file without the folder', async () => {
    const { name, origin } = await parsed('Text', '/home/anna/stories/News.TXT');
    expect([name, origin.file]).toEqual(['News.TXT', 'News.TXT']);
  });

  it('comes back from UTF-8 as it went in, whatever well-formed text it is', async () => {
    const characters = fc.constantFrom(
      'a',
      ' ',
      '\n',
      '\r',
      '\t',
      '😀',
      'é',
      '\u0301',
      '\ufeff',
      '\u2029',
      '中',
      '\u0001',
    );
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: characters, minLength: 1 }), async (body) => {
        const { text } = await parsed(`x${body}`);
        expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytesOf(text))).toBe(text);
        expect(text).toBe(`x${body}`.split('\r\n').join('\n').split('\r').join('\n'));
      }),
    );
  });

  it('leaves the bytes of the seeds as they are', async () => {
    for (const file of readdirSync('seeds').filter((name) => name.endsWith('.txt'))) {
      const bytes = readFileSync(`seeds/${file}`);
      const result = await read(bytes, file);
      const text = result.ok ? result.value.document.text : '';
      expect(createHash('sha256').update(text).digest('hex')).toBe(createHash('sha256').update(bytes).digest('hex'));
    }
  });
});

describe('an article that is refused', () => {
  it('by its size', async () => {
    const bytes = new Uint8Array(articleSizeLimit + 1).fill(0x61);
    expect((await refusal(bytes)).sentence).toContain('20 MB is the most');
  });

  it('because it is empty', async () => expect((await refusal([])).type).toBe('ArticleEmpty'));

  it.each([' \n\t\u00a0\r\n', '\ufeff', '\u200b\u2003\n'])('because it is blank: %j', async (text) => {
    expect((await refusal(bytesOf(text))).type).toBe('ArticleBlank');
  });

  it('because it holds NUL, with the line', async () => {
    expect((await refusal(bytesOf('one\r\ntwo\nth\u0000ree'))).sentence).toBe(
      '“a.txt” holds a NUL character in line 3. Remove it and import the file again.',
    );
  });

  it.each([
    ['a stray continuation byte', [0x61, 0x0a, 0x80], 'ArticleEncodingUnconfirmed'],
    ['Latin-1', [0x63, 0x61, 0x66, 0xe9, 0x20, 0x61], 'ArticleEncodingUnconfirmed'],
    ['an overlong slash', [0x61, 0xc0, 0xaf], 'ArticleBrokenUtf8'],
    ['a character cut short at the end', [0x61, 0xf0, 0x9f, 0x98], 'ArticleEncodingUnconfirmed'],
    ['a character beyond Unicode', [0x61, 0xf4, 0x90, 0x80, 0x80], 'ArticleEncodingUnconfirmed'],
    ['a lone surrogate', [0x61, 0xed, 0xa0, 0x80], 'ArticleHalfCharacter'],
    ['a pair written as CESU-8', [0x61, 0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80], 'ArticleHalfCharacter'],
  ])('because it is not UTF-8: %s', async (_what, bytes, type) => expect((await refusal(bytes)).type).toBe(type));

  it('exactly when a strict decoder refuses it too', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 12 }), async (bytes) => {
        const isUtf8 = Buffer.from(Buffer.from(bytes).toString('utf8'), 'utf8').equals(Buffer.from(bytes));
        const result = await read(Uint8Array.from([0x61, ...bytes]));
        expect(result.ok).toBe(isUtf8 && !bytes.includes(0));
      }),
    );
  });
});
