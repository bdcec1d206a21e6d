/** The winnowed fingerprints of one document, as the index on disk keeps them. */
import { Scratch } from './scratch.ts';

/** Words in a fingerprint, and fingerprints in a winnowing window: a shared run of k + w - 1 words is always seen. */
export const FINGERPRINT_WORDS = 5;
const WORDS = FINGERPRINT_WORDS;
const WINDOW = 4;

/** The shortest exact run that makes two documents a linked pair. */
export const LINK_WORDS = WORDS + WINDOW - 1;

/** Beyond this many places of one fingerprint in a document, its surroundings are taken as anything. */
const KEPT_PLACES = 4;

/** Surroundings that agree with any others. */
export const ANY_SURROUNDINGS = 0xf_ffff;

/** Fingerprints of one document by place. */
export interface Prints {
  readonly count: number;
  /** 32-bit hash of the five words from the place on, evenly spread. */
  readonly hashes: Uint32Array;
  /** First word. */
  readonly places: Int32Array;
  /** Five bits of each of the two words before and the two after; see `mayContinue`. */
  readonly surroundings: Int32Array;
}

/**
 * Winnows the words of a document (Schleimer, Wilkerson, Aiken 2003; k = 5, w = 4): of every four fingerprints in a row
 * the least is kept, the rightmost among equals, so that two documents which share eight words in a row share one. A
 * fingerprint with page furniture inside is none. The same fingerprint with the same surroundings is given once.
 * @param words word numbers
 * @param furniture 1 where a word is page furniture
 */
export function printsOf(words: Int32Array, furniture: Uint8Array): Prints {
  const grams = words.length - WORDS + 1;
  const kept = grams > 0 ? winnow(gramHashes(words, grams), furniture, grams) : 0;
  const hashes = new Uint32Array(kept);
  const places = new Int32Array(kept);
  const surroundings = new Int32Array(kept);
  /** Rows given so far, by the cell of their fingerprint: the first row + 1, 0 where there is none. */
  const mask = 2 ** (33 - Math.clz32(kept)) - 1;
  const cells = cellScratch.take(mask + 1);
  const nextSame = sameScratch.take(kept);
  const minima = minimumScratch.take(kept);
  const hashed = gramScratch.take(kept);
  let count = 0;
  for (let index = 0; index < kept; index += 1) {
    const place = minima[index] ?? 0;
    const hash = spread(hashed[place] ?? 0);
    const around = surroundingsOf(words, place);
    let cell = hash & mask;
    while (cells[cell] !== 0 && hashes[(cells[cell] ?? 0) - 1] !== hash) cell = (cell + 1) & mask;
    let given = 0;
    let isGiven = false;
    let last = -1;
    for (let row = (cells[cell] ?? 0) - 1; row >= 0; row = nextSame[row] ?? -1) {
      given += 1;
      isGiven ||= surroundings[row] === around;
      last = row;
    }
    if (isGiven || given > KEPT_PLACES) continue;
    hashes[count] = hash;
    places[count] = place;
    surroundings[count] = given === KEPT_PLACES ? ANY_SURROUNDINGS : around;
    nextSame[count] = -1;
    if (last >= 0) nextSame[last] = count;
    else cells[cell] = count + 1;
    count += 1;
  }
  cells.fill(0, 0, mask + 1);
  for (const scratch of [gramScratch, minimumScratch, cellScratch, sameScratch]) scratch.letGo();
  return {
    count,
    hashes: hashes.slice(0, count),
    places: places.slice(0, count),
    surroundings: surroundings.slice(0, count),
  };
}

const gramScratch = new Scratch();
const minimumScratch = new Scratch();
const cellScratch = new Scratch();
const sameScratch = new Scratch();

/**
 * False when a shared run of eight words through a fingerprint is ruled out: of its three words beyond the fingerprint
 * two that are nearest are shared as well, before it, after it or one on either side. (True says nothing: such bits
 * agree by chance once in a thousand.)
 */
export function mayContinue(one: number, other: number): boolean {
  if (one === ANY_SURROUNDINGS || other === ANY_SURROUNDINGS) return true;
  const differing = one ^ other;
  const before = (differing & BEFORE) === 0;
  const after = (differing & AFTER) === 0;
  if (before && after) return true;
  if (before) return (differing & FAR_BEFORE) === 0;
  return after && (differing & FAR_AFTER) === 0;
}

/** Where the five bits of each word lie. */
const FAR_BEFORE = 0x1f << 15;
const BEFORE = 0x1f << 10;
const AFTER = 0x1f << 5;
const FAR_AFTER = 0x1f;

