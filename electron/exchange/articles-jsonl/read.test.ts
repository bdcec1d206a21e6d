import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { articleSizeLimit } from '../article-refusal.ts';
import { lineRefusalSentence } from './line-refusal.ts';
import { readArticleLines, type ArticleLine, type LineLimits } from './read.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'variorum-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function linesOf(
  content: string | Uint8Array,
  limits?: Partial<LineLimits>,
  name = 'big.jsonl',
): readonly ArticleLine[] {
  const path = join(folder, name);
  writeFileSync(path, content);
  return [...readArticleLines(path, limits)];
}

/** Each line as `3: its text`, or as its sentence. */
function told(lines: readonly ArticleLine[]): readonly string[] {
  return lines.map(({ line, article }) =>
    article.ok ? `${line}: ${article.value.document.text}` : lineRefusalSentence(article.error),
  );
}

/** The one document of one line. */
function only(object: unknown) {
  const [line] = linesOf(`${JSON.stringify(object)}\n`);
  if (line?.article.ok !== true) throw new Error(told(line === undefined ? [] : [line]).join());
  return { ...line.article.value.document, notes: line.article.value.notes };
}

/** The reason why the one line of a file is refused. */
function reason(line: string | Uint8Array): string {
  const [told1 = '', ...more] = told(linesOf(line));
  expect(more).toEqual([]);
  return told1.replace(/^big\.jsonl line 1: /u, '');
}

describe('a file of articles, one a line', () => {
  it('gives every article and every refusal in turn, by line number', () => {
    const content = '{"text":"One."}\nnonsense\n\n \t\n{"content":"Two."}\n';
    expect(told(linesOf(content))).toEqual([
      '1: One.',
      'big.jsonl line 2: the line is not JSON. Write one object, {"text": "…"}, on each line.',
      '5: Two.',
    ]);
  });

  it('does not care for a byte order mark, CR LF, or a missing end of the last line', () => {
    expect(told(linesOf('\ufeff{"text":"One."}\r\n\r\n{"text":"Two."}'))).toEqual(['1: One.', '3: Two.']);
  });

  it('is read as .ndjson too, and in any case of letters', () => {
    expect(told(linesOf('{"text":"One."}', {}, 'BIG.NDJSON'))).toEqual(['1: One.']);
  });

  it('refuses a line that was cut off, also in the middle of a character, and keeps the others', () => {
    const whole = Buffer.from('{"text":"One."}\n{"text":"Zweitausend €"}\n');
    const cutInCharacter = whole.subarray(0, whole.length - 4);
    expect(told(linesOf(cutInCharacter))).toEqual([
      '1: One.',
      'big.jsonl line 2: the line is not UTF-8: it holds the bytes E2 82 (at byte 21 of the line). Save the file as UTF-8.',
    ]);
    expect(told(linesOf(whole.subarray(0, 20)))).toEqual([
      '1: One.',
      'big.jsonl line 2: the line ends in the middle of its JSON. Write each object whole on one line.',
    ]);
  });

  it('passes over a line above the limit and goes on after it', () => {
    const content = `{"text":"One."}\n{"text":"${'x'.repeat(500)}"}\n{"text":"Three."}\n${'y'.repeat(600)}`;
    expect(told(linesOf(content, { lineSize: 100, chunkSize: 64 }))).toEqual([
      '1: One.',
      'big.jsonl line 2: the line has 0.1 MB; 0.1 MB is the most. Put every article on a line of its own.',
      '3: Three.',
      'big.jsonl line 4: the line has 0.1 MB; 0.1 MB is the most. Put every article on a line of its own.',
    ]);
  });

  it('takes a line of just the limit', () => {
    const line = '{"text":"One."}';
    expect(
      told(linesOf(`${line}\n${line} \n`, { lineSize: line.length, chunkSize: 4 })).map((one) => one.slice(0, 26)),
    ).toEqual(['1: One.', 'big.jsonl line 2: the line']);
  });

  it('refuses a line of 200 MB without taking it into memory', () => {
    const path = join(folder, 'huge.jsonl');
    const descriptor = openSync(path, 'w');
    const piece = Buffer.alloc(20 * 1024 * 1024, 'word ');
    writeSync(descriptor, '{"text":"One."}\n{"text":"');
    for (let written = 0; written < 10; written += 1) writeSync(descriptor, piece);
    writeSync(descriptor, '"}\n{"text":"Three."}\n');
    closeSync(descriptor);
    let most = 0;
    const before = process.memoryUsage().arrayBuffers;
    const lines: ArticleLine[] = [];
    for (const line of readArticleLines(path)) {
      most = Math.max(most, process.memoryUsage().arrayBuffers - before);
      lines.push(line);
    }
    rmSync(path);
    expect(told(lines)).toEqual([
      '1: One.',
      'huge.jsonl line 2: the line has 200.1 MB; 64 MB is the most. Put every article on a line of its own.',
      '3: Three.',
    ]);
    expect(most).toBeLessThan(2 * 1024 * 1024);
  });

  it('says how much of the file has been read', () => {
    expect(linesOf('{"text":"1234"}\n{"text":"5678"}\n').map(({ share }) => share)).toEqual([0.5, 1]);
  });

  it('is left early without harm', () => {
    const path = join(folder, 'left.jsonl');
    writeFileSync(path, '{"text":"One."}\n'.repeat(1000));
    for (const { line } of readArticleLines(path)) if (line === 3) break;
    rmSync(path);
    expect(told([...readArticleLines(path)])[0]).toMatch(/^There is no file “left\.jsonl” in /u);
  });

  it('gives the same whatever the size of the chunks', () => {
    const piece = fc.constantFrom('{"text":"a"}', '\n', '\r\n', '{"text":"€😀"}', 'x', '"', ' ', '\ufeff');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.integer({ min: 1, max: 40 }), (pieces, chunkSize) => {
        const content = pieces.join('');
        const expected = content
          .replace(/^\ufeff/u, '')
          .split('\n')
          .flatMap((line, at) => (line.trim() === '' ? [] : [`${at + 1}: ${isArticle(line) ? 'article' : 'refused'}`]));
        const found = linesOf(content, { chunkSize }).flatMap(({ line, article }) =>
          line === 0 ? [] : [`${line}: ${article.ok ? 'article' : 'refused'}`],
        );
        expect(found).toEqual(expected);
      }),
    );
  });
});

