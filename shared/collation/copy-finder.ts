import type { Span } from '#shared/text/span.ts';
import { createCollection } from './collection.ts';
import type { CollationDocument, Copies, Group, SharedPassage, SharedStretch } from './copies.ts';
import { findCopies } from './find-copies.ts';
import { findGroups } from './near-copies.ts';
import { findPassages } from './passages.ts';
import { findSharedShare, findSharedStretches } from './shared-stretches.ts';
import type { InsertionCandidate } from './variant-candidates.ts';
import { findInsertions, findVariants } from './variant-finding.ts';
import type { Variant } from './variants.ts';

/**
 * Finds the copies of any stretch of a set of documents. Answers depend on the documents alone,
 * never on the order in which they were added or on what was asked before. All offsets are UTF-16
 * units of the documents' texts. An id that was never added, or was removed, is a bug and throws.
 */
export interface CopyFinder {
  /** Adds a document; one of the same id is replaced. */
  add(document: CollationDocument): void;
  /** Removes a document; does nothing if it is not there. */
  remove(id: string): void;
  has(id: string): boolean;
  /** What tagging the span would do. The span must have passed `checkSpan`. */
  copiesOf(id: string, span: Span): Copies;
  /** Every passage of at least `minWords` words in common that stands in two documents. */
  passages(minWords: number): readonly SharedPassage[];
  /** What of a document stands in others too, by start, the longer first. */
  sharedIn(id: string): readonly SharedStretch[];
  /** Near-copy documents; a document that is none of anything is in no group. */
  groups(): readonly Group[];
  /** 0…1: the share of a document's words that stand in some other document. */
  sharedShare(id: string): number;
  /** Where two documents differ, as seen from the first, in the order of the text. */
  variants(id: string, against: string): readonly Variant[];
  /** What a document has and none of the given others has at that place, in the order of the text. */
  insertions(id: string, against: readonly string[]): readonly InsertionCandidate[];
}

/** A finder without documents. Everything is kept in memory: for some thousands of articles. */
export function createCopyFinder(): CopyFinder {
  const collection = createCollection();
  return {
    add: (document) => collection.add(document),
    remove: (id) => collection.remove(id),
    has: (id) => collection.has(id),
    copiesOf: (id, span) => findCopies(collection, id, span),
    passages: (minWords) => findPassages(collection, minWords),
    sharedIn: (id) => findSharedStretches(collection, id),
    groups: () => findGroups(collection),
    sharedShare: (id) => findSharedShare(collection, id),
    variants: (id, against) => findVariants(collection, id, against),
    insertions: (id, against) => findInsertions(collection, id, against),
  };
}
