/** Rows as aligned columns: numbers to the right, words to the left, two spaces between. Lines end in LF. */
export function table(rows: readonly (readonly (string | number)[])[]): string {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [at, cell] of row.entries()) widths[at] = Math.max(widths[at] ?? 0, widthOf(String(cell)));
  }
  return rows
    .map(
      (row) =>
        `${row
          .map((cell, at) => aligned(cell, widths[at] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}

function aligned(cell: string | number, width: number): string {
  const text = String(cell);
  const space = ' '.repeat(width - widthOf(text));
  return typeof cell === 'number' ? space + text : text + space;
}

/** Characters, not UTF-16 units. */
function widthOf(text: string): number {
  return Array.from(text).length;
}
