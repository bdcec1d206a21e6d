import type { Span } from '#shared/text/span.ts';
import { overlaps } from '#shared/text/span.ts';
import { tokensIn, type TokenRange } from '#shared/text/tokens.ts';
import { joinParts, single, type CopyInParts, type Piece } from './broken-copy.ts';
import type { CollatedDocuments } from './collated-documents.ts';
import {
  COPY_COVERAGE,
  type Copies,
  type Elsewhere,
  type ElsewhereReason,
  type FoundOccurrence,
  type OccurrenceStatus,
} from './copies.ts';
import { copyRanges, copySpan } from './edge.ts';
import { LINK_WORDS } from './prints.ts';
import type { IndexedDocument } from './indexed-document.ts';
import { compareIds } from './id-order.ts';
import { type Phrase, selfOverlaps } from './phrase.ts';
import { type Projection, projectRange } from './project.ts';
import { findResembling } from './resemblance.ts';
import { createWordMarks, type WordMarks } from './word-marks.ts';

/** Below this share a part of the span is only shown if it has some words and is no trifle of the span. */
const PARTIAL_COVERAGE = 0.5;
const PARTIAL_WORDS = 5;
const PARTIAL_LEAST = 0.3;

/** A span found by resemblance alone, in a document that shares no long run, must be this much like it. */
const RESEMBLING_COVERAGE = 0.6;

/**
 * What tagging a span of a document would do. Copies are always projected from this span, never from
 * another copy of it (a star, so that errors cannot add up).
 */
export function findCopies(collection: CollatedDocuments, id: string, span: Span): Copies {
  const own = collection.get(id);
  const range = tokensIn(own.tokens, span);
  const search = createSearch(own, span, range);
  const words = own.words.subarray(range.from, range.to);
  if (words.length === 0) return search.done();
  const isFurniture = isAllFurniture(own, range);

  const phrases = collection.words.find(own, range);
  const shifts = selfOverlaps(words);
  if (!isFurniture) {
    const copies = projectOntoLinked(collection, own, range);
    // In a text that repeats itself the place on the diagonal is the copy; other places come after.
    for (const { document, copy } of copies) {
      if (copy.isExact) search.take(document, copy);
    }
    if (words.length >= LINK_WORDS) {
      for (const phrase of phrases) {
        for (const place of freePlaces(phrase, words, shifts, search)) {
          if (!isAllFurniture(phrase.document, place)) search.takeExact(phrase.document, place);
        }
      }
    }
    for (const { document, copy } of copies) {
      if (!copy.isExact) search.take(document, copy);
    }
    const resembling = findResembling(collection, own, range, (document, word) =>
      search.isFree(document, { from: word, to: word + 1 }),
    );
    const best = joinAll(collection, own, range, resembling)
      .filter(({ copy }) => isCloseEnough(copy))
      .toSorted((one, other) => other.copy.covered - one.copy.covered || order(one, other));
    for (const { document, copy } of best) search.take(document, copy);
  }
  for (const phrase of phrases) {
    for (const place of freePlaces(phrase, words, shifts, search)) {
      search.list(phrase.document, place, isFurniture || isAllFurniture(phrase.document, place));
    }
  }
  return search.done();
}

/**
 * The places of a phrase that nothing has taken yet, one at a time. Of those that overlap one another only the leftmost is
 * known: where something lies in its way, the next one is taken.
 * @param shifts `selfOverlaps` of the words
 */
function* freePlaces(
  { document, places }: Phrase,
  words: Int32Array,
  shifts: readonly number[],
  search: Search,
): Generator<TokenRange> {
  const isFree = (from: number): boolean => search.isFree(document, { from, to: from + words.length });
  for (const first of places) {
    const from = [first, ...shifts.map((shift) => first + shift)].find(
      (place) => isFree(place) && (place === first || standsAt(document.words, words, place)),
    );
    if (from !== undefined) yield { from, to: from + words.length };
  }
}

function standsAt(text: Int32Array, words: Int32Array, from: number): boolean {
  return from + words.length <= text.length && words.every((word, ahead) => text[from + ahead] === word);
}

/** A copy with the document that it stands in. */
interface Found {
  readonly document: IndexedDocument;
  readonly copy: CopyInParts;
}

