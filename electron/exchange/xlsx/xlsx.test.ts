import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnnotatedSet } from '#shared/domain/annotated-set.ts';
import { columns } from '../csv/row.ts';
import { occurrenceRows } from '../csv/write.ts';
import type { ReadItem } from '../set/read-document.ts';
import type { SetSource } from '../set/source.ts';
import { verifySet } from '../set/verification.ts';
import { copiedSet, documentOf, goldenSet, goldenText, setOf, t1, t2 } from '../testing/golden-set.ts';
import { memoryFile, textSource, writtenTexts } from '../testing/memory-source.ts';
import { cellMarkup } from './cell-text.ts';
import { xlsxFormat } from './format.ts';
import { cellLimit } from './long-text.ts';
import { readXlsx } from './read.ts';
import { sheetRows } from './rows.ts';
import { writeXlsx } from './write.ts';

async function itemsOf(source: SetSource): Promise<readonly ReadItem[]> {
  const items: ReadItem[] = [];
  for await (const item of readXlsx(source)) items.push(item);
  return items;
}

async function problemsOf(source: SetSource): Promise<readonly string[]> {
  return (await itemsOf(source)).flatMap((item) => (item.type === 'problem' ? [`${item.where}: ${item.why}`] : []));
}

async function rowsOf(xml: string, strings: readonly string[] = []): Promise<readonly (readonly string[])[]> {
  const rows: (readonly string[])[] = [];
  for await (const { cells } of sheetRows(memoryFile('sheet.xml', Buffer.from(xml)), strings)) rows.push(cells);
  return rows;
}

function sourceOf(texts: Readonly<Record<string, string>>): SetSource {
  return textSource(texts);
}

async function difference(set: AnnotatedSet, source: SetSource): Promise<string | null> {
  return verifySet(set, xlsxFormat, { text: true }, source);
}

describe('a workbook', () => {
  it('says of the golden document just what is told there, and of the first spans both units', async () => {
    const texts = await writtenTexts(goldenSet, xlsxFormat);
    const [header = [], t3Row = [], t1Row = [], t2Row = []] = await rowsOf(texts['xl/worksheets/sheet1.xml'] ?? '');
    const cell = (row: readonly string[], column: string): string => row[header.indexOf(column)] ?? '';
    const shown = ['start', 'end', 'start_utf16', 'end_utf16', 'ranges', 'label', 'quote', 'escaped'];
    expect(header).toEqual(columns);
    expect(shown.map((column) => cell(t1Row, column))).toEqual(['2', '10', '3', '11', '', 'claim', 'B claims', '0']);
    expect(shown.map((column) => cell(t2Row, column))).toEqual([
      '4',
      '15',
      '5',
      '16',
      '',
      'rebuttal',
      'claims C.\nD',
      '0',
    ]);
    expect(cell(t3Row, 'ranges')).toBe('[[0,1],[16,22]]');
  });

  it('has its header bold and frozen, and its rows filtered', async () => {
    const sheet = (await writtenTexts(goldenSet, xlsxFormat))['xl/worksheets/sheet1.xml'] ?? '';
    expect(sheet).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
    expect(sheet).toContain(`<autoFilter ref="A1:Y4"/>`);
    expect(sheet.match(/<c s="1" t="inlineStr">/gu)).toHaveLength(columns.length);
  });

  it('counts passages and occurrences', async () => {
    const texts = await writtenTexts(copiedSet, xlsxFormat);
    expect((await rowsOf(texts['xl/worksheets/sheet2.xml'] ?? '')).map((row) => row.join(' '))).toEqual([
      'label name key passages occurrences',
      'claim Claim 1 1 1',
      'rebuttal Rebuttal 2 1 1',
      'editorial-insertion Editorial insertion 3 0 0',
    ]);
  });

  it('holds what looks like a formula as exact text that stays text', async () => {
    const set = setOf([
      documentOf('doc1', goldenText, [
        { ...t1, note: '=1+1' },
        { ...t2, note: "'=1+1" },
      ]),
    ]);
    const texts = await writtenTexts(set, xlsxFormat);
    const sheet = texts['xl/worksheets/sheet1.xml'] ?? '';
    expect(sheet).toContain('<c s="2" t="inlineStr"><is><t>=1+1</t></is></c>');
    expect(sheet).not.toContain('<f');
    expect(await difference(set, sourceOf(texts))).toBeNull();
  });

  it('goes on in a second sheet when the first is full', async () => {
    const texts: Record<string, string> = {};
    for (const { path, chunks } of writeXlsx(goldenSet, 3)) texts[path] = [...(chunks as Iterable<string>)].join('');
    expect(texts['xl/workbook.xml']).toContain('name="Occurrences 2"');
    expect(await rowsOf(texts['xl/worksheets/sheet2.xml'] ?? '')).toHaveLength(2);
    expect(await difference(goldenSet, sourceOf(texts))).toBeNull();
  });

  it('keeps texts that are too long for a cell, in order, even when somebody has sorted the sheet', async () => {
    const long = `${'x'.repeat(cellLimit - 1)}😀${'y'.repeat(cellLimit)}`;
    const alike = `${'z'.repeat(32_100)}… [continued: Long texts 1]`;
    const set = setOf([
      documentOf('doc1', long, [
        { ...t1, start: 0, end: long.length, note: alike },
        { ...t2, note: long },
      ]),
    ]);
    const texts = await writtenTexts(set, xlsxFormat);
    expect(texts['xl/workbook.xml']).toContain('name="Long texts"');
    const name = 'xl/worksheets/sheet2.xml';
    const [header = '', ...rows] = texts[name]?.split(/(?<=<\/row>)/u) ?? [];
    const sorted = { ...texts, [name]: `${header}${rows.slice(0, -1).toReversed().join('')}${rows.at(-1)}` };
    for (const each of await rowsOf(texts['xl/worksheets/sheet1.xml'] ?? ''))
      for (const cell of each) expect(cell.length).toBeLessThanOrEqual(cellLimit);
    expect(await difference(set, sourceOf(texts))).toBeNull();
    expect(await difference(set, sourceOf(sorted))).toBeNull();
  });
});

