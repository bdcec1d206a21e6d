import { entityAt } from '#shared/text/entity.ts';
import type { TokenRange } from '#shared/text/tokens.ts';
import { Boundary, boundaryBefore, isAbbreviated } from './boundary.ts';
import type { IndexedDocument } from './indexed-document.ts';

const SENTENCE_END = /[.!?\u2026\u3002\uff01\uff1f]/u;
const LINE_END = /[\n\r\u2028\u2029]/u;

/**
 * What stands before a word. A quotation that ends or begins with a sentence is the end of one like any other: of
 * `boundaryBefore` alone nobody learns that a sentence ends in “… by night.” She. None ends with the full stop of an
 * abbreviation (Mr. “Bud” Smith), nor where the next word begins in lower case: “Who goes there?” he asked.
 */
export function edgeBefore(document: IndexedDocument, word: number): number {
  const boundary = boundaryBefore(document, word);
  if (boundary !== Boundary.quotationMark) return boundary;
  const signs = signsBefore(document, word);
  if (LINE_END.test(signs)) return Boundary.sentenceEnd;
  const { text, tokens } = document;
  const start = tokens.starts[word] ?? text.length;
  const isTitle = signs.startsWith('.') && isAbbreviated(text, tokens, word - 1);
  if (!SENTENCE_END.test(isTitle ? signs.slice(1) : signs)) return boundary;
  return /^\p{Ll}/u.test(text.slice(start, start + 2)) ? boundary : Boundary.sentenceEnd;
}

/** The signs and white space between a word and the one before it, entities as the signs that they stand for. */
function signsBefore({ text, tokens }: IndexedDocument, word: number): string {
  const end = tokens.starts[word] ?? text.length;
  let signs = '';
  for (let at = tokens.ends[word - 1] ?? 0; at < end;) {
    const entity = text[at] === '&' ? entityAt(text, at) : undefined;
    signs += entity?.sign ?? text.charAt(at);
    at += entity?.length ?? 1;
  }
  return signs;
}

/** True when a sentence or a line ends before a word. */
export function endsSentence(document: IndexedDocument, word: number): boolean {
  return edgeBefore(document, word) === Boundary.sentenceEnd;
}

/** True for whole sentences: these stand for nothing that is missing, they were put in. */
export function areSentences(document: IndexedDocument, { from, to }: TokenRange): boolean {
  return from < to && endsSentence(document, from) && endsSentence(document, to);
}
