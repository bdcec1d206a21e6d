import type { Span } from '#shared/text/span.ts';
import { overlaps } from '#shared/text/span.ts';
import { tokensIn, type TokenRange } from '#shared/text/tokens.ts';
import type { Collection } from './collection.ts';
import {
  COPY_COVERAGE,
  type Copies,
  type Elsewhere,
  type ElsewhereReason,
  type FoundOccurrence,
  type OccurrenceStatus,
} from './copies.ts';
import { copySpan } from './edge.ts';
import { LINK_WORDS } from './fingerprint.ts';
import type { IndexedDocument } from './indexed-document.ts';
import { compareIds } from './pairs.ts';
import { type Projection, projectRange } from './project.ts';
import { findResembling, type Resemblance } from './resemblance.ts';
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
export function findCopies(collection: Collection, id: string, span: Span): Copies {
  const own = collection.get(id);
  const range = tokensIn(own.tokens, span);
  const search = createSearch(own, span, range);
  const words = own.words.subarray(range.from, range.to);
  if (words.length === 0) return search.done();
  const isFurniture = isAllFurniture(own, range);

  const phrases = collection.words.find(words);
  if (!isFurniture) {
    const projections = projectOntoLinked(collection, own, range);
    // In a text that repeats itself the place on the diagonal is the copy; other places come after.
    for (const { document, projection } of projections) {
      if (projection.isExact) search.take(document, projection);
    }
    if (words.length >= LINK_WORDS) {
      for (const { document, places } of phrases) {
        for (const from of places) {
          const place = { from, to: from + words.length };
          if (!isAllFurniture(document, place)) search.takeExact(document, place);
        }
      }
    }
    for (const { document, projection } of projections) {
      if (!projection.isExact) search.take(document, projection);
    }
    const resembling = findResembling(collection, own, range, (document, word) => search.isFree(document, word));
    const best = resembling
      .filter(({ projection }) => isCloseEnough(projection))
      .toSorted((one, other) => other.projection.covered - one.projection.covered || order(one, other));
    for (const { document, projection } of best) search.take(document, projection);
  }
  for (const { document, places } of phrases) {
    for (const from of places) {
      const place = { from, to: from + words.length };
      search.list(document, place, isFurniture || isAllFurniture(document, place));
    }
  }
  return search.done();
}

function order(one: Resemblance, other: Resemblance): number {
  return compareIds(one.document.id, other.document.id) || one.projection.range.from - other.projection.range.from;
}

function isCloseEnough(projection: Projection): boolean {
  const { range, covered, matched } = projection;
  return matched >= LINK_WORDS - 1 && covered >= RESEMBLING_COVERAGE * (range.to - range.from);
}

function isAllFurniture(document: IndexedDocument, range: TokenRange): boolean {
  for (let at = range.from; at < range.to; at += 1) if (document.furniture[at] !== 1) return false;
  return true;
}

/** The span's projections along all copied stretches, document by document, the fullest first. */
function projectOntoLinked(collection: Collection, own: IndexedDocument, range: TokenRange): readonly Resemblance[] {
  return collection.pairs.linkedTo(own).flatMap((document) => {
    const pair = { a: own, b: document, vocabulary: collection.vocabulary };
    const projections: Projection[] = [];
    for (const stretch of collection.pairs.align(own, document).stretches) {
      if (stretch.fromA >= range.to) break;
      projections.push(...projectRange(pair, stretch, range));
    }
    return projections
      .sort((one, other) => other.covered - one.covered || one.range.from - other.range.from)
      .map((projection) => ({ document, projection }));
  });
}

interface Search {
  /** True when no occurrence holds this word of the document yet. */
  isFree(document: IndexedDocument, word: number): boolean;
  takeExact(document: IndexedDocument, range: TokenRange): void;
  take(document: IndexedDocument, projection: Projection): void;
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
  const taken = new Map<IndexedDocument, WordMarks>();
  const length = ownRange.to - ownRange.from;

  const takenIn = (document: IndexedDocument): WordMarks => {
    let ranges = taken.get(document);
    if (ranges === undefined) {
      ranges = createWordMarks(document.words.length);
      taken.set(document, ranges);
    }
    return ranges;
  };
  takenIn(own).add(ownRange);
  const holders = new Set<IndexedDocument>([own]);

  /** The parts of the span that each document has been found to hold. */
  const foundParts = new Map<IndexedDocument, readonly TokenRange[]>();

  /** True when the document's occurrences hold most of this part of the span already. */
  function isFoundAlready(document: IndexedDocument, part: TokenRange): boolean {
    const held = (foundParts.get(document) ?? []).map(
      (other) => Math.min(part.to, other.to) - Math.max(part.from, other.from),
    );
    return Math.max(0, ...held) * 2 > part.to - part.from;
  }

  function keep(document: IndexedDocument, range: TokenRange, status: OccurrenceStatus, coverage: number): void {
    const found = copySpan(own, span, ownRange, document, range);
    if (document === own && overlaps(found, span)) return;
    takenIn(document).add(range);
    holders.add(document);
    occurrences.push({ document: document.id, ...found, status, coverage });
  }

  function listAt(document: IndexedDocument, range: TokenRange, reason: ElsewhereReason, coverage: number): void {
    const found = copySpan(own, span, ownRange, document, range);
    if (document === own && overlaps(found, span)) return;
    takenIn(document).add(range);
    elsewhere.push({ document: document.id, ...found, reason, coverage });
  }

  return {
    isFree: (document, word) => !takenIn(document).touches({ from: word, to: word + 1 }),
    takeExact(document, range) {
      if (takenIn(document).touches(range)) return;
      foundParts.set(document, [ownRange]);
      keep(document, range, 'exact', 1);
    },
    take(document, projection) {
      if (projection.range.from >= projection.range.to) return;
      if (takenIn(document).touches(projection.range)) return;
      const coverage = projection.covered / length;
      const isRepeated = coverage < COPY_COVERAGE && isFoundAlready(document, projection.own);
      if (!isRepeated && isWorthShowing(projection, coverage)) {
        foundParts.set(document, [...(foundParts.get(document) ?? []), projection.own]);
        keep(document, projection.range, statusOf(projection, coverage), coverage);
      } else if (projection.covered >= LINK_WORDS) {
        listAt(document, projection.range, 'small part', coverage);
      }
    },
    list(document, range, isFurniture) {
      if (takenIn(document).touches(range)) return;
      const reason = holders.has(document) ? 'off-diagonal repeat' : 'stock phrase';
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
function isWorthShowing(projection: Projection, coverage: number): boolean {
  if (coverage >= COPY_COVERAGE) return true;
  if (coverage >= PARTIAL_COVERAGE) return projection.covered > 1;
  return coverage >= PARTIAL_LEAST && projection.covered >= PARTIAL_WORDS;
}

function statusOf(projection: Projection, coverage: number): OccurrenceStatus {
  if (projection.isExact) return 'exact';
  if (coverage < COPY_COVERAGE) return 'partial';
  return projection.isGuardKept ? 'edited' : 'differs';
}

function byPlace(
  one: { readonly document: string; readonly start: number },
  other: { readonly document: string; readonly start: number },
): number {
  return compareIds(one.document, other.document) || one.start - other.start;
}
