import type { TokenRange, Tokens } from '#shared/text/tokens.ts';
import { pageLines } from './page-lines.ts';

/** A line of more words is prose. */
const LONGEST_LINE = 80;

/** A line of this many words at most counts wherever it stands; a longer one at the head or the tail alone. */
const SHORT_LINE = 12;

/** In a document of more lines the short ones between count for nothing: it is a list, and would fill the ledger. */
const MOST_LINES = 500;

/** How many lines are the head of a document, and how many the tail. */
const HEAD_LINES = 3;
const TAIL_LINES = 5;

/** The share of a document's words, from either end, that a longer line must stay within to count. */
const EDGE_SHARE = 0.2;

/** Words that make the opening of a line, and the longest line that has one: "Read this story at …". */
const OPENING_WORDS = 5;
const LONGEST_OPENED_LINE = 15;

/** What one story adds for a line at its head or tail, for one between, and for an opening at head or tail. */
export const EDGE_POINTS = 4;
export const MIDDLE_POINTS = 1;
export const OPENING_POINTS = 1;

/**
 * A line that would be page furniture if its source printed it under story after story. Word indices.
 * Hashes are unsigned, of 32 bits, and depend on the folded words alone; numbers all count alike.
 */
export interface CandidateLine extends TokenRange {
  readonly hash: number;
  /** What one story adds for this line; 0 where a line is only held against what is known. */
  readonly points: number;
  /** Hash of how the line begins, for short lines that end differently each time; `null` for others. */
  readonly opening: number | null;
  readonly openingPoints: number;
}

/** Whether a line, or the opening of a line, stands again and again in the source at hand, by its hash. */
export type IsStanding = (hash: number) => boolean;

/** The lines of a document that could be standing lines of its source, in order. Takes time in the length of the text. */
export function candidateLines(text: string, tokens: Tokens): readonly CandidateLine[] {
  const lines = pageLines(text, tokens);
  const candidates: CandidateLine[] = [];
  for (const [at, { from, to }] of lines.entries()) {
    const words = to - from;
    if (words > LONGEST_LINE || isMostlyNumbers(tokens, from, to)) continue;
    const isEdge = at < HEAD_LINES || at >= lines.length - TAIL_LINES;
    const isOpened = words > OPENING_WORDS && words <= LONGEST_OPENED_LINE;
    candidates.push({
      from,
      to,
      hash: hashWords(tokens, from, to),
      points: isEdge ? edgePoints(from, to, tokens.count) : middlePoints(words, lines.length),
      opening: isOpened ? ~hashWords(tokens, from, from + OPENING_WORDS) >>> 0 : null,
      openingPoints: isOpened && isEdge ? OPENING_POINTS : 0,
    });
  }
  return candidates;
}

/** Whether one of the candidates is a standing line, whole or by its opening. */
export function isStandingLine({ hash, opening }: CandidateLine, isStanding: IsStanding): boolean {
  return isStanding(hash) || (opening !== null && isStanding(opening));
}

function edgePoints(from: number, to: number, count: number): number {
  const isOuter = to <= EDGE_SHARE * count || from >= (1 - EDGE_SHARE) * count;
  return isOuter || to - from <= SHORT_LINE ? EDGE_POINTS : 0;
}

function middlePoints(words: number, lines: number): number {
  return words <= SHORT_LINE && lines <= MOST_LINES ? MIDDLE_POINTS : 0;
}

/** A row of a table: with numbers counting alike it would be the same as many others that say something else. */
function isMostlyNumbers(tokens: Tokens, from: number, to: number): boolean {
  let numbers = 0;
  for (let at = from; at < to; at += 1) {
    const first = tokens.words[at]?.charCodeAt(0) ?? 0;
    if (first >= DIGIT_0 && first <= DIGIT_9) numbers += 1;
  }
  return 2 * numbers > to - from;
}

/** FNV-1a over the words with a space after each and one sign for a run of digits, then MurmurHash3's last steps. */
function hashWords(tokens: Tokens, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < to; at += 1) {
    const word = tokens.words[at] ?? '';
    let wasDigit = false;
    for (let unit = 0; unit < word.length; unit += 1) {
      const code = word.charCodeAt(unit);
      const isDigit = code >= DIGIT_0 && code <= DIGIT_9;
      if (!isDigit || !wasDigit) hash = Math.imul(hash ^ (isDigit ? DIGIT_0 : code), FNV_PRIME);
      wasDigit = isDigit;
    }
    hash = Math.imul(hash ^ SPACE, FNV_PRIME);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

const FNV_PRIME = 0x01000193;
const SPACE = 0x20;
const DIGIT_0 = 0x30;
const DIGIT_9 = 0x39;
