/**
 * The text of a TEI file: what its outermost paragraphs, lines and headings hold, character by character and with a line
 * end between two of them. What stands between these is the layout of the file, unless there are words in it.
 */
export interface TextGathering {
  readonly open: (local: string) => void;
  readonly close: (local: string) => void;
  readonly take: (text: string) => void;
  /** Where the next character will stand, UTF-16. */
  readonly at: () => number;
  readonly text: () => string;
}

const blocks = new Set(['ab', 'p', 'l', 'head', 'item', 'cell', 'label', 'u', 'speaker', 'stage', 'salute', 'signed']);

export function createTextGathering(isOwn: () => boolean): TextGathering {
  const parts: string[] = [];
  let length = 0;
  let last = '';
  let depth = 0;
  /** Is the line that is being written a block, or what stands between two? */
  let isBegun = false;
  const add = (text: string): void => {
    if (text === '') return;
    parts.push(text);
    length += text.length;
    last = text;
  };
  const beginBlock = (): void => {
    if (length > 0 && !last.endsWith('\n')) add('\n');
    isBegun = true;
  };
  return {
    open: (local) => {
      if (depth === 0 && blocks.has(local)) beginBlock();
      if (blocks.has(local)) depth += 1;
      if (local === 'lb' && !isOwn() && length > 0 && !/\s$/u.test(last)) add('\n');
    },
    close: (local) => {
      if (!blocks.has(local)) return;
      depth -= 1;
      if (depth === 0) isBegun = false;
    },
    take: (text) => {
      if (depth > 0) add(text);
      else if (text.trim() !== '') {
        if (!isBegun) beginBlock();
        add(text.trim());
      }
    },
    at: () => length,
    text: () => parts.join(''),
  };
}
