import type { TokenRange, Tokens } from '#shared/text/tokens.ts';

/** A text and its words, all that comparing two documents needs. */
export interface Wording {
  readonly text: string;
  readonly tokens: Tokens;
}

/** What stands before a word, the weaker first. */
export const Break = { none: 0, clause: 1, quote: 2, sentence: 3, paragraph: 4 } as const;
export type Break = (typeof Break)[keyof typeof Break];

const LINE = /\r\n|[\n\r\u2028\u2029]/gu;
const SENTENCE_END = /[.!?\u2026]["'\u201d\u2019\u00bb)\]]*(?:\s|$)|[\u3002\uff01\uff1f]/u;
const QUOTE = /["\u201c\u201d\u201e\u201f\u00ab\u00bb]/u;
const CLAUSE = /[,;:()[\]{}\u2013\u2014\u3001\uff0c]|\s-\s/u;
const LOWER_CASE = /^\p{Ll}/u;

/** The characters between word `at` and the one before it. */
export function textBefore({ text, tokens }: Wording, at: number): string {
  return text.slice(at > 0 ? (tokens.ends[at - 1] ?? 0) : 0, at < tokens.count ? tokens.starts[at] : text.length);
}

/**
 * The strongest break before word `at`; both ends of the text are paragraph breaks. One line feed before a word in
 * lower case is a line that was broken to fit a page, and no paragraph.
 */
export function breakBefore(wording: Wording, at: number): Break {
  const { text, tokens } = wording;
  if (at <= 0 || at >= tokens.count) return Break.paragraph;
  const between = textBefore(wording, at);
  const lines = between.match(LINE)?.length ?? 0;
  if (lines > 1) return Break.paragraph;
  const start = tokens.starts[at] ?? 0;
  if (lines === 1 && !LOWER_CASE.test(text.slice(start, start + 2))) return Break.paragraph;
  if (SENTENCE_END.test(between)) return Break.sentence;
  if (QUOTE.test(between)) return Break.quote;
  return CLAUSE.test(between) ? Break.clause : Break.none;
}

/** A row of words cut where paragraphs begin. */
export function paragraphsOf(wording: Wording, { from, to }: TokenRange): readonly TokenRange[] {
  const pieces: TokenRange[] = [];
  let start = from;
  for (let at = from + 1; at < to; at += 1) {
    if (breakBefore(wording, at) !== Break.paragraph) continue;
    pieces.push({ from: start, to: at });
    start = at;
  }
  if (start < to) pieces.push({ from: start, to });
  return pieces;
}

/** The letters of a row of words, without what parts them: "news gathering" and "newsgathering" are the same. */
export function lettersOf({ tokens }: Wording, { from, to }: TokenRange): string {
  return tokens.words.slice(from, to).join('');
}
