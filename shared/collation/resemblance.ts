import type { TokenRange } from '#shared/text/tokens.ts';
import { lengthOfNumber } from '#shared/text/word-number.ts';
import { ALIGN_CELLS, alignWords } from './align.ts';
import type { CollatedDocuments } from './collated-documents.ts';
import type { IndexedDocument } from './indexed-document.ts';
import { LINK_WORDS } from './prints.ts';
import { type Projection, projectRange } from './project.ts';
import { reachOf } from './suppress.ts';
import { isFunctionNumber } from './function-number.ts';

/**
 * Words to a piece. Of a span of n words at most n/5 may be edited in a copy that counts by itself,
 * and there are n/4 pieces: one of them is always untouched. (Pieces of function words alone are not
 * looked up, so a copy of which nothing else is left is missed.)
 */
const PIECE = 4;

/** Spans shorter than this are looked up word for word only, longer ones are found by their links. */
const SHORTEST = 9;
const LONGEST = 128;

/** Of a longer span the pieces that are likely to be the rarest are looked up. */
const MOST_PIECES = 6;

/** A piece that more documents hold is a stock phrase. */
const PIECE_DOCUMENTS = 200;

/** Places tried for one piece. */
const PIECE_PLACES = 400;

/** A copy has at least so many of the span's words, and this share of them. */
const LEAST_COMMON = LINK_WORDS - 1;
const LEAST_SHARE = 0.3;

/** A place where a document has a row of words of another, or words like them. */
export interface Resemblance {
  readonly document: IndexedDocument;
  readonly projection: Projection;
}

/**
 * Edited copies of a row of words in documents that share no long run with it, found by looking up
 * its pieces. `isOpen` says whether a place of a document is still worth trying.
 */
export function findResembling(
  collection: CollatedDocuments,
  own: IndexedDocument,
  range: TokenRange,
  isOpen: (document: IndexedDocument, word: number) => boolean,
): readonly Resemblance[] {
  const length = range.to - range.from;
  if (length < SHORTEST || length > LONGEST) return [];
  const found: Resemblance[] = [];
  const wanted = new Map(Array.from(own.words.subarray(range.from, range.to), (word) => [word, -1]));
  const least = Math.max(LEAST_COMMON, LEAST_SHARE * length);
  const tried = new Set<string>();
  for (const from of rarestPieces(own.words, range)) {
    let left = PIECE_PLACES;
    for (const { document, places } of collection.words.findRare(own, { from, to: from + PIECE }, PIECE_DOCUMENTS)) {
      for (const place of places) {
        if (left <= 0) break;
        left -= 1;
        if (!isOpen(document, place)) continue;
        // Pieces of the same copy point to nearly the same beginning.
        const key = `${document.slot} ${Math.round((place - (from - range.from)) / (PIECE * 2))}`;
        if (tried.has(key)) continue;
        tried.add(key);
        const start = place - (from - range.from);
        if (wordsInCommon(wanted, document, start, length, tried.size) < least) continue;
        found.push(...resembleAt(collection, own, range, document, start));
      }
    }
  }
  return found;
}

/** How far from where its pieces say a copy is looked for, on either side. */
function slackOf(length: number): number {
  return Math.ceil(length / 4) + 2;
}

/** Different words of the span in the place that would be compared. `wanted`: the turn at which each was last met. */
function wordsInCommon(
  wanted: Map<number, number>,
  document: IndexedDocument,
  start: number,
  length: number,
  turn: number,
): number {
  let common = 0;
  const slack = slackOf(length);
  const end = Math.min(document.words.length, start + length + slack);
  for (let at = Math.max(0, start - slack); at < end; at += 1) {
    const word = document.words[at] ?? 0;
    const met = wanted.get(word);
    if (met === undefined || met === turn) continue;
    wanted.set(word, turn);
    common += 1;
  }
  return common;
}

/** Where the pieces begin that are looked up, in order: those of the longest words that are no function words. */
function rarestPieces(words: Int32Array, { from, to }: TokenRange): readonly number[] {
  const pieces: { readonly at: number; readonly weight: number }[] = [];
  for (let at = from; at + PIECE <= to; at += PIECE) {
    let weight = 0;
    for (const word of words.subarray(at, at + PIECE)) weight += isFunctionNumber(word) ? 0 : lengthOfNumber(word);
    if (weight > 0) pieces.push({ at, weight });
  }
  return pieces
    .toSorted((one, other) => other.weight - one.weight || one.at - other.at)
    .slice(0, MOST_PIECES)
    .map(({ at }) => at)
    .toSorted((one, other) => one - other);
}

function resembleAt(
  collection: CollatedDocuments,
  own: IndexedDocument,
  range: TokenRange,
  document: IndexedDocument,
  start: number,
): readonly Resemblance[] {
  const length = range.to - range.from;
  const slack = slackOf(length);
  const { equivalents } = collection;
  const runs = alignWords(
    {
      a: own.words,
      b: document.words,
      fromA: range.from,
      toA: range.to,
      fromB: Math.max(0, start - slack),
      toB: Math.min(document.words.length, start + length + slack),
      freeStart: true,
      freeEnd: true,
    },
    equivalents,
    ALIGN_CELLS * 8,
  );
  if (runs.length === 0) return [];
  const stretch = { runs, words: 0, ...reachOf({ runs }) };
  return projectRange({ a: own, b: document, equivalents }, stretch, range).map((projection) => ({
    document,
    projection,
  }));
}