describe('a workbook that another program has saved', () => {
  it('has its texts elsewhere, in runs, without what is said of pronunciation', async () => {
    const rows = await rowsOf(
      '<x:worksheet xmlns:x="urn:x"><x:sheetData><x:row r="3"><x:c r="B3" t="s"><x:v>1</x:v></x:c>' +
        '<x:c r="D3" t="b"><x:v>1</x:v></x:c><x:c t="n"><x:v>7.0</x:v></x:c><x:c r="F3" t="str"><x:f>A1</x:f><x:v>got</x:v></x:c>' +
        '<x:c t="inlineStr"><x:is><x:r><x:t>ri</x:t></x:r><x:r><x:t>ch</x:t></x:r><x:rPh><x:t>no</x:t></x:rPh></x:is></x:c>' +
        '</x:row></x:sheetData></x:worksheet>',
      ['zero', 'one'],
    );
    expect(rows).toEqual([['', 'one', '', '1', '7', 'got', 'rich']]);
  });

  it('is read with its strings shared, its parts at other places and its columns in another order', async () => {
    const strings: string[] = [];
    const shared = (text: string): string =>
      `<c t="s"><v>${strings.push(`<si><t xml:space="preserve">${cellMarkup(text)}</t></si>`) - 1}</v></c>`;
    const order = columns.toReversed();
    const rows = [...occurrenceRows(goldenSet)].map((row) => order.map((column) => row[column]));
    const sheet = [order, ...rows].map((row) => `<row>${row.map(shared).join('')}</row>`).join('');
    const relation = (id: string, type: string, target: string): string =>
      `<Relationship Id="${id}" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/${type}" Target="${target}"/>`;
    const source = sourceOf({
      '_rels/.rels': `<Relationships>${relation('a', 'officeDocument', '/book/main.xml')}</Relationships>`,
      'book/main.xml':
        '<workbook xmlns:q="urn:q"><sheets><sheet name="Sheet1" sheetId="4" q:id="b"/></sheets></workbook>',
      'book/_rels/main.xml.rels': `<Relationships>${relation('b', 'worksheet', './one.xml')}${relation('c', 'sharedStrings', '../texts.xml')}</Relationships>`,
      'book/one.xml': `<worksheet><sheetData>${sheet}</sheetData></worksheet>`,
      'texts.xml': `<sst>${strings.join('')}</sst>`,
    });
    const items = await itemsOf(source);
    const [document] = items.flatMap((item) => (item.type === 'document' ? [item.document] : []));
    expect(document?.spans.map(({ start, end, label }) => [start, end, label])).toEqual([
      [0, 22, 'editorial-insertion'],
      [2, 10, 'claim'],
      [4, 15, 'rebuttal'],
    ]);
    expect(items.map(({ type }) => type)).toEqual(['labels', 'document']);
  });

  it('and that was made of a CSV has its cells rearmed where the row says so', async () => {
    const set = setOf([documentOf('doc1', goldenText, [{ ...t1, note: '=1+1' }])]);
    const texts = await writtenTexts(set, xlsxFormat);
    const name = 'xl/worksheets/sheet1.xml';
    const disarmed = texts[name]
      ?.replace('<t>=1+1</t>', "<t>'=1+1</t>")
      .replace('<c><v>0</v></c></row>', '<c><v>1</v></c></row>');
    expect(await difference(set, sourceOf({ ...texts, [name]: disarmed ?? '' }))).toBeNull();
  });
});

