import type { TokenRange } from '#shared/text/tokens.ts';
import type { IndexedDocument } from './indexed-document.ts';

/** Finds a row of words wherever it stands, from one word on. */
export interface WordIndex {
  add(document: IndexedDocument): void;
  remove(document: IndexedDocument): void;
  /**
   * Every place where a document's words `range` stand in this order, document by document. Places of one document
   * do not overlap one another: the leftmost counts.
   */
  find(own: IndexedDocument, range: TokenRange): readonly Phrase[];
}

/** Where a row of words stands in one document. */
export interface Phrase {
  readonly document: IndexedDocument;
  /** First word of each place, ascending. */
  readonly places: readonly number[];
}

const NONE: readonly IndexedDocument[] = [];

export function createWordIndex(): WordIndex {
  /** By the word's number. */
  const holders: IndexedDocument[][] = [];
  const documentsWith = (word: number): readonly IndexedDocument[] => holders[word] ?? NONE;

  return {
    add(document) {
      for (const word of document.words) {
        const list = holders[word];
        if (list === undefined) holders[word] = [document];
        else if (list[list.length - 1] !== document) list.push(document);
      }
    },
    remove(document) {
      for (const word of new Set(document.words)) {
        const list = holders[word];
        const at = list?.lastIndexOf(document) ?? -1;
        if (at >= 0) list?.splice(at, 1);
      }
    },
    find(own, range) {
      const words = own.words.subarray(range.from, range.to);
      if (words.length === 0) return [];
      let rarest = 0;
      for (let at = 1; at < words.length; at += 1) {
        const size = documentsWith(words[at] ?? -1).length;
        if (size < documentsWith(words[rarest] ?? -1).length) rarest = at;
      }
      const found: Phrase[] = [];
      for (const document of documentsWith(words[rarest] ?? -1)) {
        const places = placesIn(document, words, rarest);
        if (places.length > 0) found.push({ document, places });
      }
      return found;
    },
  };
}

/** First words of the places of a row of words in one document, not overlapping; `rarest` is the word to look for first. */
export function placesIn(document: IndexedDocument, words: Int32Array, rarest: number = 0): readonly number[] {
  const text = document.words;
  const sought = words[rarest] ?? -1;
  const places: number[] = [];
  let compared = 0;
  let at = text.indexOf(sought, rarest);
  while (at >= 0 && at - rarest + words.length <= text.length) {
    const start = at - rarest;
    let same = 0;
    while (same < words.length && text[start + same] === words[same]) same += 1;
    if (same === words.length) places.push(start);
    compared += same;
    // A text that repeats itself would be compared in full at each place: read it once instead.
    if (compared > 4 * (text.length + words.length)) return findInOneReading(text, words);
    at = text.indexOf(sought, same === words.length ? at + words.length : at + 1);
  }
  return places;
}

/** Knuth, Morris and Pratt's search: never looks at a word of the text twice. */
function findInOneReading(text: Int32Array, words: Int32Array): readonly number[] {
  const fallback = new Int32Array(words.length);
  for (let at = 1, matched = 0; at < words.length; at += 1) {
    while (matched > 0 && words[at] !== words[matched]) matched = fallback[matched - 1] ?? 0;
    if (words[at] === words[matched]) matched += 1;
    fallback[at] = matched;
  }
  const places: number[] = [];
  for (let at = 0, matched = 0; at < text.length; at += 1) {
    while (matched > 0 && text[at] !== words[matched]) matched = fallback[matched - 1] ?? 0;
    if (text[at] === words[matched]) matched += 1;
    if (matched === words.length) {
      places.push(at - words.length + 1);
      matched = 0;
    }
  }
  return places;
}
