import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleRefusalSentence } from '../article-refusal.ts';
import { readOne, refusalOf, sourceOf } from '../testing/article-source.ts';
import { damaged } from '../testing/zip-bytes.ts';
import { pdfText } from './pdf-text.ts';
import { pdfReader } from './reader.ts';
import { makePdf, sentences } from './testing/make-pdf.ts';

const read = (bytes: Uint8Array) => readOne(pdfReader, sourceOf('a.pdf', bytes));

async function articleOf(bytes: Uint8Array) {
  const article = await read(bytes);
  if (!article.ok) throw new Error(articleRefusalSentence(article.error));
  return article.value;
}

describe('a PDF file', () => {
  it('is its paragraphs, with what it says of itself', async () => {
    const bytes = await makePdf((pdf) => {
      pdf.fontSize(20).text('Minister denies all of the claims').fontSize(11).moveDown();
      pdf.text(sentences(1, 4)).moveDown().text(sentences(5, 4)).moveDown().text('The fifth and final office.');
    });
    const { document, notes } = await articleOf(bytes);
    expect(document.text.split('\n\n')).toEqual([
      'Minister denies all of the claims',
      sentences(1, 4),
      sentences(5, 4),
      'The fifth and final office.',
    ]);
    expect(document).toMatchObject({
      name: 'a.pdf',
      title: 'Minister denies',
      origin: { author: 'Ann', date: '2015-10-03T00:00:00Z' },
      original: bytes,
    });
    expect(notes).toEqual([]);
  });

  it('tells paragraphs by their indents too', async () => {
    const paragraphs = [sentences(1, 3), sentences(4, 3), sentences(7, 3)];
    const bytes = await makePdf((pdf) => {
      for (const paragraph of paragraphs) pdf.fontSize(11).text(paragraph, { indent: 20, paragraphGap: 0 });
    });
    expect((await articleOf(bytes)).document.text.split('\n\n')).toEqual(paragraphs);
  });

  it.each([2, 3])('in %i columns is read column by column, below a headline that crosses them', async (columns) => {
    const story = sentences(1, columns === 2 ? 40 : 33);
    const bytes = await makePdf((pdf) => {
      pdf.fontSize(20).text('A headline across all of the columns of the page').moveDown();
      pdf.fontSize(10).text(story, { columns, columnGap: 18, align: 'justify', height: 560 });
    });
    const [headline, ...text] = (await articleOf(bytes)).document.text.split('\n\n');
    expect(headline).toBe('A headline across all of the columns of the page');
    expect(text.join(' ')).toBe(story);
  });

  it('in columns, with a picture line across the middle, is read above it and then below it', async () => {
    const bytes = await makePdf((pdf) => {
      pdf.fontSize(10);
      for (const [at, [x, y]] of [
        [72, 72],
        [310, 72],
        [72, 420],
        [310, 420],
      ].entries())
        pdf.text(sentences(1 + at * 8, 8), x, y, { width: 210 });
      pdf.text(
        'A caption of a picture which stands across both of the columns, and says what is to be seen in it',
        72,
        390,
        { width: 450 },
      );
    });
    const { text } = (await articleOf(bytes)).document;
    const order = [...text.matchAll(/Sentence number (\d+)|A (caption)/gu)].map(
      ([, number, caption]) => number ?? caption,
    );
    const numbers = (from: number): string[] => Array.from({ length: 8 }, (_, at) => String(from + at));
    expect(order).toEqual([...numbers(1), ...numbers(9), 'caption', ...numbers(17), ...numbers(25)]);
  });

  it('leaves out headers, footers and page numbers, and goes on over the page', async () => {
    const story = sentences(1, 90);
    let page = 0;
    const bytes = await makePdf((pdf) => {
      const frame = (): void => {
        page += 1;
        const { x, y } = pdf;
        const { margins } = pdf.page;
        pdf.page.margins = { ...margins, bottom: 0, top: 0 };
        pdf
          .fontSize(9)
          .text(`The Daily, ${page} October 2015`, 72, 30, { lineBreak: false })
          .text(`Page ${page} of 4`, 280, 800, { lineBreak: false });
        pdf.page.margins = margins;
        [pdf.x, pdf.y] = [x, y];
        pdf.fontSize(12);
      };
      frame();
      pdf.on('pageAdded', frame);
      pdf.fontSize(12).text(story);
    });
    const { document, notes } = await articleOf(bytes);
    expect(page).toBeGreaterThan(2);
    expect(document.text.replaceAll('\n\n', ' ')).toBe(story);
    expect(notes).toEqual([
      `Headers, footers and page numbers were left out (${2 * page}): “The Daily, 1 October 2015”, “Page 1 of 4”.`,
    ]);
  });

  it('has the hyphens at its line ends undone, but not those of words that have one', async () => {
    const lines = [
      'This is a well-known matter of the govern-',
      'ment, and it is a very well-',
      'known one, which the Anglo-',
      'American press had in its head-',
      'lines on the day of 2010-',
      '2015 and for a long time.',
    ];
    const bytes = await makePdf((pdf) => {
      for (const line of lines) pdf.text(line);
    });
    const { document, notes } = await articleOf(bytes);
    expect(document.text).toBe(
      'This is a well-known matter of the government, and it is a very well-known one, which the Anglo-American press had in its headlines on the day of 2010-2015 and for a long time.',
    );
    expect(notes).toEqual(['2 hyphens at line ends were taken out: “government”, “headlines”.']);
  });

  it('keeps the hyphens at its line ends where words were never parted to fill the lines', async () => {
    const words =
      'A well-known and long-term plan for the well-being of the self-appointed, state-of-the-art co-operative was re-examined by a 14-year-old in mid-November of 2023–24 and/or later—as an ex-minister said—for a once-in-a-generation follow-up.';
    for (const width of [120, 150, 190, 260]) {
      const bytes = await makePdf((pdf) => {
        // The library breaks lines behind hyphens, and parts no words.
        for (let count = 0; count < 3; count += 1) pdf.fontSize(11).text(words, { width, paragraphGap: 12 });
      });
      const { document, notes } = await articleOf(bytes);
      expect(document.text.split('\n\n')).toEqual([words, words, words]);
      expect(notes).toEqual([]);
    }
  });

  it('keeps a hyphen that waits for the word behind the next', async () => {
    const lines = [
      'It is said by many that both the short-',
      'and the long-term hopes of the govern-',
      'ment rest on a machine of the state-of-the-',
      'art kind, which was in all of the head-',
      'lines of the week, as a boy of 14, or a 14-',
      'year-old, said on the day of the COVID-',
      '19 inquiry into all of these matters.',
    ];
    const bytes = await makePdf((pdf) => {
      for (const line of lines) pdf.text(line);
    });
    expect((await articleOf(bytes)).document.text).toBe(
      'It is said by many that both the short- and the long-term hopes of the government rest on a machine of the state-of-the-art kind, which was in all of the headlines of the week, as a boy of 14, or a 14-year-old, said on the day of the COVID-19 inquiry into all of these matters.',
    );
  });

  it('leaves out what stands on its side, and is read where all of it does', async () => {
    const stamped = await makePdf((pdf) => {
      pdf
        .save()
        .rotate(-90, { origin: [40, 500] })
        .text('Stamp of the archive', 40, 500)
        .restore();
      pdf.text(sentences(1, 4), 72, 72);
    });
    const { document, notes } = await articleOf(stamped);
    expect(document.text).toBe(sentences(1, 4));
    expect(notes).toEqual(['Words that do not stand upright were left out (20 characters).']);
    const turned = await makePdf((pdf) => {
      pdf.rotate(-90, { origin: [300, 400] }).text(sentences(1, 4), 100, 300, { width: 400 });
    });
    expect((await articleOf(turned)).document.text).toBe(sentences(1, 4));
  });

  it('has the items of a list as paragraphs, with what hangs under their marks', async () => {
    const bytes = await makePdf((pdf) => {
      pdf
        .fontSize(11)
        .text(sentences(1, 2))
        .text('1. one')
        .text('2. two')
        .text('• An item that is as long as the lines above it are, or a little shorter, so');
      pdf.text('that this hangs under it', 84).text('• four', 72);
    });
    expect((await articleOf(bytes)).document.text.split('\n\n').slice(1)).toEqual([
      '1. one',
      '2. two',
      '• An item that is as long as the lines above it are, or a little shorter, so that this hangs under it',
      '• four',
    ]);
  });

  it('keeps the rows of a table together', async () => {
    const bytes = await makePdf((pdf) => {
      for (let row = 0; row < 8; row += 1) {
        for (const [at, cell] of [`Town ${row}`, String(row * 100), `${row} %`].entries())
          pdf.text(cell, 72 + at * 130, 72 + row * 20, { lineBreak: false });
      }
    });
    expect((await articleOf(bytes)).document.text).toContain('Town 3 300 3 %');
  });
});

