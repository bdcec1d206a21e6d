import type { GramTable } from './fingerprint.ts';
import { LINK_WORDS } from './fingerprint.ts';
import type { IndexedDocument } from './indexed-document.ts';
import { SEED_WORDS } from './indexed-document.ts';

/** The same words standing in two documents: `length` words from `a` in one and from `b` in the other. */
export interface Run {
  readonly a: number;
  readonly b: number;
  readonly length: number;
}

/**
 * Up to this many pairs of places of one gram are all tried. Beyond it the places are paired one to
 * one, round and round, so that a sentence repeated 5,000 times costs 5,000 steps and not 25
 * million, and each of its places still meets a counterpart.
 */
const SEED_PAIRS = 24;
const FINGERPRINT_PAIRS = 1024;

/** Room for the second place beside the first in one double. */
const PLACES = 2 ** 21;

/**
 * All maximal runs of equal words that two documents share, by place in `a`, then in `b`: every run
 * of `LINK_WORDS` words or more, and those of `SEED_WORDS` or more whose grams are not commonplace
 * in this pair. No run enters page furniture.
 */
export function findRuns(a: IndexedDocument, b: IndexedDocument): readonly Run[] {
  const hits: number[] = [];
  collectHits(a.seeds(), b.seeds(), SEED_PAIRS, hits);
  collectHits(a.fingerprints, b.fingerprints, FINGERPRINT_PAIRS, hits);
  return runsAt(a, b, hits, SEED_WORDS);
}

/** The maximal runs of at least `LINK_WORDS` words that two documents share, without the shorter. */
export function findLongRuns(a: IndexedDocument, b: IndexedDocument): readonly Run[] {
  const hits: number[] = [];
  collectHits(a.fingerprints, b.fingerprints, FINGERPRINT_PAIRS, hits);
  return runsAt(a, b, hits, LINK_WORDS);
}

/** The maximal runs of at least `least` words through the given pairs of places. */
function runsAt(a: IndexedDocument, b: IndexedDocument, hits: readonly number[], least: number): readonly Run[] {
  const ordered = Float64Array.from(hits).sort();
  const runs: Run[] = [];
  // Where the last run on each diagonal ended, so that a run is found once and not at every place.
  const ends = new Int32Array(a.words.length + b.words.length + 1);
  for (const hit of ordered) {
    const atA = Math.floor(hit / PLACES);
    const atB = hit - atA * PLACES;
    const diagonal = atB - atA + a.words.length;
    if (atA < (ends[diagonal] ?? 0)) continue;
    const back = matchBackward(a, b, atA, atB, ends[diagonal] ?? 0);
    const ahead = matchForward(a, b, atA, atB);
    const length = back + ahead;
    ends[diagonal] = atA + ahead;
    if (length >= least) runs.push({ a: atA - back, b: atB - back, length });
  }
  return runs.sort((one, other) => one.a - other.a || one.b - other.b);
}

/** True when two documents share a run of at least `LINK_WORDS` words outside page furniture. */
export function isLinked(a: IndexedDocument, b: IndexedDocument): boolean {
  return findLongRuns(a, b).length > 0;
}

function collectHits(one: GramTable, other: GramTable, allowed: number, hits: number[]): void {
  eachShared(one, other, (from, to, otherFrom, otherTo) => {
    const width = to - from;
    const otherWidth = otherTo - otherFrom;
    if (width * otherWidth <= allowed) {
      for (let i = from; i < to; i += 1) {
        for (let j = otherFrom; j < otherTo; j += 1) {
          hits.push((one.places[i] ?? 0) * PLACES + (other.places[j] ?? 0));
        }
      }
      return;
    }
    for (let step = 0; step < Math.max(width, otherWidth); step += 1) {
      const place = one.places[from + (step % width)] ?? 0;
      hits.push(place * PLACES + (other.places[otherFrom + (step % otherWidth)] ?? 0));
    }
  });
}

/** Walks two sorted tables together and reports, for each hash in both, its rows in each. */
function eachShared(
  one: GramTable,
  other: GramTable,
  report: (from: number, to: number, otherFrom: number, otherTo: number) => void,
): void {
  let i = 0;
  let j = 0;
  while (i < one.hashes.length && j < other.hashes.length) {
    const left = one.hashes[i] ?? 0;
    const right = other.hashes[j] ?? 0;
    if (left < right) i += 1;
    else if (left > right) j += 1;
    else {
      const from = i;
      const otherFrom = j;
      while (i < one.hashes.length && one.hashes[i] === left) i += 1;
      while (j < other.hashes.length && other.hashes[j] === left) j += 1;
      report(from, i, otherFrom, j);
    }
  }
}

/** How many words match from the two places on, counted up to `most`. */
export function matchForward(
  a: IndexedDocument,
  b: IndexedDocument,
  atA: number,
  atB: number,
  most: number = Infinity,
): number {
  const limit = Math.min(a.words.length - atA, b.words.length - atB, most);
  let length = 0;
  while (length < limit && isSameWord(a, b, atA + length, atB + length)) length += 1;
  return length;
}

/** How many words match before the two places, down to word `floor` of `a`. */
export function matchBackward(a: IndexedDocument, b: IndexedDocument, atA: number, atB: number, floor: number): number {
  const limit = Math.min(atA - floor, atB);
  let length = 0;
  while (length < limit && isSameWord(a, b, atA - length - 1, atB - length - 1)) length += 1;
  return length;
}

function isSameWord(a: IndexedDocument, b: IndexedDocument, atA: number, atB: number): boolean {
  return a.words[atA] === b.words[atB] && a.furniture[atA] !== 1 && b.furniture[atB] !== 1;
}
