import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { AnnotatedSet } from '#shared/domain/annotated-set.ts';
import { loadPdfjs } from '../pdf/pdfjs.ts';
import { lossesOf } from '../set/holding.ts';
import { lossSentence } from '../set/loss.ts';
import { documentOf, goldenText, setOf, t1, t2, t3 } from '../testing/golden-set.ts';
import { contentsOf, writtenSource } from '../testing/memory-source.ts';
import { page } from './canvas.ts';
import { coveredRanges, drawableText, missingCharacters } from './coverage.ts';
import { openFonts } from './fonts.ts';
import { pdfReportFormat } from './format.ts';
import { breakLines, cutPieces, joinPieces } from './layout.ts';

async function bytesOf(set: AnnotatedSet): Promise<Buffer> {
  const [file] = pdfReportFormat.write(set, { text: true });
  if (file === undefined) throw new Error('no file');
  return contentsOf(file);
}

async function opened(set: AnnotatedSet) {
  const { getDocument, VerbosityLevel } = await loadPdfjs();
  return getDocument({ data: new Uint8Array(await bytesOf(set)), verbosity: VerbosityLevel.ERRORS }).promise;
}

describe('the fonts that are shipped', () => {
  it('have just the characters that are said to be covered', async () => {
    const { files } = await openFonts();
    const found = new Set(files.flatMap(({ characters }) => [...characters]));
    const said = new Set(
      coveredRanges.split(' ').flatMap((range) => {
        const [from = 0, to = from] = range.split('-').map((one) => Number.parseInt(one, 16));
        return Array.from({ length: to - from + 1 }, (_, at) => from + at);
      }),
    );
    const unlike = [...found].filter((one) => !said.has(one)).map((one) => one.toString(16));
    // The first and the last are signs for no character, and one cannot be seen.
    expect(unlike.toSorted()).toEqual(['0', 'feff', 'ffff']);
    expect([...said].filter((one) => !found.has(one))).toEqual([]);
  });

  it('are chosen by character, with marks kept on their letters', async () => {
    const { parts } = await openFonts();
    const shown = (text: string): readonly string[] => parts(text, 'reading').map((part) => part.text);
    expect(shown('Hello, é')).toEqual(['Hello, é']);
    expect(shown('я и Ω')).toEqual(['я и ', 'Ω']);
    expect(
      parts('я и Ω', 'interface')
        .map(({ text }) => text)
        .join(''),
    ).toBe('я и Ω');
  });
});

describe('text that is drawn', () => {
  it.each([
    ['Grüße, “żółć” — Ελλάδα, Москва', []],
    ['שלום', ['ש', 'ל', 'ו', 'ם']],
    ['中文中', ['中', '文']],
    ['a😀b', ['😀']],
    ['\u0001', ['\u0001']],
    ['a\u200f\u00ad\u200db\u2009c\td\u2028e\u2011f', []],
  ])('of %j lacks %j', (text, missing) => expect(missingCharacters(text)).toEqual(missing));

  it('has a sign for every character, and is not changed again', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        const drawn = drawableText(text);
        expect(missingCharacters(drawn)).toEqual([]);
        expect(drawableText(drawn)).toBe(drawn);
      }),
      { numRuns: 500 },
    ));

  it('stays within its margins where a long word and smaller letters are in one line', async () => {
    const labels = [{ label: 'claim', name: 'x'.repeat(200), key: '' }];
    const set = { ...setOf([documentOf('doc1', goldenText, [t1])]), labels };
    const { items } = await (await (await opened(set)).getPage(1)).getTextContent();
    const ends = items.flatMap((item) =>
      'str' in item && item.str.trim() !== '' ? [Number(item.transform[4]) + item.width] : [],
    );
    // Characters are measured one by one, and kerned where they stand together.
    expect(Math.max(...ends)).toBeLessThan(page.width - page.side + 6);
  });

  it('is told before writing where characters are missing, each once in a document', () => {
    const set = setOf([documentOf('doc1', 'A 中文 B claims 中.\n', [{ ...t1, note: '😀' }])]);
    const glyphs = lossesOf(set, pdfReportFormat, { text: true }).find(({ kind }) => kind === 'glyph');
    expect(glyphs === undefined ? '' : lossSentence(glyphs)).toBe(
      'Not in the file: characters that the fonts of the file lack (3: “中”, “文”, “😀”).',
    );
  });
});

