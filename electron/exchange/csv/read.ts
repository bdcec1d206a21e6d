import { problem, type ReadItem } from '../set/read-document.ts';
import { SourceFault, type SetSource, type SourceFile } from '../set/source.ts';
import { textPieces } from '../set/text-pieces.ts';
import { createRecordSplitter, type TableRecord } from '../table/record-splitter.ts';
import { columns } from './row.ts';
import { createRowReader } from './row-reader.ts';

/** The longest record, in UTF-16 units: a note and a reason, with the words of an article. */
const recordLimit = 32 * 1024 * 1024;

/** Record by record; a broken one is a problem with its number, and the others are read. */
export async function* readCsv(source: SetSource): AsyncGenerator<ReadItem> {
  const [file] = source.files;
  if (file === undefined) return;
  const rows = createRowReader();
  let order: readonly number[] | undefined;
  try {
    for await (const { number, cells, fault } of records(file)) {
      const where = `record ${number}`;
      if (fault !== null) {
        yield problem(where, fault);
        continue;
      }
      if (order !== undefined) {
        yield* rows.take(inOrder(cells, order), cells.length, where);
        continue;
      }
      const header = columnOrder(cells);
      if (header === null) return yield problem(where, `the header is not ${columns.join(',')}`);
      order = header;
    }
    yield* rows.end();
  } catch (error) {
    if (!(error instanceof SourceFault)) throw error;
    yield* rows.end();
    yield problem(file.path, error.message);
  }
}

async function* records(file: SourceFile): AsyncGenerator<TableRecord> {
  const splitter = createRecordSplitter(',', recordLimit);
  for await (const text of textPieces(file)) yield* splitter.write(text);
  yield* splitter.end();
}

/** Where each of our columns stands; their order may be another, and columns may be added. */
function columnOrder(header: readonly string[]): readonly number[] | null {
  const order = columns.map((column) => header.indexOf(column));
  return order.includes(-1) ? null : order;
}

function inOrder(cells: readonly string[], order: readonly number[]): readonly string[] {
  return order.map((at) => cells[at] ?? '');
}