function order(one: Found, other: Found): number {
  return (
    compareIds(one.document.id, other.document.id) || (one.copy.parts[0]?.from ?? 0) - (other.copy.parts[0]?.from ?? 0)
  );
}

function isCloseEnough({ parts, covered, matched }: CopyInParts): boolean {
  return matched >= LINK_WORDS - 1 && covered >= RESEMBLING_COVERAGE * lengthOf(parts);
}

function lengthOf(ranges: readonly TokenRange[]): number {
  return ranges.reduce((sum, { from, to }) => sum + to - from, 0);
}

function isAllFurniture(document: IndexedDocument, range: TokenRange): boolean {
  for (let at = range.from; at < range.to; at += 1) if (document.furniture[at] !== 1) return false;
  return true;
}

/** The span's copies along all copied stretches, document by document, the fullest first. */
function projectOntoLinked(collection: CollatedDocuments, own: IndexedDocument, range: TokenRange): readonly Found[] {
  return collection.pairs.linkedTo(own, range).flatMap((document) => {
    const pair = { a: own, b: document, equivalents: collection.equivalents };
    const projections: Projection[] = [];
    const pieces: Piece[] = [];
    for (const stretch of collection.pairs.align(own, document).stretches) {
      if (stretch.fromA >= range.to) break;
      projections.push(...projectRange(pair, stretch, range));
      // Followed beyond its ends, a stretch may run into what another holds: as a part it is taken as it is.
      const piece = { from: Math.max(range.from, stretch.fromA), to: Math.min(range.to, stretch.toA) };
      if (piece.to - piece.from >= range.to - range.from) continue;
      for (const projection of projectRange(pair, stretch, piece)) pieces.push({ projection, stretch });
    }
    return joinParts(pair, range, projections, pieces).map((copy) => ({ document, copy }));
  });
}

/** Projections onto several documents, those onto one document put together. */
function joinAll(
  collection: CollatedDocuments,
  own: IndexedDocument,
  range: TokenRange,
  found: readonly { readonly document: IndexedDocument; readonly projection: Projection }[],
): readonly Found[] {
  // By slot: the same document may come as two objects where it is read from disk.
  const bySlot = new Map<number, { readonly document: IndexedDocument; readonly projections: Projection[] }>();
  for (const { document, projection } of found) {
    const known = bySlot.get(document.slot);
    if (known === undefined) bySlot.set(document.slot, { document, projections: [projection] });
    else known.projections.push(projection);
  }
  return [...bySlot.values()].flatMap(({ document, projections }) => {
    const pair = { a: own, b: document, equivalents: collection.equivalents };
    return joinParts(pair, range, projections).map((copy) => ({ document, copy }));
  });
}

interface Search {
  /** True when nothing holds any of these words of the document yet. */
  isFree(document: IndexedDocument, range: TokenRange): boolean;
  takeExact(document: IndexedDocument, range: TokenRange): void;
  take(document: IndexedDocument, copy: CopyInParts): void;
  /** Lists the same wording where nothing was taken. */
  list(document: IndexedDocument, range: TokenRange, isFurniture: boolean): void;
  done(): Copies;
}