function isArticle(line: string): boolean {
  try {
    return typeof (JSON.parse(line) as { text?: unknown }).text === 'string';
  } catch {
    return false;
  }
}

describe('a file that is no such file is refused once', () => {
  it.each([
    ['empty', '', '“big.jsonl” is empty (0 bytes). There is nothing to import.'],
    ['blank', ' \n\n', '“big.jsonl” holds nothing but blank space. There is nothing to import.'],
    [
      'in UTF-16',
      Buffer.from('\ufeff{"text":"One."}\n', 'utf16le'),
      '“big.jsonl” is written in UTF-16 (little-endian), not UTF-8. Save it as UTF-8 and import it again.',
    ],
    [
      'packed',
      Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0]),
      '“big.jsonl” is a gzip archive, not plain text. Save its text as UTF-8 and import that.',
    ],
  ])('%s', (_what, content, sentence) => {
    expect(told(linesOf(content))).toEqual([sentence]);
  });

  it('a folder, something that is not there, another ending', () => {
    expect(told([...readArticleLines(folder)])[0]).toMatch(/ is a folder\. /u);
    expect(told([...readArticleLines(join(folder, 'none.jsonl'))])[0]).toMatch(/^There is no file “none\.jsonl” in /u);
    expect(told(linesOf('{"text":"One."}', {}, 'big.jsonl.gz'))).toEqual([
      '“big.jsonl.gz” is packed. Unpack it and import the file that is in it.',
    ]);
  });
});

describe('a line that is refused', () => {
  it.each([
    [
      '{"text":"One."} and more',
      'the line is not JSON (wrong at character 17). Write one object, {"text": "…"}, on each line.',
    ],
    ['{"text":"a\tb"}', 'the line is not JSON (wrong at character 11). Write one object, {"text": "…"}, on each line.'],
    ['{"text":', 'the line ends in the middle of its JSON. Write each object whole on one line.'],
    ['{', 'the line ends in the middle of its JSON. Write each object whole on one line.'],
    ['["One."]', 'the line is a list, not an object. Write one object, {"text": "…"}, on each line.'],
    ['"One."', 'the line is a text, not an object. Write one object, {"text": "…"}, on each line.'],
    ['7', 'the line is a number, not an object. Write one object, {"text": "…"}, on each line.'],
    ['true', 'the line is “true”, not an object. Write one object, {"text": "…"}, on each line.'],
    ['null', 'the line is null, not an object. Write one object, {"text": "…"}, on each line.'],
    ['{"title":"One"}', 'the object has neither “text” nor “content”. There is nothing to import.'],
    ['{"text":null,"content":null}', 'the object has neither “text” nor “content”. There is nothing to import.'],
    ['{"__proto__":{"text":"One."}}', 'the object has neither “text” nor “content”. There is nothing to import.'],
    ['{"text":7}', 'its “text” is a number, not a text in quotation marks.'],
    ['{"content":["One."]}', 'its “content” is a list, not a text in quotation marks.'],
    ['{"text":""}', 'its “text” is empty. There is nothing to import.'],
    ['{"text":" \\n\\u200b"}', 'its “text” holds nothing but blank space. There is nothing to import.'],
    ['{"text":"one\\u0000two"}', 'its “text” holds a NUL character. Remove it and import the file again.'],
    [
      '{"text":"one \\ud83d two"}',
      'its “text” holds half a character (a lone surrogate). Correct it and import the file again.',
    ],
  ])('%s', (line, sentence) => {
    expect(reason(line)).toBe(sentence);
  });

  it('with bytes that are not UTF-8', () => {
    expect(reason(Buffer.from('{"text":"caf\xe9"}', 'latin1'))).toBe(
      'the line is not UTF-8: it holds the bytes E9 22 7D (at byte 12 of the line). Save the file as UTF-8.',
    );
  });

  it('with a text above what a document may have', () => {
    expect(reason(JSON.stringify({ text: 'x'.repeat(articleSizeLimit + 1) }))).toBe(
      'its “text” has 20.1 MB; 20 MB is the most. Split it into articles.',
    );
  });

  it('with nothing but brackets, before they cost memory', () => {
    expect(reason('['.repeat(2_000_000))).toBe(
      'the line holds more than 1,000,000 values. An article is one object with a text.',
    );
    expect(only({ text: '[,{"'.repeat(600_000) }).text).toHaveLength(2_400_000);
  });
});

