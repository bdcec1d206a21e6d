/** Where a span of a file is by its offsets alone, and why it is nowhere; what words it covers is another question. */
import type { Span } from '#shared/text/span.ts';
import type { OffsetReader } from './counting.ts';
import type { ReadSpan } from './read-document.ts';

/** Offsets: UTF-16, half-open, of the frozen text. */
export interface SpanPlace extends Span {
  /** Two or more, in order, none touching the next. */
  readonly ranges?: readonly Span[] | undefined;
}

export interface FoundPlace {
  readonly place: SpanPlace;
  /** The ranges as the file has them: such as touch are one in `place`, for nothing stands between them. */
  readonly written: readonly Span[];
}

export function placeOf(read: ReadSpan, toFrozen: OffsetReader): FoundPlace | null {
  const whole = spanOf(read, toFrozen);
  if (whole === null || read.ranges === undefined) return whole === null ? null : { place: whole, written: [whole] };
  const written: Span[] = [];
  for (const range of read.ranges) {
    const found = spanOf(range, toFrozen);
    const last = written.at(-1);
    if (found === null || (last !== undefined && found.start < last.end)) return null;
    written.push(found);
  }
  const ranges = joinTouching(written);
  // Somebody who moved the one and not the other left two different places.
  if (ranges[0]?.start !== whole.start || ranges.at(-1)?.end !== whole.end) return null;
  return { place: ranges.length < 2 ? whole : { ...whole, ranges }, written };
}

function spanOf({ start, end }: Span, toFrozen: OffsetReader): Span | null {
  const from = toFrozen(start);
  const to = toFrozen(end);
  return from === null || to === null || from >= to ? null : { start: from, end: to };
}

function joinTouching(ranges: readonly Span[]): readonly Span[] {
  const joined: Span[] = [];
  for (const range of ranges) {
    const last = joined.at(-1);
    if (last?.end === range.start) joined[joined.length - 1] = { start: last.start, end: range.end };
    else joined.push(range);
  }
  return joined;
}

/** Do the words stand there? @param join stands between the words of two ranges */
export function coversWords(text: string, { place, written }: FoundPlace, join: string, words: string): boolean {
  const { start, end, ranges = [{ start, end }] } = place;
  return (
    isJoined(text, ranges, join, words) || (written.length > ranges.length && isJoined(text, written, join, words))
  );
}

/** Puts nothing together: there may be a million such spans, each as long as the text. */
function isJoined(text: string, ranges: readonly Span[], join: string, words: string): boolean {
  let at = 0;
  for (const [index, { start, end }] of ranges.entries()) {
    if (index > 0) {
      if (!words.startsWith(join, at)) return false;
      at += join.length;
    }
    if (!words.startsWith(text.slice(start, end), at)) return false;
    at += end - start;
  }
  return at === words.length;
}

/**
 * Why there is no such place, in words that follow on the span's numbers.
 * @param toFrozen by which it was looked for @param length of the text, in the unit of the offsets
 */
export function placeFault({ start, end, ranges }: ReadSpan, toFrozen: OffsetReader, length: () => number): string {
  const fault = spanFault({ start, end }, toFrozen, length);
  if (fault !== null) return `${start}–${end} ${fault}`;
  let last: Span | undefined;
  for (const range of ranges ?? []) {
    const wrong = spanFault(range, toFrozen, length);
    if (wrong !== null) return `of ${start}–${end} the range ${range.start}–${range.end} ${wrong}`;
    if (last !== undefined && range.start < last.end)
      return `of ${start}–${end} the ranges ${last.start}–${last.end} and ${range.start}–${range.end} overlap, or are not in order`;
    last = range;
  }
  return `${start}–${end} and its ranges, ${ranges?.[0]?.start}–${last?.end}, are two different places`;
}

function spanFault({ start, end }: Span, toFrozen: OffsetReader, length: () => number): string | null {
  const none = 'is no span of the text';
  if (!Number.isSafeInteger(start) || !Number.isSafeInteger(end))
    return Number.isInteger(start) && Number.isInteger(end)
      ? `${none}: it reaches beyond its end, at ${length()}`
      : `${none}: its offsets are no whole numbers`;
  if (start === end) return 'covers nothing';
  if (start > end) return 'ends before it begins';
  if (start < 0) return `${none}: it begins before it`;
  if (end > length()) return `${none}: it reaches beyond its end, at ${length()}`;
  for (const offset of [start, end])
    if (toFrozen(offset) === null) return `${none}: it cuts a character in two, at ${offset}`;
  return null;
}
