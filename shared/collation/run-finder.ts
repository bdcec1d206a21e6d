import { LINK_WORDS } from './prints.ts';
import { createGramTable, type GramTable } from './gram-table.ts';
import type { IndexedDocument } from './indexed-document.ts';
import type { RunList } from './run-list.ts';
import { Scratch } from './scratch.ts';

/** Words in a seed when two documents are matched closely; every place is taken, none winnowed. */
export const SEED_WORDS = 3;

/**
 * Up to this many pairs of places of one seed are all tried. Beyond it the places are paired one to
 * one, round and round, so that a sentence repeated 5,000 times costs 5,000 steps and not 25
 * million, and each of its places still meets a counterpart.
 */
const SEED_PAIRS = 24;

/** The same for the eight words that are looked up where every seed of a run is too common, and for all of them. */
const LONG_PAIRS = 1024;
const MOST_LONG_PAIRS = 4_000_000;

/** Seeds inside a run of `LINK_WORDS` words. */
const SEEDS_IN_LONG = LINK_WORDS - SEED_WORDS + 1;

/** What stands for a word of page furniture: no word has these numbers, and they differ from each other. */
export const OWN_FURNITURE = 64;
export const OTHER_FURNITURE = 32;

/** Finds the runs that one document shares with others. */
export interface RunFinder {
  /**
   * All maximal runs of equal words, in no particular order, `a` in the finder's own document: every
   * run of `LINK_WORDS` words or more, and those of `SEED_WORDS` or more whose seeds are not
   * commonplace in this pair. No run enters page furniture. Fills and returns `into`.
   */
  find(other: IndexedDocument, into: RunList): RunList;
}

/** The words of a document with a number that equals nothing for each word of page furniture. */
export function maskedWords(document: IndexedDocument, mask: number): Int32Array {
  const { words, furniture } = document;
  if (!furniture.includes(1)) return words;
  const masked = words.slice();
  for (let at = 0; at < masked.length; at += 1) if (furniture[at] === 1) masked[at] = mask;
  return masked;
}

const hitPlaces = new Scratch();
const hitGrams = new Scratch();
const hitOrdinals = new Scratch();
const seedCounts = new Scratch();
const longPlaces = new Scratch();
const longGrams = new Scratch();
const longOrdinals = new Scratch();
const longCounts = new Scratch();
const diagonalEnds = new Scratch();

