/** Lines in reading order as paragraphs: joined as they were broken, with hyphens at line ends undone. */
import { joinedLines, wordingOf } from './line-joining.ts';
import { median, type Column, type Line } from './reading-order.ts';

export interface Joined {
  readonly paragraphs: readonly string[];
  /** Words whose hyphen at a line end was taken out, as they are now. */
  readonly unhyphenated: readonly string[];
}

const sentenceEnd = /[.!?…:;"'”’»)\]]$/u;

const bullet = /^[•◦▪■●‣·*–—]\s/u;

export function joinParagraphs(columns: readonly Column[]): Joined {
  const wording = wordingOf(columns);
  const unhyphenated: string[] = [];
  /** Each of its lines, as they are joined. */
  const paragraphs: string[][] = [];
  let isOpen = false;
  let size = 0;
  for (const column of columns) {
    const [left, right] = [Math.min(...column.map((line) => line.left)), Math.max(...column.map((line) => line.right))];
    const spacing = median(column.slice(1).map((line, at) => line.baseline - (column[at]?.baseline ?? 0)));
    for (const [at, line] of column.entries()) {
      const last = column[at - 1];
      const near = column.slice(Math.max(0, at - 3), at + 4).filter((one) => isSameSize(one.size, line.size));
      const edge = Math.max(...near.map((one) => one.right));
      const isNew =
        last === undefined
          ? !(isSameSize(size, line.size) && goesOn(paragraphs.at(-1)?.at(-1), isOpen, line))
          : begins(last, line, { left, right, spacing, edge });
      const open = isNew ? undefined : paragraphs.at(-1);
      if (open === undefined) paragraphs.push([line.text]);
      else {
        const joined = joinedLines(open.pop() ?? '', line.text, wording);
        open.push(...joined.pieces);
        if (joined.unhyphenated !== null) unhyphenated.push(joined.unhyphenated);
      }
      ({ size } = line);
      isOpen = right - line.right < 0.15 * (right - left);
    }
  }
  return { paragraphs: paragraphs.map((pieces) => pieces.join('')), unhyphenated };
}

interface Measure {
  readonly left: number;
  readonly right: number;
  /** Between the baselines of most lines. */
  readonly spacing: number;
  /** The right edge of the lines around: beside a picture they are shorter. */
  readonly edge: number;
}

/** Does a paragraph begin with this line? A wider gap, an indent, other letters, or a short line before say so. */
function begins(last: Line, line: Line, { left, right, spacing, edge }: Measure): boolean {
  const gap = line.baseline - last.baseline;
  if (gap > 1.35 * Math.max(spacing, 0.9 * line.size)) return true;
  if (!isSameSize(line.size, last.size)) return true;
  const indent = line.left - left;
  const isIndented = indent > 0.7 * line.size && indent < 6 * line.size && last.left - left < 0.3 * line.size;
  // What hangs under the mark of an item belongs to it.
  if (isIndented && itemNumber(last.text) === null && !bullet.test(last.text)) return true;
  if (bullet.test(line.text)) return true;
  const number = itemNumber(line.text);
  if (number !== null && number > 1 && itemNumber(last.text) === number - 1) return true;
  const hasHyphen = /\p{L}[-\u00ad\u2010]$/u.test(last.text);
  if (!hasHyphen && edge - last.right > 2 * firstWordWidth(line) + line.size) return true;
  const isShort = right - last.right > Math.max(0.12 * (right - left), 3 * line.size);
  return isShort && sentenceEnd.test(last.text) && !/^\p{Ll}/u.test(line.text);
}

/** `2. second` is the second item of a list. */
function itemNumber(text: string): number | null {
  const number = /^\(?(\d{1,3})[.)]\s/u.exec(text)?.[1];
  return number === undefined ? null : Number(number);
}

/** A line is not ended by itself where this would have stood on it too. In points. */
function firstWordWidth({ text, left, right }: Line): number {
  const [word = ''] = text.split(' ', 1);
  return ((right - left) * word.length) / Math.max(1, text.length);
}

/** Letters of another size are another kind of text: a headline, a caption. */
function isSameSize(one: number, other: number): boolean {
  return Math.abs(one - other) <= 0.12 * Math.max(one, other);
}

/** A sentence that is not over goes on in the next column or on the next page. */
function goesOn(last: string | undefined, isOpen: boolean, line: Line): boolean {
  if (last === undefined) return false;
  if (/\p{L}[-\u00ad\u2010]$/u.test(last)) return /^\p{L}/u.test(line.text);
  if (sentenceEnd.test(last)) return false;
  return /^\p{Ll}/u.test(line.text) || (isOpen && /[\p{L}\p{N},]$/u.test(last) && !/^\p{N}/u.test(line.text));
}
