/** A sheet as XML, row by row. Cells need no address: they stand in their order. */
import { isFormulaLike } from '../csv/formula.ts';
import { cellMarkup } from './cell-text.ts';
import { styles, worksheetStart } from './parts.ts';

/** Text is written as text, whatever it looks like; there are no formulas. */
export type Cell = string | { readonly number: string };

export interface SheetShape {
  readonly header: readonly string[];
  /** In characters, one a column. */
  readonly widths: readonly number[];
  readonly isFirst: boolean;
}

export function sheetStart({ header, widths, isFirst }: SheetShape): string {
  const columns = widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`);
  return (
    `${worksheetStart}<sheetViews><sheetView${isFirst ? ' tabSelected="1"' : ''} workbookViewId="0">` +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `<sheetFormatPr defaultRowHeight="15"/><cols>${columns.join('')}</cols>` +
    `<sheetData><row>${header.map((cell) => textCell(cell, styles.header)).join('')}</row>`
  );
}

export function rowMarkup(cells: readonly Cell[]): string {
  let row = '<row>';
  for (const cell of cells) {
    if (typeof cell !== 'string') row += `<c><v>${cell.number}</v></c>`;
    else if (cell === '') row += '<c/>';
    else row += textCell(cell, isFormulaLike(cell) ? styles.text : styles.plain);
  }
  return `${row}</row>`;
}

/** @param rows with the header */
export function sheetEnd({ header }: SheetShape, rows: number): string {
  return `</sheetData><autoFilter ref="A1:${columnName(header.length - 1)}${rows}"/></worksheet>`;
}

const spaced = /^\s|\s$|\s\s|[\t\n]/;

function textCell(text: string, style: number): string {
  const format = style === styles.plain ? '' : ` s="${style}"`;
  const space = spaced.test(text) ? ' xml:space="preserve"' : '';
  return `<c${format} t="inlineStr"><is><t${space}>${cellMarkup(text)}</t></is></c>`;
}

/** `A`, `Z`, `AA`. @param at from 0 */
export function columnName(at: number): string {
  let name = '';
  for (let rest = at + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}

const largestColumn = 16_384;

/** The column of an address such as `B7`, from 0; `null` of what is none, or beyond the last column of any sheet. */
export function columnOf(address: string): number | null {
  const letters = /^\$?([A-Z]{1,3})\$?\d*$/u.exec(address)?.[1];
  if (letters === undefined) return null;
  const column = Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return column > largestColumn ? null : column - 1;
}
