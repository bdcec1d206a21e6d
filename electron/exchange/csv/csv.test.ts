import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lossSentence } from '../loss.ts';
import { annotationOf, brokenSet, documentOf, emptySet, goldenSet, occurrenceOf } from '../testing/golden-set.ts';
import { csvFormat } from './format.ts';
import { disarmCell, rearmCell } from './formula.ts';
import { parseRecords, recordText } from './records.ts';
import { columns, type Column } from './row.ts';

function rowsOf(set: typeof goldenSet): readonly Readonly<Record<Column, string>>[] {
  const records = parseRecords([...csvFormat.serialize(set)].join(''));
  if (!records.ok) throw new Error(records.error.what);
  const [header = [], ...rest] = records.value;
  return rest.map(
    (cells) => Object.fromEntries(header.map((column, at) => [column, cells[at] ?? ''])) as Record<Column, string>,
  );
}

describe('CSV', () => {
  it('has one record an occurrence under a header', () => {
    expect([...csvFormat.serialize(goldenSet)].length).toBe(1 + 4);
    expect([...csvFormat.serialize(emptySet)]).toEqual([`${columns.join(',')}\r\n`]);
  });

  it('counts code points and UTF-16 units, and says what stands there', () => {
    const [t1] = rowsOf(goldenSet);
    expect(t1).toEqual({
      document: 'doc1.txt',
      document_id: 'doc1',
      annotation: 't1',
      passage: 'p-t1',
      start: '2',
      end: '10',
      start_utf16: '3',
      end_utf16: '11',
      ranges: '',
      ranges_utf16: '',
      label: 'claim',
      label_name: 'Claim',
      annotator: 'Anna',
      status: 'exact',
      coverage: '1',
      counted: '1',
      own: '1',
      quote: 'B claims',
      context_before: 'A😀',
      context_after: ' C.\nD denies it.\n',
      note: '',
      reason: '',
      made: '2026-03-01T10:20:30.400Z',
      escaped: '0',
    });
  });

  it('keeps what is detached or waits for a look, with its status', () => {
    expect(rowsOf(goldenSet).map(({ status, counted }) => `${status} ${counted}`)).toEqual([
      'exact 1',
      'detached 0',
      'exact 1',
      'differs 0',
    ]);
  });

  it('has one record for a copy that something was put into, with its ranges in both units', () => {
    const [, copy] = rowsOf(brokenSet);
    expect([copy?.start, copy?.end, copy?.ranges, copy?.ranges_utf16, copy?.quote]).toEqual([
      '0',
      '22',
      '[[0,1],[16,22]]',
      '[[0,1],[17,23]]',
      'A … denies',
    ]);
  });

  it('marks the records in which a cell was disarmed', () => {
    const document = documentOf('d', "=cmd|' /C calc'!A0 and more");
    const set = {
      ...goldenSet,
      documents: [document],
      annotations: [annotationOf('a', 'claim', [occurrenceOf('d', 0, 4)])],
    };
    expect(rowsOf(set).map(({ quote, escaped }) => [quote, escaped])).toEqual([["'=cmd", '1']]);
  });

  it('names what it cannot hold', () => {
    expect(
      csvFormat.losses({ ...goldenSet, annotations: goldenSet.annotations.slice(0, 1) }).map(lossSentence),
    ).toEqual([
      'Not in the file: the name of the project (1: “Golden”).',
      'Not in the file: labels that no annotation bears (2: “Rebuttal”, “Editorial insertion”).',
      'Not in the file: keys of labels (1: “1 Claim”).',
      'Not in the file: texts of documents (only the tagged words and what stands next to them are in the file) (2: “doc1.txt”, “doc2.txt”).',
      'Not in the file: titles of documents (2: “Title of doc1”, “Title of doc2”).',
    ]);
  });
});

describe('a cell that begins like a formula', () => {
  it.each([
    '=1',
    ' =1',
    '"=1',
    '\n=1',
    '\u00a0+1',
    '-1',
    '@SUM',
    '＝1',
    '“=1',
    '\u200b=1',
    '\u0001=1',
    "'=1",
    '\tx',
    '\rx',
    ' \nx',
  ])('gets an apostrophe: %j', (cell) => expect(disarmCell(cell)).toBe(`'${cell}`));

  it.each(['1', 'a=1', '— said', "'tis", '', '“B claims', '.=1'])('others do not: %j', (cell) => {
    expect(disarmCell(cell)).toBe(cell);
  });

  it('comes back as it was, and so does every other cell', () => {
    const cells = fc.string({ unit: fc.constantFrom(...Array.from('\'"=+-@ \t\n＝“a;😀\u200b')), maxLength: 8 });
    fc.assert(
      fc.property(cells, (cell) => {
        expect(rearmCell(disarmCell(cell))).toBe(cell);
      }),
    );
  });
});

describe('records', () => {
  it('come back as they were written', () => {
    const cell = fc.string({ unit: fc.constantFrom(...Array.from('",;\r\n\t a😀')), maxLength: 6 });
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 4 }), (records) => {
        const read = parseRecords(records.map(recordText).join(''));
        expect(read).toEqual({ ok: true, value: records });
      }),
    );
  });

  it('may hold a cell of megabytes', () => {
    const cells = ['He said "no", '.repeat(300_000), 'b'];
    expect(parseRecords(recordText(cells))).toEqual({ ok: true, value: [cells] });
  });

  it.each(['a,b', 'a,"b\r\n', 'a"b\r\n', '"a"b\r\n', 'a\nb\r\n'])(
    'are refused where they are not well-formed: %j',
    (text) => {
      expect(parseRecords(text).ok).toBe(false);
    },
  );
});
