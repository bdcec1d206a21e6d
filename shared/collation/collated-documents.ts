import type { TokenRange } from '#shared/text/tokens.ts';
import type { Alignment } from './alignment.ts';
import type { Equivalents } from './equivalents.ts';
import type { IndexedDocument } from './indexed-document.ts';
import type { Phrase } from './phrase.ts';

/** What copies are looked for in, wherever it is kept. */
export interface CollatedDocuments {
  /** Words that editors put for one another; they weigh in alignment. */
  readonly equivalents: Equivalents;
  readonly pairs: LinkedPairs;
  readonly words: PhraseLookup;
  /** The document of that id; a bug in the caller if there is none. */
  get(id: string): IndexedDocument;
}

export interface LinkedPairs {
  /**
   * The documents that share a run of `LINK_WORDS` words with this one, by id; such may be left out as have nothing of
   * its words `near` and around.
   */
  linkedTo(document: IndexedDocument, near: TokenRange): readonly IndexedDocument[];
  /** The alignment of two documents, linked or not, as seen from `a`. */
  align(a: IndexedDocument, b: IndexedDocument): Alignment;
}

export interface PhraseLookup {
  /**
   * Every place where a document's words `range` stand in this order, document by document, by id, from one word on.
   * Places of one document do not overlap one another: the leftmost counts.
   */
  find(own: IndexedDocument, range: TokenRange): readonly Phrase[];
  /** The same of a row of few words, or nothing where more than `most` documents hold it. */
  findRare(own: IndexedDocument, range: TokenRange, most: number): readonly Phrase[];
}
