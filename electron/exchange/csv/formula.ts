/**
 * Spreadsheets run a cell that begins like a formula, also when space, control characters or quotes stand before the
 * sign. Such a cell gets an apostrophe in front, which a spreadsheet shows as text.
 */

/** What a spreadsheet may skip at the start of a cell: space, control and invisible characters, quotes of any kind. */
const skipped = String.raw`[\s\p{Z}\p{Cc}\p{Cf}\p{Pi}\p{Pf}'"${'`'}´‚„＂＇]*`;

/** The signs that begin a formula, their full-width and small forms; or a TAB or line end that could end the cell early. */
const formula = new RegExp(String.raw`^${skipped}(?:[=+\-@＝＋－＠﹦﹢﹣﹫]|[\t\r\n])`, 'u');

const mark = "'";

export function isFormulaLike(cell: string): boolean {
  return formula.test(cell);
}

/** The cell as it may stand in a spreadsheet. */
export function disarmCell(cell: string): string {
  return isFormulaLike(cell) ? mark + cell : cell;
}

/**
 * The inverse of `disarmCell`. It needs no memory of what was done: an apostrophe in front makes no cell more or less
 * like a formula, so what stands behind a mark of ours is formula-like, and only that.
 */
export function rearmCell(cell: string): string {
  return cell.startsWith(mark) && isFormulaLike(cell.slice(mark.length)) ? cell.slice(mark.length) : cell;
}
