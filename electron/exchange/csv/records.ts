/** Comma-separated records of RFC 4180: records end in CR LF, cells are quoted where they must be. */

export function recordText(cells: readonly string[]): string {
  return `${cells.map(cellText).join(',')}\r\n`;
}

/** Semicolons and TABs are quoted too: some spreadsheets take them for the separator. */
function cellText(cell: string): string {
  return /[",;\t\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
