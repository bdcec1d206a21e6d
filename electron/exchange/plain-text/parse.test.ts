import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleRefusalSentence, articleSizeLimit } from '../article-refusal.ts';
import { parseArticle } from './parse.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

function parsed(text: string, file = 'a.txt') {
  const result = parseArticle(file, bytesOf(text));
  if (!result.ok) throw new Error(articleRefusalSentence(result.error));
  return result.value;
}

function refusal(bytes: Uint8Array | readonly number[], file = 'a.txt') {
  const result = parseArticle(file, Uint8Array.from(bytes));
  if (result.ok) throw new Error('was accepted');
  return { type: result.error.type, sentence: articleRefusalSentence(result.error) };
}

describe('an article that is accepted', () => {
  it('keeps every character, composed or not, beyond the basic plane or not', () => {
    const text = 'e\u0301 \u00e9 😀 \u2028 \u0085 \u00a0 שלום \ufeff inside\n';
    expect(parsed(text).text).toBe(text);
  });

  it('loses one byte order mark, and says so in its origin', () => {
    const document = parsed('\ufeff\ufeffText');
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
  ] as const)('has LF at line ends and remembers what it had: %j', (text, lineEnds) => {
    const document = parsed(text);
    expect(document.text).not.toContain('\r');
    expect(document.origin.lineEnds).toBe(lineEnds);
  });

  it('is called by its file without the folder', () => {
    const { name, origin } = parsed('Text', '/home/anna/stories/News.TXT');
    expect([name, origin.file]).toEqual(['News.TXT', 'News.TXT']);
  });

  it('comes back from UTF-8 as it went in, whatever well-formed text it is', () => {
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
    fc.assert(
      fc.property(fc.string({ unit: characters, minLength: 1 }), (body) => {
        const { text } = parsed(`x${body}`);
        expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytesOf(text))).toBe(text);
        expect(text).toBe(`x${body}`.split('\r\n').join('\n').split('\r').join('\n'));
      }),
    );
  });

  it('leaves the bytes of the seeds as they are', () => {
    for (const file of readdirSync('seeds').filter((name) => name.endsWith('.txt'))) {
      const bytes = readFileSync(`seeds/${file}`);
      const result = parseArticle(file, bytes);
      const text = result.ok ? result.value.text : '';
      expect(createHash('sha256').update(text).digest('hex')).toBe(createHash('sha256').update(bytes).digest('hex'));
    }
  });
});

describe('an article that is refused', () => {
  it('by its ending', () => {
    expect(refusal(bytesOf('Text'), 'story.jpg').sentence).toBe(
      '“story.jpg” is neither .txt nor .md nor another kind of file that is read. Save it as plain text first.',
    );
  });

  it('by its size', () => {
    const result = parseArticle('big.txt', new Uint8Array(articleSizeLimit + 1).fill(0x61));
    expect(result.ok ? '' : articleRefusalSentence(result.error)).toContain('20 MB is the most');
  });

  it('because it is empty', () => expect(refusal([]).type).toBe('ArticleEmpty'));

  it.each([' \n\t\u00a0\r\n', '\ufeff', '\u200b\u2003\n'])('because it is blank: %j', (text) => {
    expect(refusal(bytesOf(text)).type).toBe('ArticleBlank');
  });

  it('because it holds NUL, with the line', () => {
    expect(refusal(bytesOf('one\r\ntwo\nth\u0000ree')).sentence).toBe(
      '“a.txt” holds a NUL character in line 3. Remove it and import the file again.',
    );
  });

  it.each([
    ['a stray continuation byte', [0x61, 0x0a, 0x80], 'ArticleBrokenUtf8'],
    ['Latin-1', [0x63, 0x61, 0x66, 0xe9, 0x20, 0x61], 'ArticleBrokenUtf8'],
    ['an overlong slash', [0x61, 0xc0, 0xaf], 'ArticleBrokenUtf8'],
    ['a character cut short at the end', [0x61, 0xf0, 0x9f, 0x98], 'ArticleBrokenUtf8'],
    ['a character beyond Unicode', [0x61, 0xf4, 0x90, 0x80, 0x80], 'ArticleBrokenUtf8'],
    ['a lone surrogate', [0x61, 0xed, 0xa0, 0x80], 'ArticleHalfCharacter'],
    ['a pair written as CESU-8', [0x61, 0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80], 'ArticleHalfCharacter'],
  ])('because it is not UTF-8: %s', (_what, bytes, type) => expect(refusal(bytes).type).toBe(type));

  it('names the line and the bytes that are not UTF-8', () => {
    expect(refusal([0x61, 0x0a, 0x62, 0xff, 0x63]).sentence).toBe(
      '“a.txt” is not UTF-8: line 2 holds the bytes FF 63 (at byte 3). Save it as UTF-8 and import it again.',
    );
  });

  it('exactly when a strict decoder refuses it too', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 12 }), (bytes) => {
        const isUtf8 = Buffer.from(Buffer.from(bytes).toString('utf8'), 'utf8').equals(Buffer.from(bytes));
        const result = parseArticle('a.txt', Uint8Array.from([0x61, ...bytes]));
        expect(result.ok).toBe(isUtf8 && !bytes.includes(0));
      }),
    );
  });

  it.each([
    ['UTF-16 (little-endian)', Buffer.from('\ufeffText', 'utf16le')],
    ['UTF-16 (big-endian)', Buffer.from('\ufeffText', 'utf16le').swap16()],
    ['UTF-16 (little-endian)', Buffer.from('Some news of today', 'utf16le')],
    ['UTF-16 (big-endian)', Buffer.from('Some news of today', 'utf16le').swap16()],
    ['UTF-32', Buffer.from([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0])],
  ])('by the name of its encoding: %s', (encoding, bytes) => {
    expect(refusal(bytes).sentence).toBe(
      `“a.txt” is written in ${encoding}, not UTF-8. Save it as UTF-8 and import it again.`,
    );
  });

  it.each([
    ['a PDF file', [0x25, 0x50, 0x44, 0x46, 0x2d, 0x31, 0x0a, 0xe2, 0xe3]],
    ['a ZIP archive or an office document', [0x50, 0x4b, 0x03, 0x04, 0, 0xff]],
    ['a binary file', [0x61, 0x01, 0x02, 0x03, 0xff, 0x04, 0x05]],
  ])('by what it is instead: %s', (kind, bytes) => {
    expect(refusal(bytes).sentence).toBe(`“a.txt” is ${kind}, not plain text. Save its text as UTF-8 and import that.`);
  });
});
