import type { TokenRange } from '#shared/text/tokens.ts';
import { Boundary, boundaryBefore } from './boundary.ts';
import type { IndexedDocument } from './indexed-document.ts';

const SENTENCE_END = /[.!?\u2026\n\r\u2028\u2029\u3002\uff01\uff1f]/u;

/**
 * What stands before a word. A quotation that ends or begins with a sentence is the end of one like any other: of
 * `boundaryBefore` alone nobody learns that a sentence ends in “… by night.” She.
 */
export function edgeBefore(document: IndexedDocument, word: number): number {
  const boundary = boundaryBefore(document, word);
  if (boundary !== Boundary.quotationMark) return boundary;
  const { text, tokens } = document;
  const between = text.slice(tokens.ends[word - 1] ?? 0, tokens.starts[word] ?? text.length);
  return SENTENCE_END.test(between) ? Boundary.sentenceEnd : boundary;
}

/** True when a sentence or a line ends before a word. */
export function endsSentence(document: IndexedDocument, word: number): boolean {
  return edgeBefore(document, word) === Boundary.sentenceEnd;
}

/** True for whole sentences: these stand for nothing that is missing, they were put in. */
export function areSentences(document: IndexedDocument, { from, to }: TokenRange): boolean {
  return from < to && endsSentence(document, from) && endsSentence(document, to);
}
