/**
 * Tokens and sentences, for formats that cannot do without (CoNLL, WebAnno TSV): those of `Intl.Segmenter` for English (UAX 29). Punctuation
 * stands by itself; other signs, emoji among them, belong to the words that they touch. Spaces and control characters
 * are in no token. Offsets: UTF-16, half-open.
 */
import type { Span } from '#shared/text/span.ts';

export interface Sentence extends Span {
  /** One at least; the first begins where the sentence does. */
  readonly tokens: readonly Span[];
}

const words = new Intl.Segmenter('en', { granularity: 'word' });
const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });

/** Everything that a token may be made of. */
const solid = /[^\s\p{Cc}]+/gu;
const loose = /[\s\p{Cc}]/u;
const punctuation = /^\p{P}+$/u;

function tokensOf(text: string): readonly Span[] {
  const tokens: Span[] = [];
  // What the token before was made of, as long as something may be put to it.
  let open: 'word' | 'sign' | null = null;
  const add = (start: number, part: string, kind: 'word' | 'sign' | null): void => {
    const last = tokens.at(-1);
    const isJoined = last?.end === start && open !== null && kind !== null && (open === 'sign' || kind === 'sign');
    if (isJoined) tokens[tokens.length - 1] = { start: last.start, end: start + part.length };
    else tokens.push({ start, end: start + part.length });
    open = kind;
  };
  for (const { segment, index, isWordLike } of words.segment(text)) {
    if (segment === ' ') continue;
    // Most words are solid, and looking for their parts takes ten times as long.
    if (isWordLike === true && !loose.test(segment)) {
      add(index, segment, 'word');
      continue;
    }
    for (const { 0: part, index: within } of segment.matchAll(solid))
      add(index + within, part, isWordLike === true ? 'word' : punctuation.test(part) ? null : 'sign');
  }
  return tokens;
}

/** What was split last: a document is fitted, written and looked at again. */
let known: { readonly text: string; readonly sentences: readonly Sentence[]; readonly tokens: readonly Span[] } = {
  text: '',
  sentences: [],
  tokens: [],
};

/** All tokens of a text in order. */
export function textTokens(text: string): readonly Span[] {
  return split(text).tokens;
}

/** From the first token to the end of the text without a gap; a sentence without a token belongs to the one before. */
export function textSentences(text: string): readonly Sentence[] {
  return split(text).sentences;
}

function split(text: string): typeof known {
  if (known.text !== text) known = { text, tokens: tokensOf(text), sentences: [] };
  if (known.sentences.length === 0 && known.tokens.length > 0)
    known = { ...known, sentences: sentencesOf(text, known.tokens) };
  return known;
}

function sentencesOf(text: string, tokens: readonly Span[]): readonly Sentence[] {
  const groups: Span[][] = [];
  let next = 0;
  for (const { segment, index } of sentences.segment(text)) {
    const end = index + segment.length;
    const from = next;
    // A token that reaches over the end of a sentence, as where a sign was joined to it, is of the first.
    while ((tokens[next]?.start ?? end) < end) next += 1;
    if (next > from) groups.push(tokens.slice(from, next));
  }
  return groups.map((group, at) => ({
    start: group[0]?.start ?? 0,
    end: groups[at + 1]?.[0]?.start ?? text.length,
    tokens: group,
  }));
}

/** Index of the first token that ends behind the offset; their number where none does. */
export function tokenBehind(tokens: readonly Span[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((tokens[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
