import type { AnnotatedDocument } from '#shared/domain/annotated-set.ts';
import { describedFields } from '../set/described.ts';
import type { FittedDocument, Holding } from '../set/format.ts';
import { saidFields } from '../set/said.ts';
import { unsafeOverlaps, unseenRanges } from '../set/unseen.ts';

/** doccano has no word for a span that does not count, so those stay out. */
export const doccanoHolding: Holding = {
  project: false,
  document: [...describedFields, 'text'],
  untagged: true,
  occurrence: saidFields,
  uncounted: false,
  ranges: 'kept',
  labels: { names: true, keys: false, unused: false },
};

/** Nothing is changed; but doccano sees a span for each range, and may refuse spans that overlap. */
export function fitToDoccano(document: AnnotatedDocument): FittedDocument {
  return { document, losses: [...unseenRanges(document), ...unsafeOverlaps(document)] };
}
