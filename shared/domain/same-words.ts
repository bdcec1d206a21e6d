import type { Span } from '#shared/text/span.ts';
import { rangesOf, type BrokenSpan } from './occurrence.ts';

const wordCharacter = /[\p{L}\p{N}\p{M}]/u;

/**
 * Do two spans of one text cover the very same words, whatever punctuation or space either has at its edges? Of a
 * broken one, range by range: a span over the whole of it, with what was put in, covers others.
 */
export function isSameWords(text: string, a: BrokenSpan, b: BrokenSpan): boolean {
  const first = rangesOf(a);
  const second = rangesOf(b);
  return first.length === second.length && first.every((range, at) => hasSameEnds(text, range, second[at] ?? range));
}

function hasSameEnds(text: string, a: Span, b: Span): boolean {
  const first = wordsOf(text, a);
  const second = wordsOf(text, b);
  return first.start === second.start && first.end === second.end;
}

/** The span without what is no word at its edges; empty at its start where it holds no word. UTF-16 units. */
export function wordsOf(text: string, { start, end }: Span): Span {
  let from = start;
  while (from < end && !isWordAt(text, from)) from += unitsAt(text, from);
  if (from >= end) return { start, end: start };
  let to = end;
  for (let before = stepBack(text, to); before > from && !isWordAt(text, before); before = stepBack(text, to))
    to = before;
  return { start: from, end: to };
}

function isWordAt(text: string, at: number): boolean {
  return wordCharacter.test(String.fromCodePoint(text.codePointAt(at) ?? 0));
}

function unitsAt(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

function stepBack(text: string, at: number): number {
  return at >= 2 && (text.codePointAt(at - 2) ?? 0) > 0xffff ? at - 2 : at - 1;
}
