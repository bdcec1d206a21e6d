import type { Span } from '#shared/text/span.ts';
import type { TokenRange, Tokens } from '#shared/text/tokens.ts';

/** A line that holds a word: its words by index, and its UTF-16 span without the line feed. */
export interface PageLine extends TokenRange, Span {}

/** The lines of a text that hold at least one word, in order. A word belongs to the line it starts in. */
export function pageLines(text: string, tokens: Tokens): readonly PageLine[] {
  const lines: PageLine[] = [];
  let word = 0;
  let start = 0;
  while (start < text.length && word < tokens.count) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    const from = word;
    while (word < tokens.count && (tokens.starts[word] ?? 0) < end) word += 1;
    if (word > from) lines.push({ from, to: word, start, end });
    start = end + 1;
  }
  return lines;
}
