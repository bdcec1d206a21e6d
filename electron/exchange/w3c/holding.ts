import type { AnnotatedDocument } from '#shared/domain/annotated-set.ts';
import type { FittedDocument, Holding } from '../set/format.ts';
import { saidFields } from '../set/said.ts';
import { unseenRanges } from '../set/unseen.ts';

/** The model cannot say of a target that it is doubted or rejected, so those that do not count stay out. */
export const w3cHolding: Holding = {
  project: true,
  document: ['id', 'name', 'sha256'],
  untagged: false,
  occurrence: saidFields,
  uncounted: false,
  ranges: 'kept',
  labels: { names: true, keys: false, unused: false },
};

/** Nothing is changed; but other programs see a place for each range. */
export function fitToW3c(document: AnnotatedDocument): FittedDocument {
  return { document, losses: unseenRanges(document) };
}
