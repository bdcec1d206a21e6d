import type { AnnotatedDocument } from '#shared/domain/annotated-set.ts';
import { describedFields } from '../set/described.ts';
import type { FittedDocument, Holding } from '../set/format.ts';
import { saidFields } from '../set/said.ts';
import { unseenRanges } from '../set/unseen.ts';

/** A region is a region to Label Studio, so those that do not count stay out. */
export const labelStudioHolding: Holding = {
  project: false,
  document: [...describedFields, 'text'],
  untagged: true,
  occurrence: saidFields,
  uncounted: false,
  ranges: 'kept',
  labels: { names: true, keys: false, unused: false },
};

/** Nothing is changed; but Label Studio sees a region for each range. */
export function fitToLabelStudio(document: AnnotatedDocument): FittedDocument {
  return { document, losses: unseenRanges(document) };
}
