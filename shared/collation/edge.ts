import { entityAt } from '#shared/text/entity.ts';
import { isGraphemeBoundary } from '#shared/text/grapheme.ts';
import type { Span } from '#shared/text/span.ts';
import type { TokenRange } from '#shared/text/tokens.ts';
import type { IndexedDocument } from './indexed-document.ts';

const QUOTES = '"\'\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u00ab\u00bb\u2039\u203a\u0060\u00b4\u2032\u2033';
const DASHES = '-\u2010\u2011\u2012\u2013\u2014\u2015\u2212';
const STOPS = '.,;:!?\u2026';
const OPENING = '([{';
const CLOSING = ')]}';

/**
 * The characters of a copy's words `range` in `copy`, with as much of the punctuation at the edges
 * as the analyst's own `span` has at its edges and the copy has too: any quotation mark stands for
 * any other, any dash for any dash, any stop for any stop. White space is never an edge. Where the
 * span cuts into a word, the copy of that word is cut alike.
 */
export function copySpan(
  own: IndexedDocument,
  span: Span,
  ownRange: TokenRange,
  copy: IndexedDocument,
  range: TokenRange,
): Span {
  const wordStart = copy.tokens.starts[range.from] ?? 0;
  const wordEnd = copy.tokens.ends[range.to - 1] ?? wordStart;
  const lead = signsOf(own.text, span.start, own.tokens.starts[ownRange.from] ?? 0).reverse();
  const trail = signsOf(own.text, own.tokens.ends[ownRange.to - 1] ?? span.end, span.end);

  const start =
    wordStart +
    cutOff(own, ownRange.from, copy, range.from, span.start - (own.tokens.starts[ownRange.from] ?? span.start)) -
    grown(lead, signsBefore(copy, range.from));
  const end =
    wordEnd -
    cutOff(own, ownRange.to - 1, copy, range.to - 1, (own.tokens.ends[ownRange.to - 1] ?? span.end) - span.end) +
    grown(trail, signsAfter(copy, range.to - 1));
  return wholeCharacters(copy.text, closeBracket(own.text.slice(span.start, span.end), copy.text, start, end));
}

/**
 * The characters of a copy in `parts`. The outer edges are those of `copySpan`. Where the copy is broken, a part ends
 * with its last word and the stops, quotation marks and brackets that close on it, and begins with those that open on
 * its first word: there the span has no edge to go by.
 */
export function copyRanges(
  own: IndexedDocument,
  span: Span,
  ownRange: TokenRange,
  copy: IndexedDocument,
  parts: readonly TokenRange[],
): readonly Span[] {
  const first = parts[0] ?? { from: 0, to: 0 };
  const last = parts.at(-1) ?? first;
  if (parts.length <= 1) return [copySpan(own, span, ownRange, copy, first)];
  const { start, end } = copySpan(own, span, ownRange, copy, { from: first.from, to: last.to });
  return parts.map((part) =>
    wholeCharacters(copy.text, {
      start: part === first ? start : (copy.tokens.starts[part.from] ?? 0) - opened(copy, part.from),
      end: part === last ? end : (copy.tokens.ends[part.to - 1] ?? 0) + closed(copy, part.to - 1),
    }),
  );
}

/** UTF-16 units of the quotation marks and brackets that open on a word. */
function opened(document: IndexedDocument, word: number): number {
  return unitsOf(signsBefore(document, word), (kind) => kind === '"' || kind === '(');
}

/** UTF-16 units of the stops, quotation marks and brackets that close on a word. */
function closed(document: IndexedDocument, word: number): number {
  return unitsOf(signsAfter(document, word), (kind) => kind === '"' || kind === '.' || kind === ')');
}

function unitsOf(signs: readonly string[], isWanted: (kind: string) => boolean): number {
  const end = signs.findIndex((sign) => !isWanted(edgeKind(sign)));
  return signs.slice(0, end < 0 ? signs.length : end).join('').length;
}

/**
 * How many UTF-16 units of the copy's edge word to leave out, where the span leaves `units` of its own edge word out.
 * None where the two are not the same word in the same letters: then the copy's word stands whole.
 */
function cutOff(own: IndexedDocument, ownWord: number, copy: IndexedDocument, word: number, units: number): number {
  if (units <= 0 || own.words[ownWord] !== copy.words[word]) return 0;
  const length = (document: IndexedDocument, at: number): number =>
    (document.tokens.ends[at] ?? 0) - (document.tokens.starts[at] ?? 0);
  return length(own, ownWord) === length(copy, word) ? units : 0;
}

