import { isGraphemeBoundary } from '#shared/text/grapheme.ts';
import type { Span } from '#shared/text/span.ts';
import type { TokenRange } from '#shared/text/tokens.ts';
import { Break, breakBefore, textBefore, type Wording } from './variant-words.ts';

const PARTNERS: Readonly<Record<string, string>> = {
  '(': ')',
  '[': ']',
  '{': '}',
  '\u201c': '\u201d',
  '\u201e': '\u201c',
  '\u2018': '\u2019',
  '\u00ab': '\u00bb',
  '\u2039': '\u203a',
  '"': '"',
};
const CLOSING: ReadonlySet<string> = new Set(Object.values(PARTNERS));
const STOP = /[.!?\u2026\u3002\uff01\uff1f]/u;

/**
 * The characters of a row of words, with the punctuation that is theirs: all of it for whole paragraphs, the last stop
 * for whole sentences, and always the brackets and quotation marks that both open and close around or inside them. A
 * comma, a stop or a quotation mark that belongs to the words around stays out. Offsets: UTF-16.
 */
export function spanOfWords(wording: Wording, { from, to }: TokenRange): Span {
  const { text, tokens } = wording;
  const start = tokens.starts[from] ?? 0;
  const end = tokens.ends[to - 1] ?? start;
  const before = textBefore(wording, from);
  const after = textBefore(wording, to);
  const startBreak = breakBefore(wording, from);
  const endBreak = breakBefore(wording, to);
  if (startBreak === Break.paragraph && endBreak === Break.paragraph) {
    const lead = lastLine(before).trimStart().length;
    const trail = firstLine(after).trimEnd().length;
    return wholeCharacters(text, { start: start - lead, end: end + trail });
  }
  const isSentence = startBreak >= Break.sentence && endBreak >= Break.sentence;
  return wholeCharacters(
    text,
    withEdges(text, { start, end }, tight(before, 'end'), tight(after, 'start'), isSentence),
  );
}

/**
 * Where a row of words would stand that is not there, between word `at` and the one before it. UTF-16.
 * @param isInLine whether it continues the paragraph before it, rather than beginning the one after it
 */
export function placeOfNothing(wording: Wording, at: number, isInLine: boolean): number {
  const { text, tokens } = wording;
  const between = textBefore(wording, at);
  const isAfter = at > 0 && (isInLine || at >= tokens.count);
  const place = isAfter
    ? (tokens.ends[at - 1] ?? 0) + tight(between, 'start')
    : (at < tokens.count ? (tokens.starts[at] ?? 0) : text.length) - tight(between, 'end');
  return wholeCharacters(text, { start: place, end: place }).start;
}

/** Takes in the punctuation right before and after a span that is its own. */
function withEdges(text: string, { start, end }: Span, lead: number, trail: number, isSentence: boolean): Span {
  const partners = partnersIn(text, start - lead, end + trail);
  let from = start;
  let to = end;
  for (let at = start - 1; at >= start - lead; at -= 1) {
    const partner = partners.get(at);
    if (partner === undefined || partner < at) break;
    from = at;
    to = Math.max(to, partner + 1);
  }
  for (let at = to; at < end + trail; at += 1) {
    const partner = partners.get(at) ?? at;
    const isOwn = partner >= from && partner < at;
    if (!isOwn && !(isSentence && STOP.test(text.charAt(at)))) break;
    to = at + 1;
  }
  return { start: from, end: to };
}

/** Every bracket and quotation mark in `[from, to)` with a partner there, and where that one stands. */
function partnersIn(text: string, from: number, to: number): ReadonlyMap<number, number> {
  const partners = new Map<number, number>();
  const open: number[] = [];
  for (let at = from; at < to; at += 1) {
    const character = text.charAt(at);
    // One that never closes (’tis) must not keep the others open.
    const depth = CLOSING.has(character)
      ? open.findLastIndex((opener) => PARTNERS[text.charAt(opener)] === character)
      : -1;
    const opened = open[depth];
    if (opened !== undefined) {
      open.length = depth;
      partners.set(opened, at).set(at, opened);
    } else if (PARTNERS[character] !== undefined) {
      open.push(at);
    }
  }
  return partners;
}

/** How many characters without white space stand at one end, in UTF-16 units. */
function tight(between: string, end: 'start' | 'end'): number {
  return (end === 'start' ? /^\S*/u : /\S*$/u).exec(between)?.[0].length ?? 0;
}

function lastLine(text: string): string {
  return text.split(/[\n\r\u2028\u2029]/u).at(-1) ?? '';
}

function firstLine(text: string): string {
  return text.split(/[\n\r\u2028\u2029]/u)[0] ?? '';
}

function wholeCharacters(text: string, span: Span): Span {
  let { start, end } = span;
  while (!isGraphemeBoundary(text, start)) start -= 1;
  while (!isGraphemeBoundary(text, end)) end += 1;
  return { start, end };
}
