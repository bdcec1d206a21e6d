import type { OccurrenceStatus } from '#shared/domain/occurrence.ts';
import type { Span } from '#shared/text/span.ts';

/** A document as copy finding sees it. */
export interface CollationDocument {
  readonly id: string;
  readonly text: string;
}

/** A stretch of one document, in UTF-16 units of its text. */
export interface Place extends Span {
  readonly document: string;
}

/**
 * How an occurrence's wording stands to the analyst's own span.
 * - `exact`: the same words; only typography, case or spacing differ.
 * - `edited`: words differ, at least `COPY_COVERAGE` of the span's words have a counterpart, and no
 *   negation or number changed.
 * - `differs`: a negation or a number was changed, added or left out inside.
 * - `partial`: fewer of the span's words have a counterpart.
 *
 * A word of the span has a counterpart if the copy has it too, or if it is one of at most five that
 * were replaced by at most five others, with two matched words or more tight on either side in both
 * documents ("fight [the Islamic State (IS)], and" for "fight ISIL, and"). So a span that lies wholly
 * in such a replacement is `edited`, although none of its words is in the copy.
 */
export type { OccurrenceStatus } from '#shared/domain/occurrence.ts';

/** The share of a span's words that must have a counterpart before a copy counts by itself. */
export const COPY_COVERAGE = 0.8;

/** One copy of a span, the span itself included. */
export interface FoundOccurrence extends Place {
  readonly status: OccurrenceStatus;
  /** 0…1: share of the span's words that have a counterpart here. */
  readonly coverage: number;
  /**
   * The ranges of a copy that something was put into, in order; absent where it stands in one piece. `start` is that
   * of the first, `end` that of the last.
   */
  readonly ranges?: readonly Span[];
}

/**
 * Why the same wording somewhere else is listed and not taken for the same passage.
 * - `stock phrase`: fewer than eight words, in a document that has no copy of the span.
 * - `off-diagonal repeat`: fewer than eight words, in a document whose copy is another place.
 * - `page furniture`: a line such as "Read more".
 * - `small part`: eight words or more of the span, but little of it, or a part that the document's
 *   copy has already.
 */
export type ElsewhereReason = 'stock phrase' | 'off-diagonal repeat' | 'page furniture' | 'small part';

/** The span's wording, or a small part of it, where it is not the same passage. */
export interface Elsewhere extends Place {
  /** 0…1: share of the span's words that stand here. */
  readonly coverage: number;
  readonly reason: ElsewhereReason;
}

/** What tagging a span would do. */
export interface Copies {
  /** The analyst's own span first, then the copies by document and start. */
  readonly occurrences: readonly FoundOccurrence[];
  /** By document and start; none of them overlaps an occurrence. */
  readonly elsewhere: readonly Elsewhere[];
}

/** A stretch of one document that stands elsewhere too. */
export interface SharedStretch extends Span {
  readonly elsewhere: readonly Place[];
}

/** Documents that are near-copies of their leader; the leader is the first of them. */
export interface Group {
  readonly leader: string;
  readonly documents: readonly {
    readonly document: string;
    /** 0…1: share of the shorter document's words that the pair has in common. */
    readonly containment: number;
  }[];
}
