/**
 * The baseline of PAN 2012 (text alignment), written anew from its description: identical rows of 50 characters, letters
 * and digits only, in lower case; neighbouring rows are one passage.
 */
import type { Span } from '#shared/text/span.ts';
import type { PassagePair } from './gold.ts';

const ROW = 50;

export function pan12Passages(a: string, b: string): readonly PassagePair[] {
  const one = lettersOf(a);
  const other = lettersOf(b);
  const rows = new Map<string, number>();
  for (let at = 0; at + ROW <= one.text.length; at += 1) {
    const row = one.text.slice(at, at + ROW);
    if (!rows.has(row)) rows.set(row, at);
  }
  const found: PassagePair[] = [];
  let first = 0;
  let last = -2;
  let diagonal = Number.NaN;
  const close = (): void => {
    if (last < first) return;
    const from = { start: first - diagonal, end: last - diagonal + ROW };
    found.push({ a: spanOf(one.places, from), b: spanOf(other.places, { start: first, end: last + ROW }) });
  };
  for (let at = 0; at + ROW <= other.text.length; at += 1) {
    const place = rows.get(other.text.slice(at, at + ROW));
    if (place === undefined) continue;
    if (at - place !== diagonal || at > last + ROW) {
      close();
      first = at;
      diagonal = at - place;
    }
    last = at;
  }
  close();
  return found;
}

interface Letters {
  readonly text: string;
  /** Where each character stands in the text as it is. */
  readonly places: readonly number[];
}

function lettersOf(text: string): Letters {
  const places: number[] = [];
  let letters = '';
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charAt(at).toLowerCase();
    if (letter.length !== 1 || !/[\p{L}\p{N}]/u.test(letter)) continue;
    places.push(at);
    letters += letter;
  }
  return { text: letters, places };
}

function spanOf(places: readonly number[], { start, end }: Span): Span {
  return { start: places[start] ?? 0, end: (places[end - 1] ?? 0) + 1 };
}
