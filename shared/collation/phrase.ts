import type { IndexedDocument } from './indexed-document.ts';

/** Where a row of words stands in one document. */
export interface Phrase {
  readonly document: IndexedDocument;
  /** First word of each place, ascending. */
  readonly places: readonly number[];
}

/** First words of the places of a row of words in one document, the leftmost of those that overlap. */
export function placesIn(document: IndexedDocument, words: Int32Array): readonly number[] {
  const text = document.words;
  const places: number[] = [];
  if (words.length === 0) return places;
  const first = words[0] ?? -1;
  let compared = 0;
  let start = text.indexOf(first);
  while (start >= 0 && start + words.length <= text.length) {
    let same = 0;
    while (same < words.length && text[start + same] === words[same]) same += 1;
    if (same === words.length) places.push(start);
    compared += same;
    // A text that repeats itself would be compared in full at each place: read it once instead.
    if (compared > 4 * (text.length + words.length)) return findInOneReading(text, words);
    start = text.indexOf(first, same === words.length ? start + words.length : start + 1);
  }
  return places;
}

/** In a longer phrase a place that overlaps another is not looked for. */
const LONGEST_OVERLAPPED = 128;

/** How far from one place of a phrase another may begin that overlaps it, ascending: its periods. */
export function selfOverlaps(words: Int32Array): readonly number[] {
  const shifts: number[] = [];
  if (words.length > LONGEST_OVERLAPPED) return shifts;
  for (let shift = 1; shift < words.length; shift += 1) {
    let same = 0;
    while (shift + same < words.length && words[shift + same] === words[same]) same += 1;
    if (shift + same === words.length) shifts.push(shift);
  }
  return shifts;
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
