import { CharacterKind, characterKind } from './character.ts';
import { entityAt } from './entity.ts';
import { firstIndex } from './first-index.ts';
import { createLexicon } from './lexicon.ts';
import type { Span } from './span.ts';
import { isLead } from './surrogate.ts';

/**
 * The words of a text in order, each with the UTF-16 span it was read from. Every punctuation sign,
 * bracket, symbol and space is left out, so two copies that differ in nothing else have equal
 * `words`.
 */
export interface Tokens {
  readonly count: number;
  /** Where each word starts, UTF-16. */
  readonly starts: Int32Array;
  /** Where each word ends (exclusive), UTF-16. */
  readonly ends: Int32Array;
  /** Each word folded (see `foldWord`). */
  readonly words: readonly string[];
  /** The number of each folded word (see `wordNumber`). */
  readonly numbers: Int32Array;
}

/** Half-open range of word indices. */
export interface TokenRange {
  readonly from: number;
  readonly to: number;
}

const { letter, digit, mark, invisible, apostrophe, dot, comma, unspaced } = CharacterKind;

/**
 * Splits a text into words. Apostrophes join inside a word (haven't), dots join initials (U.S.) and
 * decimals (3.5), commas join thousands (1,000), hyphens and dashes split; signs that stand as HTML
 * entities (&quot;) are the same signs. Scripts written without
 * spaces are split by the language data of the runtime.
 */
export function tokenise(text: string): Tokens {
  const found = new TokenList(text);
  const { length } = text;
  let at = 0;
  while (at < length) {
    const unit = text.charCodeAt(at);
    const codePoint = isLead(unit) ? (text.codePointAt(at) ?? unit) : unit;
    const kind = characterKind(codePoint);
    if (kind === letter || kind === digit) {
      const end = wordEnd(text, at, kind, codePoint > 0xffff ? 2 : 1);
      found.add(at, end);
      at = end;
    } else if (kind === unspaced) {
      const end = runEnd(text, at);
      segmentRun(text, at, end, found);
      at = end;
    } else {
      at += unit === AMPERSAND ? (entityAt(text, at)?.length ?? 1) : codePoint > 0xffff ? 2 : 1;
    }
  }
  return found.done();
}

/** The words that a span touches, also those it only cuts into; empty if it touches none. */
export function tokensIn(tokens: Tokens, span: Span): TokenRange {
  const from = firstIndex(tokens.ends, tokens.count, span.start + 1);
  const to = firstIndex(tokens.starts, tokens.count, span.end);
  return { from, to: Math.max(from, to) };
}

/** Where the word that starts at `start` ends. */
function wordEnd(text: string, start: number, kindAtStart: CharacterKind, width: number): number {
  const { length } = text;
  let at = start + width;
  let last: CharacterKind = kindAtStart;
  let lastStart = start;
  // Most words are plain letters, and nothing can come of these but more of the word.
  while (at < length && isPlainLetter(text.charCodeAt(at))) {
    last = letter;
    lastStart = at;
    at += 1;
  }
  let end = at;
  while (at < length) {
    const unit = text.charCodeAt(at);
    const codePoint = isLead(unit) ? (text.codePointAt(at) ?? unit) : unit;
    const size = codePoint > 0xffff ? 2 : 1;
    const kind = characterKind(codePoint);
    if (kind === letter || kind === digit) {
      last = kind;
      lastStart = at;
      at += size;
      end = at;
    } else if (kind === mark) {
      at += size;
      // A joiner or accent belongs to the letter before it, if that is what it follows.
      if (at - size === end) end = at;
    } else if (kind === invisible) {
      at += size;
    } else if (kind === apostrophe && isWordKind(kindAt(text, at + 1))) {
      at += 1;
    } else if (unit === AMPERSAND && isJoiningEntity(text, at)) {
      at += entityAt(text, at)?.length ?? 1;
    } else if (kind === comma && last === digit && isThousands(text, at)) {
      at += 1;
    } else if (kind === dot && last === digit && kindAt(text, at + 1) === digit) {
      at += 1;
    } else if (kind === dot && last === letter && lastStart === start && at === end && isCased(text, start)) {
      return initialsEnd(text, end);
    } else {
      break;
    }
  }
  return end;
}

const AMPERSAND = 0x26;

/** True for an apostrophe written as an entity, inside a word: don&#39;t. */
function isJoiningEntity(text: string, at: number): boolean {
  const entity = entityAt(text, at);
  return entity?.isApostrophe === true && isWordKind(kindAt(text, at + entity.length));
}

