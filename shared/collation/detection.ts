/** Finds the documents that a new one shares passages with, at a cost that does not grow with the copies there are. */
import { createAligner, type Aligner, type Alignment } from './alignment.ts';
import type { Equivalents } from './equivalents.ts';
import { firstIndex } from '#shared/text/first-index.ts';
import type { TokenRange } from '#shared/text/tokens.ts';
import type { IndexedDocument } from './indexed-document.ts';
import { createHolderList, type Postings } from './postings.ts';
import { doubled } from './scratch.ts';
import { ANY_SURROUNDINGS, FINGERPRINT_WORDS, isInLongRun, type Prints } from './prints.ts';

/** What detection asks of the index. */
export interface DetectionIndex extends Postings {
  /** `undefined` where it was removed. */
  readonly document: (slot: number) => IndexedDocument | undefined;
  /** Slots are below this. */
  readonly slots: () => number;
  readonly equivalents: Equivalents;
}

/** A document that shares passages with another. */
export interface Link {
  readonly document: IndexedDocument;
  /** As seen from the document that links were looked for. */
  readonly alignment: Alignment;
}

export interface DetectionLimits {
  /** Documents looked at for one fingerprint, the earliest first: a story's thousandth copy is held against those. */
  readonly holders: number;
  /** Once a fingerprint stands in so many links, no further document is aligned for its sake. */
  readonly covers: number;
  /** A near-copy counts as so many links: what it has stands in one passage with all copies of the story. */
  readonly nearCopy: number;
}

/** What adding a document allows itself. */
export const addingLimits: DetectionLimits = { holders: 64, covers: 4, nearCopy: 2 };

/** For tagging. */
const everyDocument: DetectionLimits = { holders: Infinity, covers: Infinity, nearCopy: 1 };

/**
 * For tagging: what so many documents hold, far from the words in question, is a hub's text and says nothing of those
 * words. What they hold near these is looked at in all of them.
 */
const FAR_HOLDERS = 256;
/** Words on either side of the words in question that are near them. */
const NEAR_WORDS = 128;

/**
 * Documents that share nothing near the words in question and are looked at all the same, those that share most. (A
 * rough copy with a dozen borrowed paragraphs shares something with hundreds: a tag took 70 to 170 ms for them.)
 */
const FAR_DOCUMENTS = 48;

/** The share of the shorter document that a near-copy has in common with the other. */
const NEAR_COPY_SHARE = 0.6;

/**
 * Of so many fingerprints one is looked up, and so many must be shared for a document to be aligned at once. What stands
 * in enough links after that is not looked up any more: of a story's next copy a few dozen fingerprints find the others,
 * and the rest of what they hold need not be read from a large index.
 */
const WAVES = [
  { stride: 16, least: 4 },
  { stride: 4, least: 3 },
  { stride: 1, least: 1 },
] as const;

export interface Detector {
  /** The links of a document, by slot. The document itself is none of them. */
  readonly links: (own: IndexedDocument, prints: Prints, limits: DetectionLimits) => readonly Link[];
  /**
   * The documents linked with one that may hold a copy of its words `near`, however many. Such may be left out as have
   * nothing of these words and around, share nothing but what more than 256 documents do elsewhere, or share something
   * elsewhere alone and less than 48 others do.
   */
  readonly linksNear: (own: IndexedDocument, prints: Prints, near: TokenRange) => readonly Link[];
}

/**
 * The documents that share a run of eight words outside page furniture are linked, and no others, if no fingerprint of
 * the run stands in `limits.covers` links already.
 */
