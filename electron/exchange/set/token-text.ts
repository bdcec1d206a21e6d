/**
 * Files that hold tokens alone, without what stands between them. Where the text is known, the tokens are found in it one
 * after the other, with nothing but spaces and control characters between them: that is the proof that it is the text
 * they were taken from. Where nobody knows the text it is made of them.
 */
import type { ReadDocument } from './read-document.ts';

/** The tokens of each sentence. */
export type Tokens = readonly (readonly string[])[];

/** Tokens with a space between them, sentences on lines of their own. Offsets of spans count its UTF-16 units. */
export function tokenText(tokens: Tokens): string {
  return tokens.map((sentence) => sentence.join(' ')).join('\n');
}

/** The text as the file has it, or as it can be made of its tokens; `null` where it has neither. */
export function writtenText({ text, tokens }: Pick<ReadDocument, 'text' | 'tokens'>): string | null {
  return text ?? (tokens === undefined ? null : tokenText(tokens));
}

export interface Alignment {
  /** Where the token that begins or ends at an offset of the made text does so in the known one; `null` where none does. */
  readonly start: (offset: number) => number | null;
  readonly end: (offset: number) => number | null;
  /** `null` where the text is made of these tokens from its beginning to its end, else what stands against it. */
  readonly fault: string | null;
}

/** A document is proved as a whole, and then span by span. */
const known = new WeakMap<Tokens, { readonly text: string; readonly alignment: Alignment }>();

/** Offsets: UTF-16. Tokens up to the first one that is not in its place are found. */
export function alignTokens(tokens: Tokens, text: string): Alignment {
  const before = known.get(tokens);
  if (before?.text === text) return before.alignment;
  const alignment = aligned(tokens, text);
  known.set(tokens, { text, alignment });
  return alignment;
}

function aligned(tokens: Tokens, text: string): Alignment {
  const isMade = text === tokenText(tokens);
  const starts = new Map<number, number>();
  const ends = new Map<number, number>();
  const found = (fault: string | null): Alignment => ({
    start: (offset) => starts.get(offset) ?? null,
    end: (offset) => ends.get(offset) ?? null,
    fault,
  });
  let made = 0;
  let at = 0;
  for (const token of tokens.flat()) {
    at = isMade ? made : pastSeparators(text, at);
    if (!text.startsWith(token, at))
      return found(`where the text has “${text.slice(at, at + token.length).toWellFormed()}” the file has “${token}”`);
    starts.set(made, at);
    ends.set(made + token.length, at + token.length);
    at += token.length;
    made += token.length + 1;
  }
  const rest = isMade ? text.length : pastSeparators(text, at);
  return found(rest === text.length ? null : `the text goes on after the last token, “${tokens.flat().at(-1) ?? ''}”`);
}

const separators = /[\s\p{Cc}]*/uy;

function pastSeparators(text: string, from: number): number {
  separators.lastIndex = from;
  return separators.test(text) ? separators.lastIndex : from;
}
