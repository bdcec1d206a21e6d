import type { AnnotatedDocument, AnnotatedSet } from '#shared/domain/annotated-set.ts';
import { rearmCell } from '../csv/formula.ts';
import { columns, type Column, type Row } from '../csv/row.ts';
import { occurrenceRows } from '../csv/write.ts';
import { createCountTaker, type SetCounts } from '../report/counts.ts';
import type { SetFile } from '../set/format.ts';
import { aboutColumns, aboutRows, countColumns } from './about.ts';
import { beginningCell, isLong, longTextColumns, longTextParts } from './long-text.ts';
import { contentTypes, packageRelations, sheetPath, stylesheet, workbook, workbookRelations } from './parts.ts';
import { rowMarkup, sheetEnd, sheetStart, type Cell, type SheetShape } from './sheet.ts';

/** How many rows a sheet can have, the header among them. */
export const sheetLimit = 1_048_576;

const numbers: ReadonlySet<Column> = new Set<Column>([
  'start',
  'end',
  'start_utf16',
  'end_utf16',
  'coverage',
  'counted',
  'own',
  'escaped',
]);
const widths: Readonly<Partial<Record<Column, number>>> = {
  quote: 60,
  context_before: 30,
  context_after: 30,
  note: 40,
};
const ids: ReadonlySet<Column> = new Set<Column>(['document_id', 'document_sha256', 'annotation', 'passage']);

const occurrenceShape = {
  header: columns,
  widths: columns.map((column) => widths[column] ?? (numbers.has(column) ? 9 : ids.has(column) ? 12 : 20)),
};
const longTextShape = { header: longTextColumns, widths: [9, 9, 120], isFirst: false };
const countShape = { header: countColumns, widths: [24, 32, 6, 12, 12], isFirst: false };
const aboutShape = { header: aboutColumns, widths: [24, 110], isFirst: false };

/**
 * The sheets first, and then what lists them: how many there are is known when all rows have been written. Rows are made
 * as they are asked for; texts too long for a cell are come to once more at the end.
 * @param rowLimit of a sheet
 */
export function* writeXlsx(set: AnnotatedSet, rowLimit = sheetLimit): Generator<SetFile> {
  const names: string[] = [];
  const sheet = (name: string, chunks: Iterable<string>): SetFile => {
    names.push(name);
    return { path: sheetPath(names.length - 1), chunks };
  };
  const taker = createCountTaker(set.labels);
  const long = { count: 0 };
  const rows = occurrenceCells(watched(set, taker.take), long)[Symbol.iterator]();
  let next = rows.next();
  const take = (): readonly Cell[] | null => {
    if (next.done === true) return null;
    const { value } = next;
    next = rows.next();
    return value;
  };
  for (let number = 1; number === 1 || next.done !== true; number += 1) {
    const shape = { ...occurrenceShape, isFirst: number === 1 };
    yield sheet(number === 1 ? 'Occurrences' : `Occurrences ${number}`, sheetChunks(shape, take, rowLimit));
  }
  if (long.count > 0) yield sheet('Long texts', sheetChunks(longTextShape, taking(longTextCells(set))));
  yield sheet('Counts', sheetChunks(countShape, taking(countCells(taker.counts()))));
  yield sheet('About', sheetChunks(aboutShape, taking(aboutRows(set.project, taker.counts()))));
  yield { path: 'xl/styles.xml', chunks: [stylesheet] };
  yield { path: 'xl/workbook.xml', chunks: [workbook(names)] };
  yield { path: 'xl/_rels/workbook.xml.rels', chunks: [workbookRelations(names.length)] };
  yield { path: '_rels/.rels', chunks: [packageRelations()] };
  yield { path: '[Content_Types].xml', chunks: [contentTypes(names.length)] };
}

function watched(set: AnnotatedSet, onDocument: (document: AnnotatedDocument) => void): AnnotatedSet {
  return {
    ...set,
    *documents() {
      for (const document of set.documents()) {
        onDocument(document);
        yield document;
      }
    },
  };
}

/** Text in a cell of a workbook is never a formula: it stands there just as it is, without the apostrophe of CSV. */
function* exactRows(set: AnnotatedSet): Generator<Row> {
  for (const row of occurrenceRows(set)) {
    if (row.escaped === '0') yield row;
    else yield { ...(mapped(row, rearmCell) as Row), escaped: '0' };
  }
}

function mapped(row: Row, change: (cell: string) => string): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(row).map(([column, cell]) => [column, change(cell)]));
}

function* occurrenceCells(set: AnnotatedSet, long: { count: number }): Generator<readonly Cell[]> {
  for (const row of exactRows(set)) {
    yield columns.map((column): Cell => {
      const cell = row[column];
      if (numbers.has(column)) return { number: cell };
      if (!isLong(cell)) return cell;
      long.count += 1;
      return beginningCell(cell, long.count);
    });
  }
}

function* longTextCells(set: AnnotatedSet): Generator<readonly Cell[]> {
  let number = 0;
  for (const row of exactRows(set)) {
    for (const column of columns) {
      if (numbers.has(column) || !isLong(row[column])) continue;
      number += 1;
      let part = 0;
      for (const text of longTextParts(row[column])) {
        part += 1;
        yield [{ number: String(number) }, { number: String(part) }, text];
      }
    }
  }
}

function* countCells({ labels }: SetCounts): Generator<readonly Cell[]> {
  for (const { label, name, key, passages, occurrences } of labels)
    yield [label, name, key, { number: String(passages) }, { number: String(occurrences) }];
}

function taking(rows: Iterable<readonly Cell[]>): () => readonly Cell[] | null {
  const iterator = rows[Symbol.iterator]();
  return () => {
    const next = iterator.next();
    return next.done === true ? null : next.value;
  };
}

const chunkSize = 64 * 1024;

/** Takes rows until there are no more, or the sheet is full. */
function* sheetChunks(shape: SheetShape, take: () => readonly Cell[] | null, rowLimit = sheetLimit): Generator<string> {
  let chunk = sheetStart(shape);
  let count = 1;
  while (count < rowLimit) {
    const cells = take();
    if (cells === null) break;
    chunk += rowMarkup(cells);
    count += 1;
    if (chunk.length < chunkSize) continue;
    yield chunk;
    chunk = '';
  }
  yield chunk + sheetEnd(shape, count);
}