/** Widens a span until it ends inside no user-perceived character. */
function wholeCharacters(text: string, span: Span): Span {
  let { start, end } = span;
  while (!isGraphemeBoundary(text, start)) start -= 1;
  while (!isGraphemeBoundary(text, end)) end += 1;
  return { start, end };
}

/** Signs between a word and the one before it, nearest first. */
function signsBefore(document: IndexedDocument, word: number): readonly string[] {
  const from = word > 0 ? (document.tokens.ends[word - 1] ?? 0) : 0;
  const to = document.tokens.starts[word] ?? 0;
  return signsOf(document.text, Math.max(from, to - EDGE_LIMIT), to).reverse();
}

/** Signs between a word and the next, nearest first. */
function signsAfter(document: IndexedDocument, word: number): readonly string[] {
  const from = document.tokens.ends[word] ?? 0;
  const to =
    word + 1 < document.tokens.count
      ? (document.tokens.starts[word + 1] ?? document.text.length)
      : document.text.length;
  return signsOf(document.text, from, Math.min(to, from + EDGE_LIMIT));
}

/** The characters of a piece of text in order; what stands there as an HTML entity is one of them. */
function signsOf(text: string, from: number, to: number): string[] {
  const signs: string[] = [];
  for (let at = from; at < to;) {
    const entity = text[at] === '&' ? entityAt(text, at) : undefined;
    const isWhole = entity !== undefined && at + entity.length <= to;
    const sign = isWhole ? text.slice(at, at + entity.length) : String.fromCodePoint(text.codePointAt(at) ?? 0);
    signs.push(sign);
    at += sign.length;
  }
  return signs;
}

/** No edge of a span carries more punctuation than this. */
const EDGE_LIMIT = 64;

/**
 * How many UTF-16 units of the copy's edge agree with the span's edge, both read outwards from the
 * word. A bracket that stands in one of them only is passed over: editors put them in.
 */
function grown(wanted: readonly string[], there: readonly string[]): number {
  let taken = 0;
  let solid = 0;
  let at = 0;
  let isSpaced = false;
  for (const character of wanted) {
    const kind = edgeKind(character);
    if (kind === ' ') {
      isSpaced = true;
      continue;
    }
    // A mark on the far side of a space belongs to other words, unless the span has the space too, or it is a dash.
    if (edgeKind(there[at] ?? '') === ' ' && !isSpaced && (kind === '"' || startsEllipsis(there, at))) break;
    isSpaced = false;
    while (at < there.length && edgeKind(there[at] ?? '') === ' ') {
      taken += (there[at] ?? '').length;
      at += 1;
    }
    const next = edgeKind(there[at] ?? '');
    if (next === kind) {
      taken += (there[at] ?? '').length;
      at += 1;
    } else if (isBracket(next) && edgeKind(there[at + 1] ?? '') === kind) {
      taken += (there[at] ?? '').length + (there[at + 1] ?? '').length;
      at += 2;
    } else if (isBracket(kind)) {
      continue;
    } else {
      break;
    }
    solid = taken;
  }
  return solid;
}

/** True when what stands from here on, its spaces apart, are dots that something was left out for: … or . . . */
function startsEllipsis(there: readonly string[], from: number): boolean {
  const signs = there.slice(from).filter((sign) => edgeKind(sign) !== ' ');
  return signs[0] === '…' || (signs[0] === '.' && signs[1] === '.');
}

/** The class of a sign; of any that stands as an HTML entity, that of the sign it stands for. */
function edgeKind(sign: string): string {
  if (sign === '') return '';
  const character = sign.length > 2 ? (entityAt(sign, 0)?.sign ?? sign) : sign;
  if (QUOTES.includes(character)) return '"';
  if (DASHES.includes(character)) return '-';
  if (STOPS.includes(character)) return '.';
  if (OPENING.includes(character)) return '(';
  if (CLOSING.includes(character)) return ')';
  return /\s/u.test(character) ? ' ' : character;
}

function isBracket(kind: string): boolean {
  return kind === '(' || kind === ')';
}

/** Takes in the bracket right after the span, or before it, whose partner the span holds. */
function closeBracket(own: string, text: string, start: number, end: number): Span {
  if (balance(own) === 0) {
    const open = balance(text.slice(start, end));
    if (open === 1 && CLOSING.includes(text[end] ?? '\n')) return { start, end: end + 1 };
    if (open === -1 && start > 0 && OPENING.includes(text[start - 1] ?? '\n')) {
      return { start: start - 1, end };
    }
  }
  return { start, end };
}

function balance(text: string): number {
  let open = 0;
  for (const character of text) {
    if (OPENING.includes(character)) open += 1;
    else if (CLOSING.includes(character)) open -= 1;
  }
  return open;
}