/** Makes a document ready to be compared with others; its words masked with `OWN_FURNITURE`. */
export function createRunFinder(own: Int32Array): RunFinder {
  const seeds = createGramTable(own, SEED_WORDS, OWN_FURNITURE);
  let longGramsOfOwn: GramTable | undefined;

  return {
    find(document, into) {
      into.clear();
      const other = maskedWords(document, OTHER_FURNITURE);
      if (other.length < SEED_WORDS || own.length < SEED_WORDS) return into;
      const places = hitPlaces.take(other.length);
      const grams = hitGrams.take(other.length);
      const ordinals = hitOrdinals.take(other.length);
      const counts = seedCounts.take(seeds.distinct);
      const hits = seeds.lookUp(other, places, grams, ordinals, counts);
      if (hits === 0) return into;

      const longHits = lookUpLong(hits, other);
      const longCap =
        longHits > 0 && pairsOf(longGramsOfOwn, longGrams.take(0), longCounts.take(0), longHits) > MOST_LONG_PAIRS
          ? 1
          : LONG_PAIRS;
      const ends = diagonalEnds.take(own.length + other.length);
      let nextLong = 0;
      for (let hit = 0; hit < hits; hit += 1) {
        const place = places[hit] ?? 0;
        const gram = grams[hit] ?? 0;
        pairPlaces(seeds, gram, counts[gram] ?? 0, ordinals[hit] ?? 0, place, SEED_PAIRS, other, ends, into);
        while (nextLong < longHits && longPlaces.take(0)[nextLong] === place) {
          const longGram = longGrams.take(0)[nextLong] ?? 0;
          const count = longCounts.take(0)[longGram] ?? 0;
          const ordinal = longOrdinals.take(0)[nextLong] ?? 0;
          if (longGramsOfOwn !== undefined) {
            pairPlaces(longGramsOfOwn, longGram, count, ordinal, place, longCap, other, ends, into);
          }
          nextLong += 1;
        }
      }
      tidy(hits, longHits, other.length, into);
      return into;
    },
  };

  /** Looks up the eight words at every place from which all seeds are too common. Returns how many are in both. */
  function lookUpLong(hits: number, other: Int32Array): number {
    const places = hitPlaces.take(0);
    const grams = hitGrams.take(0);
    const counts = seedCounts.take(0);
    let found = 0;
    let common = 0;
    for (let hit = 0; hit < hits; hit += 1) {
      const gram = grams[hit] ?? 0;
      const isCommon = seeds.count(gram) * (counts[gram] ?? 0) > SEED_PAIRS;
      const isNext = hit > 0 && (places[hit - 1] ?? 0) + 1 === places[hit];
      if (!isCommon) common = 0;
      else common = isNext ? common + 1 : 1;
      if (common < SEEDS_IN_LONG) continue;
      longGramsOfOwn ??= createGramTable(own, LINK_WORDS, OWN_FURNITURE);
      const place = (places[hit] ?? 0) - SEEDS_IN_LONG + 1;
      const long = longGramsOfOwn.find(other, place);
      if (long < 0) continue;
      const longs = longCounts.take(longGramsOfOwn.distinct);
      longPlaces.take(found + 1)[found] = place;
      longGrams.take(found + 1)[found] = long;
      longOrdinals.take(found + 1)[found] = longs[long] ?? 0;
      longs[long] = (longs[long] ?? 0) + 1;
      found += 1;
    }
    return found;
  }

  /** Tries the places of a gram that are to be paired with this one of its places in the other document. */
  function pairPlaces(
    table: GramTable,
    gram: number,
    otherCount: number,
    ordinal: number,
    place: number,
    allowed: number,
    other: Int32Array,
    ends: Int32Array,
    into: RunList,
  ): void {
    const count = table.count(gram);
    if (count * otherCount <= allowed) {
      for (let nth = 0; nth < count; nth += 1) follow(table.place(gram, nth), place, other, ends, into);
    } else if (otherCount >= count) {
      follow(table.place(gram, ordinal % count), place, other, ends, into);
    } else {
      for (let nth = ordinal; nth < count; nth += otherCount) {
        follow(table.place(gram, nth), place, other, ends, into);
      }
    }
  }

  /** Follows a pair of places to the ends of the run through it, unless that run is known. */
  function follow(atOwn: number, atOther: number, other: Int32Array, ends: Int32Array, into: RunList): void {
    const diagonal = atOther - atOwn + own.length;
    if (atOther < (ends[diagonal] ?? 0)) return;
    let back = 0;
    const mostBack = Math.min(atOwn, atOther);
    while (back < mostBack && own[atOwn - back - 1] === other[atOther - back - 1]) back += 1;
    let ahead = 0;
    const mostAhead = Math.min(own.length - atOwn, other.length - atOther);
    while (ahead < mostAhead && own[atOwn + ahead] === other[atOther + ahead]) ahead += 1;
    if (back + ahead < SEED_WORDS) return;
    ends[diagonal] = atOther + ahead;
    into.push(atOwn - back, atOther - back, back + ahead);
  }

  /** Leaves all counts and ends at zero for the next call. */
  function tidy(hits: number, longHits: number, otherLength: number, runs: RunList): void {
    const grams = hitGrams.take(0);
    const counts = seedCounts.take(0);
    for (let hit = 0; hit < hits; hit += 1) counts[grams[hit] ?? 0] = 0;
    const longs = longGrams.take(0);
    const longsSeen = longCounts.take(0);
    for (let hit = 0; hit < longHits; hit += 1) longsSeen[longs[hit] ?? 0] = 0;
    const ends = diagonalEnds.take(0);
    for (let at = 0; at < runs.count; at += 1) ends[(runs.b[at] ?? 0) - (runs.a[at] ?? 0) + own.length] = 0;
    if (otherLength > 100_000 || own.length > 100_000) {
      for (const scratch of [hitPlaces, hitGrams, hitOrdinals, seedCounts, diagonalEnds]) scratch.letGo();
      for (const scratch of [longPlaces, longGrams, longOrdinals, longCounts]) scratch.letGo();
    }
  }
}

/** How many pairs of places the grams of these hits have. */
function pairsOf(table: GramTable | undefined, grams: Int32Array, counts: Int32Array, hits: number): number {
  let pairs = 0;
  for (let hit = 0; hit < hits; hit += 1) {
    const gram = grams[hit] ?? 0;
    const product = (table?.count(gram) ?? 0) * (counts[gram] ?? 0);
    if (product <= LONG_PAIRS) pairs += table?.count(gram) ?? 0;
  }
  return pairs;
}