describe('a workbook that is none of ours, or broken', () => {
  const changed = async (path: string, change: (text: string) => string): Promise<SetSource> => {
    const texts = await writtenTexts(goldenSet, xlsxFormat);
    return sourceOf({ ...texts, [path]: change(texts[path] ?? '') });
  };
  const sheet = 'xl/worksheets/sheet1.xml';

  it.each([
    ['holds no workbook', async () => sourceOf({ 'a.txt': 'x' }), /no workbook/u],
    [
      'lists a sheet that is not there',
      () => changed('xl/_rels/workbook.xml.rels', (text) => text.replace('sheet1', 'sheet9')),
      /“Occurrences” is listed/u,
    ],
    [
      'has no sheet with our header',
      () => changed(sheet, (text) => text.replace('>start_utf16<', '>begin<')),
      /no sheet has a first row/u,
    ],
    [
      'declares a document type',
      () => changed(sheet, (text) => text.replace('<worksheet', '<!DOCTYPE a [<!ENTITY b "c">]><worksheet')),
      /document type/u,
    ],
    ['ends within a sheet', () => changed(sheet, (text) => text.slice(0, -200)), /sheet1\.xml”, line \d+/u],
    [
      'has a row with a word for a number',
      () => changed(sheet, (text) => text.replace('<c><v>2</v></c>', '<c t="str"><v>two</v></c>')),
      /“Occurrences”, row 3: start/u,
    ],
    [
      'is nested 200,000 deep',
      () => changed(sheet, (text) => text.replace('<sheetData>', '<a>'.repeat(200_000))),
      /256 deep/u,
    ],
    [
      'has a cell without end',
      () => changed(sheet, (text) => text.replace('B claims', 'x'.repeat(9_000_000))),
      /more than 8 million characters/u,
    ],
    [
      'is not UTF-8',
      async () => ({
        ...(await changed(sheet, (text) => text)),
        files: [memoryFile('xl/workbook.xml', Buffer.from([0xff, 0xfe, 0x41]))],
      }),
      /not UTF-8/u,
    ],
  ])('is told when it %s', async (_what, source, said) =>
    expect((await problemsOf(await source())).join('\n')).toMatch(said),
  );

  it('is read but for its broken row', async () => {
    const source = await changed(sheet, (text) => text.replace('<c><v>2</v></c>', '<c t="str"><v>two</v></c>'));
    const spans = (await itemsOf(source)).flatMap((item) => (item.type === 'document' ? item.document.spans : []));
    expect(spans.map(({ label }) => label)).toEqual(['editorial-insertion', 'rebuttal']);
  });

  it('never makes the reader crash', async () => {
    const texts = await writtenTexts(goldenSet, xlsxFormat);
    const paths = Object.keys(texts);
    const noise = fc.constantFrom(
      '<',
      '>',
      '"',
      '&',
      '</c>',
      '<c r="ZZZ9">',
      '<row r="-1">',
      '__proto__',
      '\u0000',
      '9'.repeat(40),
      '',
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...paths), fc.nat(4000), fc.nat(40), noise, async (path, at, length, put) => {
        const text = texts[path] ?? '';
        const from = at % (text.length + 1);
        const source = sourceOf({ ...texts, [path]: `${text.slice(0, from)}${put}${text.slice(from + length)}` });
        for (const item of await itemsOf(source))
          expect(['project', 'labels', 'document', 'problem']).toContain(item.type);
      }),
      { numRuns: 300 },
    );
  });
});