describe('the document of a line', () => {
  it('has its origin: file, line, id, source and date', () => {
    const given = {
      id: 'a1',
      title: 'A fire',
      source: 'The Daily Planet',
      date: '2015-01-01',
      text: 'It burnt.',
      topic: 'x',
    };
    expect(only(given)).toEqual({
      name: 'a1',
      title: 'A fire',
      text: 'It burnt.',
      origin: {
        file: 'big.jsonl',
        encoding: 'utf-8',
        byteOrderMark: false,
        lineEnds: 'none',
        line: 1,
        identifier: 'a1',
        source: 'The Daily Planet',
        date: '2015-01-01',
      },
      notes: [],
    });
  });

  it('is called by its id, else by its title, else by file and line', () => {
    expect(only({ text: 'T.', id: 17, title: 'A fire' }).name).toBe('17');
    expect(only({ text: 'T.', id: ' ', title: 'A fire' }).name).toBe('A fire');
    expect(only({ text: 'T.' }).name).toBe('big.jsonl:1');
  });

  it('takes its title from the text where none is given, and says nothing it does not know', () => {
    const { title, origin } = only({ text: 'Fire in the old town hall\n\nIt burnt, the mayor said.' });
    expect(title).toBe('Fire in the old town hall');
    expect(Object.keys(origin)).toEqual(['file', 'encoding', 'byteOrderMark', 'lineEnds', 'line']);
  });

  it('keeps a date as it is written, whatever that is', () => {
    expect(only({ text: 'T.', date: '1st of May, 2015' }).origin.date).toBe('1st of May, 2015');
    expect(only({ text: 'T.', date: 1430438400 }).origin.date).toBe('1430438400');
  });

  it('has every field on one line', () => {
    const { name, title, origin } = only({
      text: 'T.',
      id: 'a\n1',
      title: 'A\r\n fire\u0000',
      source: '\tThe Planet ',
    });
    expect([name, title, origin.source]).toEqual(['a 1', 'A fire', 'The Planet']);
  });

  it('comes without a field that cannot be read, and a note says so', () => {
    const { origin, notes } = only({
      text: 'T.',
      id: 2 ** 60,
      title: '\ud83d',
      source: { name: 'P' },
      date: 'x'.repeat(1001),
    });
    expect(Object.keys(origin)).not.toContain('source');
    expect(notes).toEqual([
      'Its “id” is a number too long to be read exactly; it was left out.',
      'Its “title” holds half a character (a lone surrogate); it was left out.',
      'Its “source” is an object, not text; it was left out.',
      'Its “date” is longer than 1,000 characters; it was left out.',
    ]);
  });

  it('has its text frozen by the rules of plain text: LF at line ends, one byte order mark dropped', () => {
    const { text, origin } = only({ text: '\ufeffOne\r\ntwo\r\n' });
    expect([text, origin.lineEnds, origin.byteOrderMark]).toEqual(['One\ntwo\n', 'crlf', true]);
  });

  it.each([
    ['only punctuation', '…!?'],
    ['only digits', '2015'],
    ['one letter', 'a'],
    ['emoji only', '😀👩‍👩‍👧'],
    ['written from right to left', 'שלום עולם'],
    ['mixed scripts', 'Kyiv Київ 基輔 كييف'],
  ])('may be %s', (_what, text) => {
    expect(only({ text })).toMatchObject({ text, title: text });
  });

  it('may have 10 MB', () => {
    const text = 'The minister said so. '.repeat(480_000);
    expect(only({ text }).text).toBe(text);
  });

  it('comes back from any way of writing JSON as it went in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (body) => {
        const text = `x${body.replaceAll('\u0000', '')}`;
        const escaped = `{"text":"${[...Array(text.length).keys()]
          .map((at) => `\\u${text.charCodeAt(at).toString(16).padStart(4, '0')}`)
          .join('')}"}`;
        const expected = text.replace(/\r\n?/gu, '\n');
        expect(told(linesOf(escaped))).toEqual([`1: ${expected}`]);
        expect(only({ text }).text).toBe(expected);
      }),
    );
  });
});
