/** Comma-separated records of RFC 4180: records end in CR LF, cells are quoted where they must be. */
import { ok, type Result } from '#shared/text/result.ts';
import { notReadable, type ReadFailure } from '../reading.ts';

export function recordText(cells: readonly string[]): string {
  return `${cells.map(cellText).join(',')}\r\n`;
}

/** Semicolons and TABs are quoted too: some spreadsheets take them for the separator. */
function cellText(cell: string): string {
  return /[",;\t\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** Written without alternatives inside the repetition: a cell may be megabytes long. */
const cellPattern = /(?:"([^"]*(?:""[^"]*)*)"|([^",\r\n]*))(,|\r\n)/y;

/** The records of a file, strictly: every record ends in CR LF, a quote stands only around a cell or doubled in it. */
export function parseRecords(text: string): Result<readonly (readonly string[])[], ReadFailure> {
  const records: string[][] = [];
  let record: string[] = [];
  let at = 0;
  while (at < text.length) {
    cellPattern.lastIndex = at;
    const match = cellPattern.exec(text);
    if (match === null) return notReadable(`record ${records.length + 1}`, `no cell at character ${at}`);
    const [whole, quoted, bare, end] = match;
    record.push(quoted === undefined ? (bare ?? '') : quoted.replaceAll('""', '"'));
    at += whole.length;
    if (end === ',') continue;
    records.push(record);
    record = [];
  }
  return record.length === 0 ? ok(records) : notReadable('the end of the file', 'the last record is cut short');
}
