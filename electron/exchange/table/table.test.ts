import * as fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { articleRefusalSentence } from '../article-refusal.ts';
import type { ReadingChoices } from '../article-reader.ts';
import { readAll, sourceOf } from '../testing/article-source.ts';
import { previewTable } from './preview.ts';
import { tableReader } from './reader.ts';
import { createRecordSplitter } from './record-splitter.ts';

const read = async (table: string | Uint8Array, choices: ReadingChoices = {}, file = 'a.csv') =>
  (await readAll(tableReader, sourceOf(file, table, 7), choices)).map(({ line, article }) =>
    article.ok ? { line, ...article.value.document } : { line, said: articleRefusalSentence(article.error) },
  );
const texts = async (table: string | Uint8Array, choices: ReadingChoices = {}, file = 'a.csv') =>
  (await read(table, choices, file)).map((one) => ('said' in one ? one.said : one.text));

describe('a table of articles', () => {
  it('gives an article for each record, with what its columns say of it', async () => {
    const [first, second] = await read(
      'id,Headline,Body,Outlet,Byline,Published,Link\r\na1,Big news,"One, ""two"".\r\nThree.",Daily,Ann,2015-10-03,https://x.example/1\r\n,,Text two,,,,javascript:x\r\n',
    );
    expect(first).toEqual({
      line: 2,
      name: 'a1',
      title: 'Big news',
      text: 'One, "two".\nThree.',
      origin: {
        file: 'a.csv',
        encoding: 'utf-8',
        byteOrderMark: false,
        lineEnds: 'crlf',
        line: 2,
        identifier: 'a1',
        source: 'Daily',
        author: 'Ann',
        date: '2015-10-03',
        url: 'https://x.example/1',
      },
    });
    expect(second).toMatchObject({ name: 'a.csv:3', title: 'Text two', origin: { line: 3 } });
    expect(second).not.toHaveProperty('origin.url');
  });

  it.each([
    ['commas', 'text,id\n"a;b",1\nc,2\n', ['a;b', 'c']],
    ['semicolons', 'text;id\na,b;1\nc,d;2\n', ['a,b', 'c,d']],
    ['TABs', 'id\ttext\n1\ta,b\n2\tc;d\n', ['a,b', 'c;d']],
    ['bars', 'id|text\n1|a,b\n2|c', ['a,b', 'c']],
    ['nothing', 'text\nOne\nTwo\n', ['One', 'Two']],
    ['commas, with CR at line ends', 'id,text\r1,a\r2,b\r', ['a', 'b']],
    ['commas, with blank lines', 'id,text\n\n1,a\n,\n2,b\n\n', ['a', 'b']],
    ['commas, behind a byte order mark', '\ufefftext,id\na,1\n', ['a']],
    ['what its first line names', 'sep=;\nid;text\n1;"a, b"\n2;c, d\n', ['a, b', 'c, d']],
    ['commas, and bare quotes', 'id,text\n1,5" pipe\n2,"a" \n', ['5" pipe', 'a']],
  ])('may have %s between its cells', async (_what, table, found) => expect(await texts(table)).toEqual(found));

  it('is read by its ending where that tells', async () => {
    expect(await texts('text\tid\na,b,c\t1\n', {}, 'a.tsv')).toEqual(['a,b,c']);
  });

  it('may be in another encoding, if it is confirmed', async () => {
    const bytes = iconv.encode('id;text\n1;Schöne Grüße aus Köln\n', 'windows-1252');
    expect((await texts(bytes))[0]).toContain('Confirm the encoding in the preview');
    expect(await texts(bytes, { encoding: 'windows-1252' })).toEqual(['Schöne Grüße aus Köln']);
    expect(await texts(Buffer.from('\ufeffid;text\n1;Grüße\n', 'utf16le'))).toEqual(['Grüße']);
  });

  it('comes back as it was written, whatever the characters of its cells', async () => {
    const unit = fc.constantFrom('a', ',', ';', '"', '\n', '\r\n', '\t', '|', ' ', '😀', 'é', "'", '=');
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit }), { maxLength: 6 }),
        fc.constantFrom(',', ';', '\t', '|'),
        async (cells, delimiter) => {
          const lines = cells.map((cell, at) => `${at}${delimiter}"x${cell.replaceAll('"', '""')}"`);
          const table = ['id,text'.replace(',', delimiter), ...lines].join('\n');
          const expected = cells.map((cell) => `x${cell.replaceAll('\r\n', '\n')}`);
          // A table of one record may be parted in more than one way.
          if (cells.length > 1)
            expect(await texts(table, {}, delimiter === '\t' ? 'a.tsv' : 'a.csv')).toEqual(expected);
        },
      ),
    );
  });

  it('is the same however it is cut into pieces', () => {
    const table = 'a,"b\r\n""c""",d\r\n"e"\rf\n,"",\n"g';
    const whole = split([table]);
    fc.assert(
      fc.property(fc.array(fc.nat(table.length)), (cuts) => {
        const at = [0, ...cuts.toSorted((a, b) => a - b), table.length];
        expect(split(at.slice(1).map((end, index) => table.slice(at[index], end)))).toEqual(whole);
      }),
    );
    expect(whole.map(({ cells }) => cells)).toEqual([['a', 'b\r\n"c"', 'd'], ['e'], ['f'], ['', '', ''], []]);
  });
});

function split(pieces: readonly string[], limit = 1000) {
  const splitter = createRecordSplitter(',', limit);
  return [...pieces.flatMap((piece) => splitter.write(piece)), ...splitter.end()];
}

