import type { IndexedDocument } from './indexed-document.ts';

const QUOTE = /["\u201c\u201d\u201e\u201f\u00ab\u00bb]/u;
const SENTENCE = /[.!?\u2026\n\r]/u;

/**
 * True when the same kind of boundary stands before word `atA` of one document and word `atB` of
 * another: a quotation mark before both, or the end of a sentence or line before both.
 */
export function hasSameBoundary(a: IndexedDocument, atA: number, b: IndexedDocument, atB: number): boolean {
  const kind = boundaryBefore(a, atA);
  return kind !== undefined && kind === boundaryBefore(b, atB);
}

/** What stands before a word; the end of the text counts as one word more. */
function boundaryBefore(document: IndexedDocument, word: number): 'quote' | 'sentence' | undefined {
  if (word <= 0 || word >= document.tokens.count) return 'sentence';
  const between = document.text.slice(document.tokens.ends[word - 1] ?? 0, document.tokens.starts[word] ?? 0);
  if (QUOTE.test(between)) return 'quote';
  return SENTENCE.test(between) ? 'sentence' : undefined;
}
