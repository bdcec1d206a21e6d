/** The rows of a sheet as texts: shared and inline strings, rich text, numbers and truth values alike. */
import type { SourceFile } from '../set/source.ts';
import { attributeOf, type XmlElement } from '../xml/xml-reader.ts';
import { cellText } from './cell-text.ts';
import { createTextGatherer } from './shared-strings.ts';
import { columnOf } from './sheet.ts';
import { xmlPieces } from '../set/xml-pieces.ts';

export interface SheetRow {
  /** From 1, as the sheet counts them. */
  readonly number: number;
  /** Empty where there is no cell. */
  readonly cells: readonly string[];
}

/** What stands beyond is no cell of ours. */
const columnsRead = 256;

/** Rows without any text are left out. Throws `SourceFault`, maybe after some rows. */
export async function* sheetRows(file: SourceFile, strings: readonly string[]): AsyncGenerator<SheetRow> {
  let rows: SheetRow[] = [];
  const handler = createRowHandler(strings, (row) => rows.push(row));
  for await (const _ of xmlPieces(file, handler)) {
    yield* rows;
    rows = [];
  }
}

function createRowHandler(
  strings: readonly string[],
  onRow: (row: SheetRow) => void,
): {
  readonly open: (element: XmlElement) => void;
  readonly text: (piece: string) => void;
  readonly close: (element: { readonly local: string }) => void;
} {
  const inline = createTextGatherer();
  let number = 0;
  let cells: string[] = [];
  let column = 0;
  let type = '';
  let value = '';
  let isValue = false;
  return {
    open: (element) => {
      const { local } = element;
      inline.open(local);
      isValue = local === 'v';
      if (local === 'row') {
        const said = Number(attributeOf(element, 'r') ?? number + 1);
        number = Number.isSafeInteger(said) && said > number ? said : number + 1;
        cells = [];
        column = 0;
      } else if (local === 'c') {
        column = columnOf(attributeOf(element, 'r') ?? '') ?? column;
        type = attributeOf(element, 't') ?? 'n';
        value = '';
        inline.take();
      }
    },
    text: (piece) => {
      if (isValue) value += piece;
      else inline.text(piece);
    },
    close: ({ local }) => {
      inline.close(local);
      isValue = false;
      if (local === 'c') {
        const text = type === 'inlineStr' ? cellText(inline.take()) : shown(type, value, strings);
        if (column < columnsRead) {
          while (cells.length < column) cells.push('');
          cells[column] = text;
        }
        column += 1;
      } else if (local === 'row' && cells.some((cell) => cell !== '')) onRow({ number, cells });
    },
  };
}

function shown(type: string, value: string, strings: readonly string[]): string {
  switch (type) {
    case 's':
      return strings[Number(value)] ?? '';
    case 'n':
      return numberText(value);
    default:
      // `str`, the text a formula has come to; `b`, `d` and `e` as they are.
      return cellText(value);
  }
}

/** As we write numbers: `7`, not `7.0` or `7E0`. */
function numberText(value: string): string {
  const number = Number(value);
  return value.trim() === '' || !Number.isFinite(number) ? value : String(number);
}