describe('a PDF file beside another reader of it', () => {
  let hasPoppler = true;
  try {
    execFileSync('pdftotext', ['-v'], { stdio: 'ignore' });
  } catch {
    hasPoppler = false;
  }
  const folder = mkdtempSync(join(tmpdir(), 'variorum-pdf-'));

  it.skipIf(!hasPoppler)('has the same words as poppler finds', async () => {
    const bytes = await makePdf((pdf) => {
      pdf.fontSize(18).text('Naïve café owners “deny” €5 — really').moveDown();
      pdf.fontSize(10).text(sentences(1, 40), { columns: 2, columnGap: 20, align: 'justify', height: 500 });
    });
    writeFileSync(join(folder, 'a.pdf'), bytes);
    const theirs = execFileSync('pdftotext', [join(folder, 'a.pdf'), '-'], { encoding: 'utf8' });
    rmSync(folder, { recursive: true });
    const words = (text: string): readonly string[] => text.match(/\S+/gu) ?? [];
    expect(words((await articleOf(bytes)).document.text)).toEqual(words(theirs));
  });
});

describe('a PDF file that is refused', () => {
  const sentence = async (bytes: Uint8Array): Promise<string> => articleRefusalSentence(refusalOf(await read(bytes)));
  const objects = (...all: readonly (string | Buffer)[]): Buffer =>
    Buffer.concat(all.map((one) => Buffer.from(one as string)));

  it('for a password', async () => {
    expect(await sentence(await makePdf((pdf) => pdf.text('Secret'), { userPassword: 'x' }))).toBe(
      '“a.pdf” is a PDF file with a password. Save it without one and import that.',
    );
  });

  it('for having pictures only', async () => {
    expect(await sentence(await makePdf((pdf) => pdf.rect(0, 0, 500, 500).fill('red').addPage()))).toBe(
      '“a.pdf” holds pictures of its 2 pages and no text. Run text recognition (OCR) on it and import the result.',
    );
  });

  it('for its pages', async () => {
    const found = await pdfText(await makePdf((pdf) => pdf.text('a').addPage().addPage()), { pages: 2 });
    expect(found.ok ? '' : found.error).toEqual({ type: 'too many pages', pages: 3, limit: 2 });
  });

  it.each([
    ['nothing', Buffer.alloc(0), 'is empty'],
    ['something else', Buffer.from('Just text.'), 'cannot be read as a PDF file'],
    ['its beginning alone', Buffer.from('%PDF-1.7\n'), 'cannot be read as a PDF file'],
    [
      'a bomb',
      objects(
        '%PDF-1.7\n1 0 obj <</Filter/FlateDecode/Length 1>> stream\n',
        deflateSync(Buffer.alloc(100_000_000)),
        '\nendstream endobj',
      ),
      'grow beyond all measure',
    ],
    [
      'a bomb in a bomb',
      objects(
        '%PDF-1.7\n1 0 obj <</Filter[/FlateDecode /FlateDecode]>> stream\n',
        deflateSync(deflateSync(Buffer.alloc(100_000_000))),
        '\nendstream endobj',
      ),
      'grow beyond all measure',
    ],
  ])('for being %s', async (_what, bytes, said) => expect(await sentence(bytes)).toContain(said));

  it('or read, but never makes it crash or hang, whatever is changed in it', async () => {
    const packed = await makePdf((pdf) => pdf.text(sentences(1, 3)));
    const plain = await makePdf((pdf) => pdf.text(sentences(1, 3)), { compress: false });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(packed, plain),
        fc.array(fc.tuple(fc.nat(plain.length - 1), fc.nat(255)), { maxLength: 10 }),
        fc.nat(plain.length),
        fc.boolean(),
        async (bytes, changes, length, isCut) => {
          const article = await read(damaged(bytes, changes, isCut ? length : bytes.length));
          expect(article.ok ? '' : articleRefusalSentence(article.error)).not.toContain('undefined');
        },
      ),
      { numRuns: 150 },
    );
  });
});
