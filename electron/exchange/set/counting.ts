/**
 * How the offsets of a file count: in which unit, and what a line end is to them. Files of one format are written by
 * many programs, and some count what they should not (docs/decisions/0020).
 */
import { createOffsetTable } from '#shared/text/offsets.ts';
import { splitsPair } from '#shared/text/surrogate.ts';
import type { OffsetUnit } from './read-document.ts';

export interface Counting {
  readonly unit: OffsetUnit;
  /**
   * A line end counts as it stands in the file's text (CR LF as two, but as one grapheme cluster: UAX 29, GB3); every line
   * end as one; every line end as two, though LF stands there.
   */
  readonly lineEnds: 'as written' | 'one' | 'two';
}

/** The offset in the frozen text (UTF-16) of an offset of the file; `null` where there is none, as inside a character. */
export type OffsetReader = (offset: number) => number | null;

const byteOrderMark = '\ufeff';

/**
 * The same where the frozen text lacks a byte order mark that the text of the file begins with, and counts.
 * @param text begins with the mark
 */
export function markedOffsetReader(text: string, counting: Counting): OffsetReader {
  const toFrozen = offsetReader(text.slice(1), counting);
  const size = sizeOf(byteOrderMark, counting.unit);
  return (offset) => (offset === 0 ? 0 : toFrozen(offset - size));
}

/**
 * @param text as the file has it; the frozen text is the same with every line end as one LF
 */
export function offsetReader(text: string, counting: Counting): OffsetReader {
  const isPlain = counting.lineEnds !== 'two' && !text.includes('\r');
  if (isPlain && counting.unit === 'utf-16') return (offset) => utf16Offset(text, offset);
  if (isPlain && counting.unit === 'code-point') {
    const table = createOffsetTable(text);
    return (offset) => {
      const converted = table.toUtf16(offset);
      return converted.ok ? converted.value : null;
    };
  }
  const frozenAt = countedOffsets(text, counting);
  return (offset) => {
    const found = Number.isSafeInteger(offset) && offset >= 0 ? frozenAt[offset] : undefined;
    return found === undefined || found < 0 ? null : found;
  };
}

/** How long the text is to such offsets. */
export function countedLength(text: string, counting: Counting): number {
  const { unit } = counting;
  let length = 0;
  for (const { part, isLineEnd } of partsOf(text, unit))
    length += isLineEnd ? lineEndSize(part, counting) : sizeOf(part, unit);
  return length;
}

function utf16Offset(text: string, offset: number): number | null {
  if (!Number.isSafeInteger(offset) || offset < 0 || offset > text.length) return null;
  return splitsPair(text, offset) ? null : offset;
}

/** For each offset of the file the offset in the frozen text, -1 where it is inside a character. */
function countedOffsets(text: string, counting: Counting): Int32Array {
  let offsets = new Int32Array(text.length + 1);
  let last = 0;
  let frozen = 0;
  const step = (counted: number, units: number): void => {
    if (last + counted >= offsets.length) {
      const larger = new Int32Array(2 * offsets.length + counted);
      larger.set(offsets);
      offsets = larger;
    }
    offsets.fill(-1, last + 1, last + counted);
    last += counted;
    frozen += units;
    offsets[last] = frozen;
  };
  for (const { part, isLineEnd } of partsOf(text, counting.unit)) {
    if (isLineEnd) step(lineEndSize(part, counting), 1);
    else step(sizeOf(part, counting.unit), part.length);
  }
  return offsets.subarray(0, last + 1);
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

function* partsOf(text: string, unit: OffsetUnit): Generator<{ readonly part: string; readonly isLineEnd: boolean }> {
  for (const piece of text.split(/(\r\n|\r|\n)/u)) {
    if (piece === '\r\n' || piece === '\r' || piece === '\n') yield { part: piece, isLineEnd: true };
    else if (unit === 'grapheme')
      for (const { segment } of graphemes.segment(piece)) yield { part: segment, isLineEnd: false };
    else for (const part of piece) yield { part, isLineEnd: false };
  }
}

function lineEndSize(lineEnd: string, { unit, lineEnds }: Counting): number {
  if (lineEnds === 'two') return 2;
  return lineEnds === 'one' || unit === 'grapheme' ? 1 : lineEnd.length;
}

function sizeOf(part: string, unit: OffsetUnit): number {
  switch (unit) {
    case 'utf-16':
      return part.length;
    case 'byte':
      return Buffer.byteLength(part, 'utf8');
    case 'code-point':
    case 'grapheme':
      return 1;
  }
}

const unitNames: Readonly<Record<OffsetUnit, string>> = {
  'utf-16': 'UTF-16 units',
  'code-point': 'code points',
  grapheme: 'grapheme clusters',
  byte: 'bytes of UTF-8',
};

/** “UTF-16 units”, “code points with every line end as two”. */
export function countingName({ unit, lineEnds }: Counting): string {
  const lines = { 'as written': '', one: ' with CR LF as one', two: ' with every line end as two' }[lineEnds];
  return `${unitNames[unit]}${lines}`;
}
