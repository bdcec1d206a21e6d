/** Paragraphs, items and rows of an office document as plain text. */

export interface Blocks {
  /** Parted from what is around it by a blank line. Blank ones are passed over. */
  readonly paragraph: (text: string) => void;
  /** An item of a list: on a line of its own among others. */
  readonly item: (text: string) => void;
  /**
   * Rows of cells of paragraphs. Where each cell has one at most, rows are lines with TABs between the cells; otherwise
   * the table is there for the look of the page, and its paragraphs follow one another.
   */
  readonly table: (rows: readonly (readonly (readonly string[])[])[]) => void;
  /** How long the text is by now, in UTF-16 units. */
  readonly length: () => number;
  readonly end: () => string;
}

export function createBlocks(): Blocks {
  const written: string[] = [];
  let length = 0;
  let isAfterItem = false;

  const add = (text: string, isItem: boolean): void => {
    if (!/\S/u.test(text)) return;
    if (written.length > 0) written.push(isItem && isAfterItem ? '\n' : '\n\n');
    written.push(text);
    length += text.length + 2;
    isAfterItem = isItem;
  };
  return {
    paragraph: (text) => add(text, false),
    item: (text) => add(text, true),
    table: (rows) => {
      const isData = rows.every((cells) => cells.every((paragraphs) => paragraphs.length <= 1));
      if (!isData) {
        for (const paragraph of rows.flat(2)) add(paragraph, false);
        return;
      }
      const lines = rows.map((cells) => cells.map(([text = '']) => text.replace(/\s+/gu, ' ').trim()).join('\t'));
      add(lines.filter((line) => /\S/u.test(line)).join('\n'), false);
    },
    length: () => length,
    end: () => written.join(''),
  };
}

/** A row of a table in a cell of another one, as one paragraph of that cell. */
export function innerRow(cells: readonly (readonly string[])[]): string {
  return cells
    .map((paragraphs) => paragraphs.filter((text) => /\S/u.test(text)).join(' '))
    .join('\t')
    .replace(/\t+$/u, '');
}