describe('lines', () => {
  /** Every character is one wide. */
  const measure = (text: string): number => text.length;
  const set = (text: string, width: number): readonly string[] =>
    breakLines(cutPieces(text, 'f', 0, measure), width, measure).map(({ pieces }) =>
      joinPieces(pieces)
        .map((piece) => piece.text)
        .join(''),
    );

  it.each([
    ['', 5, ['']],
    ['one two three', 7, ['one two ', 'three']],
    ['one two three', 6, ['one ', 'two ', 'three']],
    ['well-known', 6, ['well-', 'known']],
    ['abcdefgh', 3, ['abc', 'def', 'gh']],
    ['a abcdefgh', 3, ['a ', 'abc', 'def', 'gh'].slice(0, 4)],
    ['1\u00a0word', 5, ['1\u00a0wor', 'd']],
  ])('of %j in a width of %i are %j', (text, width, lines) => expect(set(text, width).join('|')).toBe(lines.join('|')));

  it('hold all of the text, and none is too wide but for the space at its end', () =>
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'b', ' ', '-', 'c'), maxLength: 80 }),
        fc.integer({ min: 1, max: 20 }),
        (text, width) => {
          const lines = set(text, width);
          expect(lines.join('')).toBe(text);
          expect(lines.filter((line) => line.trimEnd().length > width)).toEqual([]);
        },
      ),
    ));
});

describe('the PDF report', () => {
  const long = `${'Words that go on and on, for the page is long. '.repeat(40)}\n`.repeat(30);
  let shown: Awaited<ReturnType<typeof opened>>;

  beforeAll(async () => {
    shown = await opened(
      setOf([documentOf('doc1', `${goldenText}${long}`, [t3, t1, t2]), documentOf('doc2', goldenText, [t1])]),
    );
  });

  it('has a page number on every page, and nothing beyond the edges', async () => {
    const numbers: string[] = [];
    for (let number = 1; number <= shown.numPages; number += 1) {
      const page = await shown.getPage(number);
      const { items } = await page.getTextContent();
      const texts = items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [item] : []));
      numbers.push(texts.find(({ transform }) => Number(transform[5]) < 60)?.str ?? '');
      for (const { transform, width } of texts) expect(Number(transform[4]) + width).toBeLessThan(595 - 80);
      expect(Math.min(...texts.map(({ transform }) => Number(transform[5])))).toBeGreaterThan(40);
    }
    expect(shown.numPages).toBeGreaterThan(10);
    expect(numbers).toEqual(Array.from({ length: shown.numPages }, (_, at) => String(at + 1)));
  });

  it('has a bookmark for each document', async () => {
    expect((await shown.getOutline()).map(({ title }) => title)).toEqual(['1. Title of doc1', '2. Title of doc2']);
  });

  it('says what it is called and not when it was made', async () => {
    const { info } = await shown.getMetadata();
    expect(info).toMatchObject({
      Title: 'Golden',
      Creator: 'Variorum',
      CreationDate: expect.stringMatching(/^D:1970/u),
    });
  });

  it('shows any text without falling over', async () => {
    const odd = [
      'שלום עולם',
      '中'.repeat(3000),
      '👩‍🚀😀',
      'e\u0301\u0302\u0303',
      '\u202eabc',
      'x'.repeat(5000),
      '\t\t',
      '\u0001\ufffe',
    ];
    const set = setOf([documentOf('doc1', odd.join('\n'), [{ ...t1, start: 0, end: odd.join('\n').length }])]);
    expect(await pdfReportFormat.check?.(await writtenSource(set, pdfReportFormat), set)).toBeNull();
  });

  it('is refused where its end is cut off, and where it is none', async () => {
    const set = setOf([documentOf('doc1', goldenText, [t1])]);
    const source = await writtenSource(set, pdfReportFormat);
    const [file] = source.files;
    if (file === undefined) throw new Error('no file');
    const bytes = Buffer.from('not a PDF file');
    const broken = {
      ...source,
      files: [{ ...file, bytes: () => Promise.resolve({ ok: true as const, value: bytes }) }],
    };
    expect(await pdfReportFormat.check?.(broken, set)).toMatch(/^it does not open/u);
  });
});
