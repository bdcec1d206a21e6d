import { describedFields } from '../set/described.ts';
import type { AnnotatedDocument } from '#shared/domain/annotated-set.ts';
import type { FittedDocument, Holding } from '../set/format.ts';
import { saidFields } from '../set/said.ts';
import { unseenRanges } from '../set/unseen.ts';

/** Whoever trains on the spans takes them all, so those that do not count stay out. */
export const spacyHolding: Holding = {
  project: false,
  document: [...describedFields, 'text'],
  untagged: true,
  occurrence: saidFields,
  uncounted: false,
  ranges: 'kept',
  labels: { names: true, keys: false, unused: false },
};

/** Nothing is changed; but spaCy sees a span for each range. */
export function fitToSpacy(document: AnnotatedDocument): FittedDocument {
  return { document, losses: unseenRanges(document) };
}
