/**
 * Puts the spans of a file where they belong in a text, and proves each by the words it covers. Nothing is shifted
 * silently: a span stands just where the file says, or how it was found is told, or it is refused with the reason.
 */
import { rangeBreak } from '#shared/domain/occurrence.ts';
import { printable } from '#shared/domain/refusal.ts';
import type { Span } from '#shared/text/span.ts';
import { splitsPair } from '#shared/text/surrogate.ts';
import { countedLength, countingName, markedOffsetReader, offsetReader, type Counting } from './counting.ts';
import type { OffsetReader } from './counting.ts';
import type { ReadDocument, ReadSpan } from './read-document.ts';
import { coversWords, placeFault, placeOf, type SpanPlace } from './span-place.ts';
import { placeTokens } from './token-placing.ts';
import { createWordSearch, type WordSearch, type WordsNotFound } from './word-search.ts';

export type { SpanPlace } from './span-place.ts';

export type PlacedSpan =
  | { readonly type: 'ok'; readonly read: ReadSpan; readonly place: SpanPlace }
  /** It stands elsewhere than the format's rules say; `how` says why we think so. To be confirmed. */
  | { readonly type: 'repaired'; readonly read: ReadSpan; readonly place: SpanPlace; readonly how: string }
  | { readonly type: 'rejected'; readonly read: ReadSpan; readonly why: string };

/**
 * @param text the frozen text: the document's own, or that of the project's document it is matched with
 */
export function placeSpans(document: ReadDocument, text: string): readonly PlacedSpan[] {
  const { spans, join, tokens } = document;
  if (spans.length === 0) return [];
  if (tokens !== undefined) return placeTokens(tokens, spans, text);
  // Offsets count the file's own text, where it has one; without it the project's is all there is.
  const written = document.text ?? text;
  const isMarked = written.startsWith('\ufeff') && frozen(written) !== text;
  const readerOf = isMarked ? markedOffsetReader : offsetReader;
  const readBy = (counting: Counting): Reading => {
    const toFrozen = readerOf(written, counting);
    return { counting, toFrozen, tries: spans.map((read) => tryOf(read, toFrozen, text, join)) };
  };
  const own = readBy({ unit: document.unit, lineEnds: 'as written' });
  const isSettled = own.tries.every(({ read, fits }) => fits === true || isByWordsAlone(read));
  const better = isSettled ? null : betterReading(own, countingsOf(document, written).slice(1), readBy, text);
  const search = createWordSearch(text);
  let length: number | undefined;
  const lengthOf = (): number => (length ??= countedLength(written, own.counting));
  return own.tries.map(({ read, place, fits }, at) => {
    if (isByWordsAlone(read)) return byWordsAlone(read, search);
    const other = better?.tries[at];
    if (fits === true || (fits === null && other === undefined)) return placed(read, place);
    if (better !== null && other !== undefined && other.place !== null && other.fits !== false) {
      return { type: 'repaired', read, place: other.place, how: `the file counts ${countingName(better.counting)}` };
    }
    const found = foundByWords(read, search);
    if (found !== null) return found;
    if (place === null) return { type: 'rejected', read, why: placeFault(read, own.toFrozen, lengthOf) };
    if (better !== null && fits === null) return { type: 'rejected', read, why: reasonOfReading(read, better) };
    return { type: 'rejected', read, why: reasonAgainst(read, place, text, join) };
  });
}

function placed(read: ReadSpan, place: SpanPlace | null): PlacedSpan {
  if (place === null) throw new Error(`${read.where} fits where there is no place`);
  return { type: 'ok', read, place };
}

/** All spans of a document by one way of counting. */
interface Reading {
  readonly counting: Counting;
  readonly toFrozen: OffsetReader;
  readonly tries: readonly Try[];
}

interface Try {
  readonly read: ReadSpan;
  readonly place: SpanPlace | null;
  /** Do the words fit? `null` where the file does not say which words stand there. */
  readonly fits: boolean | null;
}

function tryOf(read: ReadSpan, toFrozen: OffsetReader, text: string, join: string): Try {
  const found = placeOf(read, toFrozen);
  if (found === null) return { read, place: null, fits: false };
  const { place } = found;
  const { quote, utf16 } = read;
  if (utf16 !== undefined && (utf16.start !== place.start || utf16.end !== place.end))
    return { read, place, fits: false };
  return { read, place, fits: quote === null ? null : coversWords(text, found, join, frozen(quote)) };
}

function frozen(words: string): string {
  return words.includes('\r') ? words.replace(/\r\n?/gu, '\n') : words;
}

/** The format's own counting first, then what programs are known to write instead. */
function countingsOf({ unit, otherUnits }: ReadDocument, written: string): readonly Counting[] {
  const units = [unit, ...otherUnits];
  const lineEnds: readonly Counting['lineEnds'][] = written.includes('\r')
    ? ['as written', 'one']
    : written.includes('\n')
      ? ['as written', 'two']
      : ['as written'];
  return lineEnds.flatMap((each) => units.map((one) => ({ unit: one, lineEnds: each })));
}

