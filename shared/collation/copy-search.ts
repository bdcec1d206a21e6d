import { overlaps, type Span } from '#shared/text/span.ts';
import type { TokenRange } from '#shared/text/tokens.ts';
import { single, type CopyInParts } from './broken-copy.ts';
import {
  COPY_COVERAGE,
  type Copies,
  type Elsewhere,
  type ElsewhereReason,
  type FoundOccurrence,
  type OccurrenceStatus,
} from './copies.ts';
import { copyRanges, copySpan } from './edge.ts';
import { compareIds } from './id-order.ts';
import type { IndexedDocument } from './indexed-document.ts';
import { LINK_WORDS } from './prints.ts';
import { createWordMarks, type WordMarks } from './word-marks.ts';

/** Below this share a part of the span is only shown if it has some words and is no trifle of the span. */
const PARTIAL_COVERAGE = 0.5;
const PARTIAL_WORDS = 5;
const PARTIAL_LEAST = 0.3;

export interface CopySearch {
  /** True when nothing holds any of these words of the document yet. */
  isFree(document: IndexedDocument, range: TokenRange): boolean;
  takeExact(document: IndexedDocument, range: TokenRange): void;
  take(document: IndexedDocument, copy: CopyInParts): void;
  /** Lists the same wording where nothing was taken. */
  list(document: IndexedDocument, range: TokenRange, isFurniture: boolean): void;
  done(): Copies;
}

/** Gathers occurrences that do not overlap, the first come first. */
export function createCopySearch(own: IndexedDocument, span: Span, ownRange: TokenRange): CopySearch {
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
  /** The words of the copied stretches that they lie in. */
  const foundContext = new Map<number, number>();

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
      // Where the whole span stands in a place that is no copy of it, what is left in its own place is shown too.
      const isOwnPlace = coverage >= PARTIAL_COVERAGE && copy.context > (foundContext.get(document.slot) ?? 0);
      const isRepeated = coverage < COPY_COVERAGE && !isOwnPlace && isFoundAlready(document, held);
      const isFree = lengthOf(parts) > 0 && !isTaken(document, parts);
      // Beside the rest of the span a small part is shown too: sentences that changed places.
      const isRest = foundParts.has(document.slot) && copy.covered >= PARTIAL_WORDS;
      if (isFree && !isRepeated && (isRest || isWorthShowing(copy, coverage))) {
        foundParts.set(document.slot, [...(foundParts.get(document.slot) ?? []), ...held]);
        foundContext.set(document.slot, Math.max(foundContext.get(document.slot) ?? 0, copy.context));
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

/** Words in ranges. */
export function lengthOf(ranges: readonly TokenRange[]): number {
  return ranges.reduce((sum, { from, to }) => sum + to - from, 0);
}