/** Gathers occurrences that do not overlap, the first come first. */
function createSearch(own: IndexedDocument, span: Span, ownRange: TokenRange): Search {
  const ownOccurrence: FoundOccurrence = {
    document: own.id,
    start: span.start,
    end: span.end,
    status: 'exact',
    coverage: 1,
  };
  const occurrences: FoundOccurrence[] = [];
  const elsewhere: Elsewhere[] = [];
  // By slot: the same document may come as two objects where it is read from disk.
  const taken = new Map<number, WordMarks>();
  const length = ownRange.to - ownRange.from;

  const takenIn = (document: IndexedDocument): WordMarks => {
    let ranges = taken.get(document.slot);
    if (ranges === undefined) {
      ranges = createWordMarks(document.words.length);
      taken.set(document.slot, ranges);
    }
    return ranges;
  };
  takenIn(own).add(ownRange);
  const holders = new Set<number>([own.slot]);

  /** The parts of the span that each document has been found to hold. */
  const foundParts = new Map<number, readonly TokenRange[]>();

  /** True when the document's occurrences hold most of these parts of the span already. */
  function isFoundAlready(document: IndexedDocument, parts: readonly TokenRange[]): boolean {
    const found = foundParts.get(document.slot) ?? [];
    let held = 0;
    for (const part of parts) {
      held += Math.max(0, ...found.map((other) => Math.min(part.to, other.to) - Math.max(part.from, other.from)));
    }
    return held * 2 > lengthOf(parts);
  }

  function keep(
    document: IndexedDocument,
    parts: readonly TokenRange[],
    status: OccurrenceStatus,
    coverage: number,
  ): void {
    const ranges = copyRanges(own, span, ownRange, document, parts);
    const start = ranges[0]?.start ?? 0;
    const end = ranges.at(-1)?.end ?? start;
    if (document.slot === own.slot && overlaps({ start, end }, span)) return;
    for (const part of parts) takenIn(document).add(part);
    holders.add(document.slot);
    const found = { document: document.id, start, end, status, coverage };
    occurrences.push(ranges.length > 1 ? { ...found, ranges } : found);
  }

  /** True when another occurrence stands here, or between the parts: then they are no one copy. */
  function isTaken(document: IndexedDocument, parts: readonly TokenRange[]): boolean {
    const [first] = parts;
    const last = parts.at(-1);
    return first === undefined || last === undefined || takenIn(document).touches({ from: first.from, to: last.to });
  }

  function listAt(document: IndexedDocument, range: TokenRange, reason: ElsewhereReason, coverage: number): void {
    const found = copySpan(own, span, ownRange, document, range);
    if (document.slot === own.slot && overlaps(found, span)) return;
    takenIn(document).add(range);
    elsewhere.push({ document: document.id, ...found, reason, coverage });
  }

  return {
    isFree: (document, range) => !takenIn(document).touches(range),
    takeExact(document, range) {
      if (takenIn(document).touches(range)) return;
      foundParts.set(document.slot, [ownRange]);
      keep(document, [range], 'exact', 1);
    },
    take(document, copy) {
      const { own: held, parts, alone } = copy;
      const coverage = copy.covered / length;
      const isRepeated = coverage < COPY_COVERAGE && isFoundAlready(document, held);
      const isFree = lengthOf(parts) > 0 && !isTaken(document, parts);
      // Beside the rest of the span a small part is shown too: sentences that changed places.
      const isRest = foundParts.has(document.slot) && copy.covered >= PARTIAL_WORDS;
      if (isFree && !isRepeated && (isRest || isWorthShowing(copy, coverage))) {
        foundParts.set(document.slot, [...(foundParts.get(document.slot) ?? []), ...held]);
        keep(document, parts, statusOf(copy, coverage), coverage);
      } else if (alone.length > 0) {
        for (const projection of alone) this.take(document, single(projection));
      } else if (isFree && copy.covered >= LINK_WORDS) {
        for (const part of parts) listAt(document, part, 'small part', coverage);
      }
    },
    list(document, range, isFurniture) {
      if (takenIn(document).touches(range)) return;
      const reason = holders.has(document.slot) ? 'off-diagonal repeat' : 'stock phrase';
      listAt(document, range, isFurniture ? 'page furniture' : reason, 1);
    },
    done() {
      return {
        occurrences: [ownOccurrence, ...occurrences.sort(byPlace)],
        elsewhere: elsewhere.sort(byPlace),
      };
    },
  };
}

/**
 * A part of the span is shown as a copy if it is half of it, or some words and not a trifle of it.
 * One word that stayed is no copy.
 */
function isWorthShowing({ covered }: CopyInParts, coverage: number): boolean {
  if (coverage >= COPY_COVERAGE) return true;
  if (coverage >= PARTIAL_COVERAGE) return covered > 1;
  return coverage >= PARTIAL_LEAST && covered >= PARTIAL_WORDS;
}

function statusOf({ isExact, isGuardKept }: CopyInParts, coverage: number): OccurrenceStatus {
  if (isExact) return 'exact';
  if (coverage < COPY_COVERAGE) return 'partial';
  return isGuardKept ? 'edited' : 'differs';
}

function byPlace(
  one: { readonly document: string; readonly start: number },
  other: { readonly document: string; readonly start: number },
): number {
  return compareIds(one.document, other.document) || one.start - other.start;
}
