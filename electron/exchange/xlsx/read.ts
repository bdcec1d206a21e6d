import { disarmCell } from '../csv/formula.ts';
import { columns } from '../csv/row.ts';
import { createRowReader } from '../csv/row-reader.ts';
import { problem, type ReadItem } from '../set/read-document.ts';
import { SourceFault, type SetSource } from '../set/source.ts';
import { aboutColumns, aboutProject, countColumns } from './about.ts';
import { readBook, type BookSheet } from './book.ts';
import { continuedNumber, longTextColumns } from './long-text.ts';
import { sheetRows, type SheetRow } from './rows.ts';
import { readSharedStrings } from './shared-strings.ts';

/** All long texts together, in UTF-16 units: they have to be held. */
const longLimit = 64 * 1024 * 1024;

/**
 * Reads the sheets whose first row is that of an export, in their order and whatever they are called. What other programs
 * have saved is read as well: their strings are shared, their rows and cells have addresses, and some are left out.
 */
export async function* readXlsx(source: SetSource): AsyncGenerator<ReadItem> {
  const book = await readBook(source);
  if (!book.ok) return yield problem(source.name, book.error);
  try {
    const strings = await readSharedStrings(book.value.sharedStrings);
    const sheets = await sortedSheets(book.value.sheets, strings);
    if (sheets.occurrences.length === 0)
      return yield problem(source.name, `no sheet has a first row of ${columns.join(', ')}`);
    for (const sheet of sheets.about) yield* readProject(sheet, strings);
    for (const sheet of sheets.counts) yield await readLabels(sheet, strings);
    const long = new Map<number, string>();
    for (const sheet of sheets.long) yield* readLongTexts(sheet, strings, long);
    const hasLabels = sheets.counts.length > 0;
    for await (const item of readOccurrences(sheets.occurrences, strings, long))
      if (item.type !== 'labels' || !hasLabels) yield item;
  } catch (error) {
    if (!(error instanceof SourceFault)) throw error;
    yield problem(source.name, error.message);
  }
}

interface Sheets {
  readonly occurrences: readonly BookSheet[];
  readonly long: readonly BookSheet[];
  readonly counts: readonly BookSheet[];
  readonly about: readonly BookSheet[];
}

async function sortedSheets(sheets: readonly BookSheet[], strings: readonly string[]): Promise<Sheets> {
  const headed: { readonly sheet: BookSheet; readonly header: readonly string[] }[] = [];
  for (const sheet of sheets) {
    let header: readonly string[] = [];
    for await (const row of sheetRows(sheet.file, strings)) {
      header = row.cells;
      break;
    }
    headed.push({ sheet, header });
  }
  const ofHeader = (wanted: readonly string[]): readonly BookSheet[] =>
    headed.filter(({ header }) => wanted.every((column) => header.includes(column))).map(({ sheet }) => sheet);
  return {
    occurrences: ofHeader(columns),
    long: ofHeader(longTextColumns),
    counts: ofHeader(countColumns),
    about: ofHeader(aboutColumns),
  };
}

async function* readProject({ file }: BookSheet, strings: readonly string[]): AsyncGenerator<ReadItem> {
  const said = new Map<string, string>();
  for await (const { number, cells } of sheetRows(file, strings)) {
    const [key = '', value = ''] = cells;
    if (!said.has(key)) said.set(key, value);
    if (number > 10) break;
  }
  const name = said.get(aboutProject.name);
  if (name !== undefined) yield { type: 'project', id: said.get(aboutProject.id) ?? '', name };
}

async function readLabels({ file }: BookSheet, strings: readonly string[]): Promise<ReadItem> {
  const labels: { label: string; name: string; key: string }[] = [];
  let order: readonly number[] | undefined;
  for await (const { cells } of sheetRows(file, strings)) {
    if (order === undefined) {
      order = countColumns.map((column) => cells.indexOf(column));
      continue;
    }
    const [label = '', name = '', key = ''] = order.map((at) => cells[at] ?? '');
    if (label !== '') labels.push({ label, name: name === '' ? label : name, key });
  }
  return { type: 'labels', labels, isCodebook: true };
}

async function* readLongTexts(
  { name, file }: BookSheet,
  strings: readonly string[],
  long: Map<number, string>,
): AsyncGenerator<ReadItem> {
  const parts = new Map<number, Map<number, string>>();
  let size = 0;
  for await (const { number, cells } of sheetRows(file, strings)) {
    if (number === 1) continue;
    const [of = '', part = '', text = ''] = cells;
    size += text.length;
    if (size > longLimit)
      return yield problem(
        `“${name}”, row ${number}`,
        `there are more than ${longLimit / 1024 / 1024} million characters`,
      );
    const found = parts.get(Number(of)) ?? new Map<number, string>();
    parts.set(Number(of), found.set(Number(part), text));
  }
  // Sorted by whoever had the workbook open, they still have their numbers.
  for (const [number, found] of parts)
    long.set(
      number,
      [...found]
        .toSorted(([one], [other]) => one - other)
        .map(([, text]) => text)
        .join(''),
    );
}

async function* readOccurrences(
  sheets: readonly BookSheet[],
  strings: readonly string[],
  long: ReadonlyMap<number, string>,
): AsyncGenerator<ReadItem> {
  const rows = createRowReader();
  for (const { name, file } of sheets) {
    let order: readonly number[] | undefined;
    try {
      for await (const row of sheetRows(file, strings)) {
        if (order !== undefined) yield* rows.take(...recordOf(row, order, long, name));
        else order = columns.map((column) => row.cells.indexOf(column));
      }
    } catch (error) {
      if (!(error instanceof SourceFault)) throw error;
      yield* rows.end();
      yield problem(`“${name}”`, error.message);
    }
  }
  yield* rows.end();
}

const escapedAt = columns.indexOf('escaped');

/** As a record of CSV. Texts are exact here, unless the workbook was made of a CSV, whose rows say so themselves. */
function recordOf(
  { number, cells }: SheetRow,
  order: readonly number[],
  long: ReadonlyMap<number, string>,
  sheet: string,
): readonly [readonly string[], number, string] {
  const where = `“${sheet}”, row ${number}`;
  const exact = order.map((at) => {
    const cell = cells[at] ?? '';
    const continued = continuedNumber(cell);
    return continued === null ? cell : (long.get(continued) ?? cell);
  });
  if (exact[escapedAt] === '1') return [exact, columns.length, where];
  const disarmed = exact.map(disarmCell);
  if (disarmed.some((cell, at) => cell !== exact[at]) && exact[escapedAt] === '0') disarmed[escapedAt] = '1';
  return [disarmed, columns.length, where];
}
