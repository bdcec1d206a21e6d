import { entityAt } from '#shared/text/entity.ts';
import type { Tokens } from '#shared/text/tokens.ts';

/** What stands before a word. */
export const Boundary = {
  none: 0,
  quotationMark: 1,
  /** The end of a sentence or a line, or the beginning or end of the text. */
  sentenceEnd: 2,
} as const;
export type Boundary = (typeof Boundary)[keyof typeof Boundary];

/** Boundaries of the words of a document, one for each. */
export interface Bounded {
  readonly boundaries: Uint8Array;
}

/** The boundary before each word of a text. */
export function boundariesOf(text: string, tokens: Tokens): Uint8Array {
  const { starts, ends, count } = tokens;
  const boundaries = new Uint8Array(count);
  if (count > 0) boundaries[0] = Boundary.sentenceEnd;
  for (let word = 1; word < count; word += 1) {
    const from = ends[word - 1] ?? 0;
    const to = starts[word] ?? 0;
    // Most words stand one space apart.
    if (to - from === 1 && text.charCodeAt(from) === 0x20) continue;
    if (isAbbreviated(text, tokens, word - 1) && text.startsWith('. ', from) && to - from === 2) continue;
    boundaries[word] = boundaryBetween(text, from, to);
  }
  return boundaries;
}

/** Titles and months that are written with a full stop before a name or a day. */
const ABBREVIATIONS: ReadonlySet<string> = new Set(
  'mr mrs ms dr prof rev hon sen rep gov gen col lt sgt capt maj adm cmdr st vs jan feb aug sept oct nov dec'.split(
    ' ',
  ),
);

/** True for a word whose full stop ends no sentence: an abbreviation, or an initial. */
export function isAbbreviated(text: string, { starts, words }: Tokens, word: number): boolean {
  const folded = words[word] ?? '';
  if (folded.length > 4) return false;
  const unit = text.charCodeAt(starts[word] ?? 0);
  const isCapital = unit >= 0x41 && unit <= 0x5a;
  return isCapital && (ABBREVIATIONS.has(folded) || (folded.length === 1 && folded !== 'i'));
}

const AMPERSAND = 0x26;

function boundaryBetween(text: string, from: number, to: number): Boundary {
  let found: Boundary = Boundary.none;
  for (let at = from; at < to; at += 1) {
    let unit = text.charCodeAt(at);
    if (unit === AMPERSAND) {
      const entity = entityAt(text, at);
      if (entity !== undefined) {
        unit = entity.sign.charCodeAt(0);
        at += entity.length - 1;
      }
    }
    if (isQuotationMark(unit)) return Boundary.quotationMark;
    if (isSentenceEnd(unit)) found = Boundary.sentenceEnd;
  }
  return found;
}

function isQuotationMark(unit: number): boolean {
  if (unit < 0x80) return unit === 0x22;
  if (unit < 0x2000) return unit === 0xab || unit === 0xbb;
  return (unit >= 0x201c && unit <= 0x201f) || (unit >= 0x300c && unit <= 0x300f);
}

function isSentenceEnd(unit: number): boolean {
  if (unit < 0x80) return unit === 0x2e || unit === 0x21 || unit === 0x3f || unit === 0x0a || unit === 0x0d;
  return unit === 0x2026 || unit === 0x3002 || unit === 0xff01 || unit === 0xff1f || unit === 0x2028 || unit === 0x2029;
}

/**
 * True when the same kind of boundary stands before word `atA` of one document and word `atB` of
 * another: a quotation mark before both, or the end of a sentence or line before both.
 */
export function hasSameBoundary(a: Bounded, atA: number, b: Bounded, atB: number): boolean {
  const kind = boundaryBefore(a, atA);
  return kind !== Boundary.none && kind === boundaryBefore(b, atB);
}

/** What stands before a word; the end of the text counts as one word more. */
export function boundaryBefore({ boundaries }: Bounded, word: number): number {
  return word <= 0 || word >= boundaries.length ? Boundary.sentenceEnd : (boundaries[word] ?? Boundary.none);
}