/** True for the unaccented letters of the Latin alphabet. */
function isPlainLetter(unit: number): boolean {
  const lower = unit | 0x20;
  return lower >= 0x61 && lower <= 0x7a && unit < 0x80;
}

/**
 * End of a run of dotted initials (U.S., e.g., J.F.K), its final dot included, whose first letter
 * ends at `end`; `end` itself if it is a single initial.
 */
function initialsEnd(text: string, end: number): number {
  let at = end;
  let letters = 1;
  while (text.charCodeAt(at) === 0x2e && kindAt(text, at + 1) === letter && isCased(text, at + 1)) {
    const after = letterEnd(text, at + 1);
    if (isWordKind(kindAt(text, after))) break;
    letters += 1;
    at = after;
  }
  if (letters === 1) return end;
  if (text.charCodeAt(at) === 0x2e) at += 1;
  // The U.S.'s: the ending is part of the word, as it is in "the US's".
  if (kindAt(text, at) === apostrophe && kindAt(text, at + 1) === letter) {
    return wordEnd(text, at + 1, letter, letterEnd(text, at + 1) - at - 1);
  }
  return at;
}

/** True for a letter that has a capital: only such scripts write initials. */
function isCased(text: string, at: number): boolean {
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
  return character.toLowerCase() !== character.toUpperCase();
}

/** End of the one letter at `start`, with its marks. */
function letterEnd(text: string, start: number): number {
  let at = start + (isLead(text.charCodeAt(start)) ? 2 : 1);
  while (at < text.length && kindAt(text, at) === mark) at += 1;
  return at;
}

/** True when exactly three digits follow the comma. */
function isThousands(text: string, commaAt: number): boolean {
  for (let ahead = 1; ahead <= 3; ahead += 1) {
    if (kindAt(text, commaAt + ahead) !== digit) return false;
  }
  return kindAt(text, commaAt + 4) !== digit;
}

function kindAt(text: string, at: number): CharacterKind {
  return at < text.length ? characterKind(text.codePointAt(at) ?? 0) : CharacterKind.break;
}

function isWordKind(kind: CharacterKind): boolean {
  return kind === letter || kind === digit;
}

/** Where a run of a script without spaces ends. */
function runEnd(text: string, start: number): number {
  let at = start;
  while (at < text.length) {
    const codePoint = text.codePointAt(at) ?? 0;
    const kind = characterKind(codePoint);
    if (kind !== unspaced && kind !== mark && kind !== invisible) break;
    at += codePoint > 0xffff ? 2 : 1;
  }
  return at;
}

let segmenter: Intl.Segmenter | undefined;

function segmentRun(text: string, start: number, end: number, found: TokenList): void {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'word' });
  for (const part of segmenter.segment(text.slice(start, end))) {
    if (part.isWordLike === true) {
      found.add(start + part.index, start + part.index + part.segment.length);
    }
  }
}

const lexicon = createLexicon();

/** Where the words of the text at hand start and end, and their numbers; used again for the next text. */
let room = { starts: new Int32Array(4096), ends: new Int32Array(4096), numbers: new Int32Array(4096) };

/** More room than this is let go after use. */
const ROOM_KEPT = 2 ** 18;

function widened(from: Int32Array): Int32Array<ArrayBuffer> {
  const wider = new Int32Array(from.length * 2);
  wider.set(from);
  return wider;
}

class TokenList {
  readonly #text: string;
  readonly #words: string[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  add(start: number, end: number): void {
    const entry = lexicon.entryOf(this.#text, start, end);
    const word = lexicon.word(entry);
    if (word === '') return;
    const count = this.#words.length;
    if (count === room.starts.length) {
      room = { starts: widened(room.starts), ends: widened(room.ends), numbers: widened(room.numbers) };
    }
    room.starts[count] = start;
    room.ends[count] = end;
    room.numbers[count] = lexicon.number(entry);
    this.#words.push(word);
  }

  done(): Tokens {
    const count = this.#words.length;
    const { starts, ends, numbers } = room;
    const made = { count, starts: starts.slice(0, count), ends: ends.slice(0, count), words: this.#words };
    const tokens = { ...made, numbers: numbers.slice(0, count) };
    if (starts.length > ROOM_KEPT)
      room = { starts: new Int32Array(4096), ends: new Int32Array(4096), numbers: new Int32Array(4096) };
    return tokens;
  }
}