function surroundingsOf(words: Int32Array, place: number): number {
  const around =
    (fiveBits(words[place - 2]) << 15) |
    (fiveBits(words[place - 1]) << 10) |
    (fiveBits(words[place + WORDS]) << 5) |
    fiveBits(words[place + WORDS + 1]);
  return around === ANY_SURROUNDINGS ? around - 1 : around;
}

function fiveBits(word: number | undefined): number {
  return word === undefined ? 0 : Math.imul(word ^ (word >>> 15), 0x2c1b_3c6d) >>> 27;
}

/**
 * True when two documents share a run of eight words outside page furniture through the five words at a place of one,
 * wherever these stand in either.
 */
export function isInLongRun(own: MatchedWords, place: number, other: MatchedWords): boolean {
  const gram = own.words.subarray(place, place + WORDS);
  for (let here = nextPlace(own.words, gram, 0); here >= 0; here = nextPlace(own.words, gram, here + 1)) {
    for (let there = nextPlace(other.words, gram, 0); there >= 0; there = nextPlace(other.words, gram, there + 1)) {
      let ahead = 0;
      while (ahead < LINK_WORDS && isShared(own, here + ahead, other, there + ahead)) ahead += 1;
      if (ahead < WORDS) continue;
      let back = 0;
      while (ahead + back < LINK_WORDS && isShared(own, here - back - 1, other, there - back - 1)) back += 1;
      if (ahead + back >= LINK_WORDS) return true;
    }
  }
  return false;
}

/** The first place of some words in a text from a place on, or -1. */
function nextPlace(text: Int32Array, words: Int32Array, from: number): number {
  const [first = -1] = words;
  for (let at = text.indexOf(first, from); at >= 0; at = text.indexOf(first, at + 1)) {
    let same = 1;
    while (same < words.length && text[at + same] === words[same]) same += 1;
    if (same === words.length) return at;
  }
  return -1;
}

interface MatchedWords {
  readonly words: Int32Array;
  readonly furniture: Uint8Array;
}

function isShared(one: MatchedWords, at: number, other: MatchedWords, there: number): boolean {
  const word = one.words[at];
  return word !== undefined && word === other.words[there] && one.furniture[at] !== 1 && other.furniture[there] !== 1;
}

/** Winnowing keeps the least hashes; an index wants them all over the range. Different hashes stay different. */
function spread(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 16), 0x7feb_352d);
  return Math.imul(mixed ^ (mixed >>> 15), 0x846c_a68b) >>> 0;
}

function gramHashes(words: Int32Array, grams: number): Int32Array {
  const hashes = gramScratch.take(grams);
  for (let at = 0; at < grams; at += 1) {
    let hash = 0x9e37_79b9;
    for (let ahead = 0; ahead < WORDS; ahead += 1) {
      hash = Math.imul(hash ^ (words[at + ahead] ?? 0), 0x85eb_ca6b);
      hash = (hash << 13) | (hash >>> 19);
    }
    hash = Math.imul(hash ^ (hash >>> 16), 0xc2b2_ae35);
    hashes[at] = hash ^ (hash >>> 15);
  }
  return hashes;
}

/** Leaves the places that are kept in `minimumScratch`, ascending; returns how many. */
function winnow(grams: Int32Array, furniture: Uint8Array, count: number): number {
  const places = minimumScratch.take(count);
  const open = openGrams(furniture, count);
  let kept = 0;
  let best = -1;
  let last = -1;
  const windows = Math.max(1, count - WINDOW + 1);
  for (let start = 0; start < windows; start += 1) {
    const end = Math.min(start + WINDOW, count);
    // The best of the last window left this one: look at all of it again.
    let from = end - 1;
    if (best < start) {
      best = -1;
      from = start;
    }
    for (let at = from; at < end; at += 1) {
      if (open[at] === 1 && (best < 0 || (grams[at] ?? 0) <= (grams[best] ?? 0))) best = at;
    }
    if (best < 0 || best === last) continue;
    places[kept] = best;
    kept += 1;
    last = best;
  }
  return kept;
}

/** 1 where none of the five words from there on is furniture. */
function openGrams(furniture: Uint8Array, count: number): Uint8Array {
  const open = new Uint8Array(count);
  let lastMasked = -1;
  for (let at = 0; at < furniture.length; at += 1) {
    if (furniture[at] === 1) lastMasked = at;
    const start = at - WORDS + 1;
    if (start >= 0 && lastMasked < start) open[start] = 1;
  }
  return open;
}