/** The counting under which most words fit, if that is more than by the rules; where no words are told, most word edges. */
function betterReading(
  own: Reading,
  countings: readonly Counting[],
  readBy: (counting: Counting) => Reading,
  text: string,
): Reading | null {
  let best: Reading | null = null;
  let most = meritOf(own, text);
  for (const counting of countings) {
    const reading = readBy(counting);
    const merit = meritOf(reading, text);
    if (merit <= most) continue;
    most = merit;
    best = reading;
  }
  return best;
}

/** Proof by words outweighs everything; an edge of a word is no proof, but speaks for a counting where there is none. */
function meritOf({ tries }: Reading, text: string): number {
  let proven = 0;
  let likely = 0;
  for (const { place, fits } of tries) {
    if (fits === true) proven += 1;
    if (fits === null && place !== null) likely += 1 + edges(text, place);
  }
  const mostLikely = 3 * tries.length;
  return proven * (mostLikely + 1) + likely;
}

function edges(text: string, { start, end }: Span): number {
  return Number(isEdge(text, start)) + Number(isEdge(text, end));
}

const letter = /[\p{L}\p{N}\p{M}]/u;

function isEdge(text: string, offset: number): boolean {
  const before = String.fromCodePoint(codePointBefore(text, offset));
  const after = String.fromCodePoint(text.codePointAt(offset) ?? 0x20);
  return letter.test(before) !== letter.test(after);
}

function codePointBefore(text: string, offset: number): number {
  if (offset === 0) return 0x20;
  return text.codePointAt(splitsPair(text, offset - 1) ? offset - 2 : offset - 1) ?? 0x20;
}

/** Does the file say no offsets, as a Web Annotation may that has a quote? */
export function isByWordsAlone({ start, end, quote }: ReadSpan): boolean {
  return Number.isNaN(start) && Number.isNaN(end) && quote !== null && quote.trim() !== '';
}

function byWordsAlone(read: ReadSpan, search: WordSearch): PlacedSpan {
  const words = frozen(read.quote ?? '');
  const found = placeOfWords(read, words, search);
  if (typeof found === 'object') return { type: 'ok', read, place: found };
  const why = `“${excerpt(words)}” ${searchFaults[found]}, and the file has no offsets`;
  return { type: 'rejected', read, why };
}

const searchFaults: Readonly<Record<WordsNotFound, string>> = {
  nowhere: 'stands nowhere in the text',
  several: 'stands in several places',
  'not looked for': 'was not looked for, after so many others in so long a text',
};

function foundByWords(read: ReadSpan, search: WordSearch): PlacedSpan | null {
  const { quote, ranges } = read;
  if (quote === null || quote.trim() === '' || ranges !== undefined) return null;
  const place = placeOfWords(read, frozen(quote), search);
  if (typeof place !== 'object') return null;
  return { type: 'repaired', read, place, how: 'the offsets are wrong; its words stand in one place alone' };
}

function placeOfWords(
  { prefix = '', suffix = '' }: ReadSpan,
  words: string,
  search: WordSearch,
): SpanPlace | WordsNotFound {
  const start = search.placeOf(words, frozen(prefix), frozen(suffix));
  return typeof start === 'number' ? { start, end: start + words.length } : start;
}

function reasonOfReading({ start, end }: ReadSpan, { counting }: Reading): string {
  return `the file counts ${countingName(counting)}, and ${start}–${end} is no span of the text then`;
}

function reasonAgainst(read: ReadSpan, place: SpanPlace, text: string, join: string): string {
  const { start, end, quote, utf16 } = read;
  const words = excerpt(beginningOf(text, place, join === '' ? rangeBreak : join));
  const said = excerpt(quote ?? '');
  if (utf16 !== undefined && (utf16.start !== place.start || utf16.end !== place.end))
    return `${start}–${end} and ${utf16.start}–${utf16.end} in UTF-16 units are two different places`;
  return `at ${start}–${end} stands “${words}”, not “${said}”`;
}

const excerptLength = 40;
/** A space may be long, and so may a character. */
const lookedAt = 10 * excerptLength;

function beginningOf(text: string, { start, end, ranges = [{ start, end }] }: SpanPlace, join: string): string {
  const first = ranges.slice(0, excerptLength);
  return first.map((range) => text.slice(range.start, Math.min(range.end, range.start + lookedAt))).join(join);
}

function excerpt(words: string): string {
  const characters = Array.from(words.slice(0, lookedAt).replaceAll(/\s+/gu, ' '));
  const isWhole = characters.length <= excerptLength && words.length <= lookedAt;
  return printable(isWhole ? characters.join('') : `${characters.slice(0, excerptLength).join('')}…`);
}
