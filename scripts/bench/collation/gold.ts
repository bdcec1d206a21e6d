import type { Span } from '#shared/text/span.ts';
import { type MappedText, PUT_IN, sourceSpan } from './mapped-text.ts';
import { wordsOf } from './words.ts';

/** A stretch of one text and the stretch of another that is its copy; UTF-16, half-open. */
export interface PassagePair {
  readonly a: Span;
  readonly b: Span;
}

/**
 * More than this many UTF-16 units put in or cut out between two copied words end a passage. Everything that an editor
 * does inside a sentence of the generator (a word, a bracket, an attribution) stays below it and nearly every sentence
 * and paragraph lies above it; it is also the length below which the evaluation calls a passage short.
 */
export const GAP = 60;

/** A passage has at least this many copied words: below are names and stock phrases. */
export const LEAST_WORDS = 5;

/**
 * The true passages of a copy: maximal stretches of its map, in order in both texts, split where more than `GAP` units
 * were put in or cut out, without the white space and punctuation at their ends, of `LEAST_WORDS` copied words or more.
 * Wording put for other wording lies inside a passage where copied words stand near on either side.
 */
export function passagesOf(source: string, copy: MappedText): readonly PassagePair[] {
  return stretchesOf(source, copy)
    .filter(({ words }) => words >= LEAST_WORDS)
    .map(({ a, b }) => ({ a, b }));
}

/** A copied word: its span in the copy, and the span in the source that it is. */
interface CopiedWord {
  readonly b: Span;
  readonly a: Span;
}

function stretchesOf(source: string, copy: MappedText): readonly (PassagePair & { readonly words: number })[] {
  const found: (PassagePair & { readonly words: number })[] = [];
  let first: CopiedWord | undefined;
  let last: CopiedWord | undefined;
  let words = 0;
  const close = (): void => {
    if (first !== undefined && last !== undefined) {
      found.push({
        a: { start: first.a.start, end: last.a.end },
        b: { start: first.b.start, end: last.b.end },
        words,
      });
    }
    words = 0;
    first = undefined;
  };
  for (const word of copiedWords(source, copy)) {
    if (last !== undefined && isBroken(copy, last, word)) close();
    first ??= word;
    last = word;
    words += 1;
  }
  close();
  return found;
}

/** Words of the copy whose letters are all the source's own. */
function copiedWords(source: string, copy: MappedText): readonly CopiedWord[] {
  return wordsOf(copy.text).flatMap((b) => {
    for (let at = b.start; at < b.end; at += 1) if ((copy.origins[at] ?? PUT_IN) < 0) return [];
    const a = sourceSpan(copy, b);
    return a === undefined || !/[\p{L}\p{N}]/u.test(source.slice(a.start, a.end)) ? [] : [{ a, b }];
  });
}

function isBroken(copy: MappedText, last: CopiedWord, next: CopiedWord): boolean {
  if (next.a.start < last.a.end) return true;
  let put = 0;
  let kept = 0;
  for (let at = last.b.end; at < next.b.start; at += 1) {
    if (copy.origins[at] === PUT_IN || (copy.origins[at] ?? 0) <= -2) put += 1;
    else kept += 1;
  }
  const gone = next.a.start - last.a.end - kept;
  return put > GAP || gone > GAP;
}
