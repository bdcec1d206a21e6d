import type { Span } from '#shared/text/span.ts';

const wordCharacter = /[\p{L}\p{N}\p{M}]/u;

/** Do two spans of one text cover the very same words, whatever punctuation or space either has at its edges? */
export function isSameWords(text: string, a: Span, b: Span): boolean {
  const first = wordsOf(text, a);
  const second = wordsOf(text, b);
  return first.start === second.start && first.end === second.end;
}

/** The span without what is no word at its edges; empty at its start where it holds no word. */
function wordsOf(text: string, { start, end }: Span): Span {
  const covered = text.slice(start, end);
  let from = -1;
  let to = 0;
  let at = 0;
  for (const character of covered) {
    if (wordCharacter.test(character)) {
      if (from < 0) from = at;
      to = at + character.length;
    }
    at += character.length;
  }
  return from < 0 ? { start, end: start } : { start: start + from, end: start + to };
}