describe('the columns of a table', () => {
  const table = 'nr,who,what\n1,Ann,A story of many words\n2,Ben,Another story\n3,Cem,A third\n4,Dan,A fourth\n';

  it('are asked about where no name tells which holds the text', async () => {
    expect(await texts(table)).toEqual([
      'In “a.csv” no column is certain to hold the text. Its columns are “1”, “2”, “3”. Choose the columns in the preview.',
    ]);
    const [refused] = await readAll(tableReader, sourceOf('a.csv', table));
    expect(refused?.article.ok === false && refused.article.error).toMatchObject({
      columns: ['1', '2', '3'],
      rows: [
        ['nr', 'who', 'what'],
        ['1', 'Ann', 'A story of many words'],
        ['2', 'Ben', 'Another story'],
      ],
    });
  });

  it('are taken as they are chosen, by the names of the header or by number', async () => {
    expect(await read(table, { columns: { text: 'what', author: 'who' } })).toMatchObject([
      { line: 2, text: 'A story of many words', origin: { author: 'Ann' } },
      { line: 3 },
      { line: 4 },
      { line: 5 },
    ]);
    expect(await texts(table, { columns: { text: '3' } })).toEqual([
      'what',
      'A story of many words',
      'Another story',
      'A third',
      'A fourth',
    ]);
    expect(await texts(table, { columns: { text: 'story' } })).toEqual([
      '“a.csv” has no column “story”. Its columns are “1”, “2”, “3”.',
    ]);
  });

  it('are shown with examples', async () => {
    const preview = await previewTable(sourceOf('a.csv', `title,text,text\nT,${'word '.repeat(100)},y\n`));
    expect(preview.ok && preview.value).toMatchObject({
      delimiter: ',',
      columns: [
        { name: 'title', examples: ['T'] },
        { name: 'text', examples: [expect.stringMatching(/^word .*…$/u)] },
        { name: 'text (2)', examples: ['y'] },
      ],
      guessed: { text: 'text', title: 'title' },
    });
  });
});

describe('a record that is refused', () => {
  it.each([
    ['without a text', '1', 'a.csv record 3: it has no cell in the column “text”.'],
    ['with an empty one', '1,', 'its “text” is empty'],
    ['with a blank one', '1,"  "', 'holds nothing but blank space'],
    ['with NUL', '1,a\u0000b', 'holds a NUL character'],
    ['with words behind a quoted cell', '1,"a"b', 'cell 2 goes on after its closing quotation mark'],
  ])('%s is named, and the others are read', async (_what, record, said) => {
    const found = await texts(`id,text\n0,before\n${record}\n2,after\n`);
    expect([found[0], found[2]]).toEqual(['before', 'after']);
    expect(found[1]?.replace('“a.csv” record', 'a.csv record')).toContain(said);
  });

  it('whose quotation mark is never closed is the last', async () => {
    expect(await texts('id,text\n0,before\n1,"open\n2,x\n')).toEqual([
      'before',
      '“a.csv” record 3: the quotation mark that opens cell 2 is never closed.',
    ]);
  });

  it('is too long, and is not held', () => {
    const records = split([
      'a,',
      ...Array.from({ length: 100 }, () => 'x'.repeat(100)),
      '\nb\n',
      `${','.repeat(20_000)}\nc`,
    ]);
    expect(records.map(({ cells, fault }) => fault ?? cells)).toEqual([
      'it has more than 1,000 characters.',
      ['b'],
      'it has more than 10,000 cells.',
      ['c'],
    ]);
  });

  it('may have a cell of ten megabytes', async () => {
    const cell = 'word '.repeat(2_000_000);
    const found = await readAll(tableReader, sourceOf('a.csv', `id,text\n1,"${cell}"\n`, 1_000_000));
    expect(found[0]?.article.ok && found[0].article.value.document.text.length).toBe(10_000_000);
  });
});

describe('a large table', () => {
  const piece = Buffer.from('1,"Grüße an alle, die dies lesen"\n'.repeat(10_000));
  const large = (last: Uint8Array) => {
    const head = Buffer.from('id,text\n');
    let given = 0;
    const pieces = async function* pieces() {
      yield head;
      for (let at = 0; at < 60; at += 1) {
        given += 1;
        yield piece;
      }
      yield last;
    };
    return {
      file: 'a.csv',
      size: head.length + 60 * piece.length + last.length,
      bytes: () => Promise.reject(new Error('held')),
      pieces,
      given: () => given,
    };
  };

  it('is never held', async () => {
    const source = large(Buffer.from('2,end'));
    let count = 0;
    let last = '';
    for await (const { article } of tableReader.read(source, {})) {
      count += 1;
      if (article.ok) last = article.value.document.text;
    }
    expect([count, last]).toEqual([600_001, 'end']);
  });

  it('is refused before its first record where its end is not UTF-8', async () => {
    const [first] = await readAll(tableReader, large(Buffer.from([0x31, 0x2c, 0xe9, 0x20])));
    expect([first?.line, first?.article.ok]).toEqual([0, false]);
  });
});

describe('any bytes', () => {
  it('are read or refused, but never make it crash', async () => {
    const unit = fc.constantFrom('text', 'id', ',', ';', '"', '\n', '\r', 'a', '\t', '|', '\u0000', ' ', '\ufeff');
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.array(unit).map((parts) => Buffer.from(parts.join(''))),
          fc.uint8Array(),
        ),
        async (bytes) => {
          expect((await texts(bytes)).length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
