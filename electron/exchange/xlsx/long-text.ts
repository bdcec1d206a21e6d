/**
 * A cell holds 32,767 characters and no more. A longer text is on the sheet “Long texts” in full, in parts under a
 * number, and its cell has the beginning and that number: so sorted and filtered rows still find theirs.
 */
import { splitsPair } from '#shared/text/surrogate.ts';

/** In UTF-16 units. */
export const cellLimit = 32_767;

export const longTextColumns = ['number', 'part', 'text'] as const;

const shown = 32_000;
const mark = /… \[continued: Long texts (\d{1,9})\]$/u;

/** A text that ends like a beginning is treated as one, so that there is no mistaking it. */
export function isLong(text: string): boolean {
  return text.length > cellLimit || (text.length > shown && mark.test(text));
}

export function beginningCell(text: string, number: number): string {
  return `${text.slice(0, cutAt(text, shown))}… [continued: Long texts ${number}]`;
}

/** The number under which the whole text is found; `null` of a cell that is whole itself. */
export function continuedNumber(cell: string): number | null {
  if (cell.length < shown) return null;
  const number = mark.exec(cell)?.[1];
  return number === undefined ? null : Number(number);
}

export function* longTextParts(text: string): Generator<string> {
  for (let at = 0; at < text.length;) {
    const end = cutAt(text, at + cellLimit);
    yield text.slice(at, end);
    at = end;
  }
}

/** Not within a character. */
function cutAt(text: string, at: number): number {
  if (at >= text.length) return text.length;
  return splitsPair(text, at) ? at - 1 : at;
}