export function createDetector(index: DetectionIndex): Detector {
  const found = createHolderList();
  /** By slot: fingerprints in common, and the latest of its rows in `rows`. */
  let counts = new Int32Array(0);
  let heads = new Int32Array(0);
  let rows = new Int32Array(1024);
  let next = new Int32Array(1024);
  /** By fingerprint: links it is in, and the latest of them, counted from 1. */
  let covered = new Int32Array(1024);
  let coveredLast = new Int32Array(1024);
  /** Rows to look up. */
  let wanted = new Int32Array(1024);
  let entered = 0;

  const makeRoom = (): void => {
    const slots = index.slots();
    if (slots <= counts.length) return;
    counts = new Int32Array(slots + 1024);
    heads = new Int32Array(slots + 1024);
  };

  const enter = (at: number, slot: number, row: number): void => {
    if (at === rows.length) {
      rows = doubled(rows);
      next = doubled(next);
    }
    rows[at] = row;
    next[at] = heads[slot] ?? -1;
    heads[slot] = at;
  };

  /** Looks up the first `count` rows in `wanted`; returns documents not met before. Rows that `isLeftOut` are passed over. */
  const gather = (
    own: IndexedDocument,
    prints: Prints,
    most: number,
    count: number,
    isLeftOut: (holders: number) => boolean,
  ): number[] => {
    const met: number[] = [];
    found.clear(prints.count);
    index.lookUp(prints, wanted, count, most, found);
    for (let at = 0; at < found.count; at += 1) {
      const slot = found.slots[at] ?? 0;
      const row = found.rows[at] ?? 0;
      if (slot === own.slot || isLeftOut(found.held(row))) continue;
      if (counts[slot] === 0) {
        met.push(slot);
        heads[slot] = -1;
      }
      counts[slot] = (counts[slot] ?? 0) + 1;
      enter(entered, slot, row);
      entered += 1;
    }
    return met;
  };

  /** Every `stride`th row, but for those of the wave before and those in links enough. */
  const rowsOfWave = (prints: Prints, stride: number, before: number, { covers }: DetectionLimits): number => {
    let count = 0;
    for (let row = 0; row < prints.count; row += stride) {
      if ((before > 0 && row % before === 0) || (covered[row] ?? 0) >= covers) continue;
      wanted[count] = row;
      count += 1;
    }
    return count;
  };

  /** The rows that are near some words, or those that are not. */
  const rowsBy = (prints: Prints, near: TokenRange, isNear: boolean): number => {
    let count = 0;
    for (let row = 0; row < prints.count; row += 1) {
      const place = prints.places[row] ?? 0;
      const isHere = place < near.to + NEAR_WORDS && place + FINGERPRINT_WORDS > near.from - NEAR_WORDS;
      if (isHere !== isNear) continue;
      wanted[count] = row;
      count += 1;
    }
    return count;
  };

  const isWanted = (slot: number, covers: number): boolean => {
    for (let at = heads[slot] ?? -1; at >= 0; at = next[at] ?? -1) {
      if ((covered[rows[at] ?? 0] ?? 0) < covers) return true;
    }
    return false;
  };

  /** Most documents with one fingerprint in common share an idiom: a look at the words around it saves an alignment. */
  const isWorthAligning = (own: IndexedDocument, prints: Prints, other: IndexedDocument): boolean => {
    if ((counts[other.slot] ?? 0) > 1) return true;
    const row = rows[heads[other.slot] ?? 0] ?? 0;
    return prints.surroundings[row] === ANY_SURROUNDINGS || isInLongRun(own, prints.places[row] ?? 0, other);
  };

  /** Every fingerprint inside the stretches of a link is in it once, whether the documents met there or not. */
  const cover = (prints: Prints, { stretches }: Alignment, link: number, weight: number): void => {
    for (const { runs } of stretches) {
      for (const { a, length } of runs) {
        const end = a + length - FINGERPRINT_WORDS;
        for (
          let row = firstIndex(prints.places, prints.count, a);
          row < prints.count && (prints.places[row] ?? 0) <= end;
          row += 1
        ) {
          if (coveredLast[row] === link) continue;
          coveredLast[row] = link;
          covered[row] = (covered[row] ?? 0) + weight;
        }
      }
    }
  };

  /** Slots decide among equals, so that nothing hangs on chance. */
  const byLikeness = (one: number, other: number): number => (counts[other] ?? 0) - (counts[one] ?? 0) || one - other;

  const begin = (prints: Prints): void => {
    makeRoom();
    if (covered.length < prints.count) {
      covered = new Int32Array(prints.count * 2);
      coveredLast = new Int32Array(prints.count * 2);
      wanted = new Int32Array(prints.count * 2);
    }
    covered.fill(0, 0, prints.count);
    coveredLast.fill(0, 0, prints.count);
    entered = 0;
  };

  /** Aligns documents that were met, those of them that are still wanted; the most alike first. */
  const createAlignment = (
    own: IndexedDocument,
    prints: Prints,
    { covers, nearCopy }: DetectionLimits,
    near?: TokenRange,
  ): { readonly links: Link[]; readonly alignAll: (slots: readonly number[]) => void } => {
    const links: Link[] = [];
    const aligned = new Set<number>();
    let aligner: Aligner | undefined;
    const alignAll = (slots: readonly number[]): void => {
      // The most alike covers most.
      for (const slot of slots.toSorted(byLikeness)) {
        if (aligned.has(slot) || !isWanted(slot, covers)) continue;
        const document = index.document(slot);
        if (document === undefined || !isWorthAligning(own, prints, document)) continue;
        aligned.add(slot);
        aligner ??= createAligner(own, index.equivalents);
        const alignment = aligner.align(document, near);
        if (!isLink(alignment)) continue;
        links.push({ document, alignment });
        cover(prints, alignment, links.length, isNearCopy(own, document, alignment) ? nearCopy : 1);
      }
    };
    return { links, alignAll };
  };

  const finish = (met: readonly number[], links: Link[]): readonly Link[] => {
    for (const slot of met) counts[slot] = 0;
    return links.sort((one, other) => one.document.slot - other.document.slot);
  };

  return {
    links: (own, prints, limits) => {
      begin(prints);
      const { links, alignAll } = createAlignment(own, prints, limits);
      const met: number[] = [];
      let before = 0;
      for (const { stride, least } of WAVES) {
        const rows = rowsOfWave(prints, stride, before, limits);
        for (const slot of gather(own, prints, limits.holders, rows, () => false)) met.push(slot);
        alignAll(met.filter((slot) => (counts[slot] ?? 0) >= least));
        before = stride;
      }
      return finish(met, links);
    },
    linksNear: (own, prints, near) => {
      begin(prints);
      const { links, alignAll } = createAlignment(own, prints, everyDocument, near);
      const met = gather(own, prints, Infinity, rowsBy(prints, near, true), () => false);
      const isHub = (holders: number): boolean => holders > FAR_HOLDERS;
      const far = gather(own, prints, FAR_HOLDERS + 1, rowsBy(prints, near, false), isHub);
      alignAll([...met, ...far.toSorted(byLikeness).slice(0, FAR_DOCUMENTS)]);
      return finish([...met, ...far], links);
    },
  };
}

/** True when two documents have passages in common and share a run of `LINK_WORDS` words outside page furniture. */
export function isLink({ stretches, isLinked }: Alignment): boolean {
  return isLinked === true && stretches.length > 0;
}

/** True where most of the shorter document stands in the other: such are all in one passage. */
function isNearCopy(own: IndexedDocument, other: IndexedDocument, { stretches }: Alignment): boolean {
  const words = stretches.reduce((sum, stretch) => sum + stretch.words, 0);
  return words >= NEAR_COPY_SHARE * Math.min(own.words.length, other.words.length);
}
