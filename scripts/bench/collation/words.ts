import type { Span } from '#shared/text/span.ts';

/*
 * The bench's own idea of words and sentences, apart from the one that is measured: an evaluation that shares the
 * measured system's tokens would share its errors.
 */

/** Signs that stand as HTML entities are matched too, to be passed over: their names are no words. */
const WORD = /&(?:#\d+|[a-z]+);|[\p{L}\p{N}\p{M}]+(?:(?:['’.,\u00ad\u200b]|&#39;|&#8217;)[\p{L}\p{N}\p{M}]+)*/gu;
const ENTITY = /&(?:#\d+|[a-z]+);/gu;

/** Words of a text as spans, UTF-16. */
export function wordsOf(text: string): readonly Span[] {
  const spans: Span[] = [];
  for (const found of text.matchAll(WORD)) {
    if (found[0].startsWith('&')) continue;
    spans.push({ start: found.index, end: found.index + found[0].length });
  }
  return spans;
}

/** Words made plain lately: common words are asked for a million times. */
const plain = new Map<string, string>();

/** A word as compared by the bench: letters and digits only, lower case, without accents. */
export function plainWord(word: string): string {
  let made = plain.get(word);
  if (made === undefined) {
    made = word
      .replaceAll(ENTITY, '')
      .normalize('NFKD')
      .replaceAll(/[^\p{L}\p{N}]/gu, '')
      .toLowerCase();
    if (plain.size > 200_000) plain.clear();
    plain.set(word, made);
  }
  return made;
}

export function plainWords(text: string): readonly string[] {
  return wordsOf(text).map(({ start, end }) => plainWord(text.slice(start, end)));
}

/** Every row of `size` words of a text, as strings. */
export function wordRows(text: string, size: number): ReadonlySet<string> {
  const words = plainWords(text);
  const rows = new Set<string>();
  for (let at = 0; at + size <= words.length; at += 1) rows.add(words.slice(at, at + size).join(' '));
  return rows;
}

/** True when a text has one of these rows of `size` words. */
export function sharesRow(rows: ReadonlySet<string>, text: string, size: number): boolean {
  const words = plainWords(text);
  for (let at = 0; at + size <= words.length; at += 1) {
    if (rows.has(words.slice(at, at + size).join(' '))) return true;
  }
  return false;
}

/** Paragraphs of a text as spans, without the line ends between them. */
export function paragraphsOf(text: string): readonly Span[] {
  return Array.from(text.matchAll(/[^\n]+/gu), (found) => ({
    start: found.index,
    end: found.index + found[0].length,
  })).filter(({ start, end }) => text.slice(start, end).trim() !== '');
}

const SENTENCE_END = /[.!?…]["”’]?(?=\s+["“‘[]?[\p{Lu}\p{N}])/gu;

/** Sentences of a text as spans; none runs over a line end, none holds the white space after it. */
export function sentencesOf(text: string): readonly Span[] {
  return paragraphsOf(text).flatMap((paragraph) => {
    const body = text.slice(paragraph.start, paragraph.end);
    const sentences: Span[] = [];
    let start = 0;
    for (const found of body.matchAll(SENTENCE_END)) {
      const end = found.index + found[0].length;
      // No sentence of fewer than four words: the dot belongs to an initial or a title ("Mr. Carter").
      if (wordsOf(body.slice(start, end)).length < 4) continue;
      sentences.push({ start: paragraph.start + start, end: paragraph.start + end });
      start = end + (/^\s*/u.exec(body.slice(end))?.[0].length ?? 0);
    }
    if (start < body.length) sentences.push({ start: paragraph.start + start, end: paragraph.end });
    return sentences;
  });
}

const QUOTED = /[“"]([^“”"\n]{20,600})[”"]/gu;

/** What stands between quotation marks, without the marks; at least `least` words. */
export function quotesOf(text: string, least = 5): readonly Span[] {
  return Array.from(text.matchAll(QUOTED), (found) => ({
    start: found.index + 1,
    end: found.index + found[0].length - 1,
  })).filter(
    ({ start, end }) => wordsOf(text.slice(start, end)).length >= least && !text.slice(start, end).includes('/'),
  );
}
