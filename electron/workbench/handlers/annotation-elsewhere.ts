import { ok, type Result } from '#shared/text/result.ts';
import type { Failure } from '#shared/contract/failure.ts';
import type { ReadElsewhere } from '#shared/contract/methods.ts';
import type { Elsewhere } from '#shared/collation/copies.ts';
import { rangesOverlap } from '#shared/domain/occurrence.ts';
import { inOrder, readElsewhere, type Context } from '../context.ts';
import { failed, requireAnnotation } from './requirements.ts';

/** The same wording where it is not the same passage: listed, never counted. */
export function findElsewhere(context: Context, annotation: string): Result<readonly ReadElsewhere[], Failure> {
  const known = requireAnnotation(context, annotation);
  if (!known.ok) return failed(known);
  return ok(inOrder(context, elsewhereOf(context, annotation), false).map((place) => readElsewhere(context, place)));
}

/** Without places that the annotation has taken in since. */
export function elsewhereOf({ store, collation }: Context, annotation: string): readonly Elsewhere[] {
  const row = store.rows.annotation(annotation);
  if (row === undefined || store.rows.document(row.document) === undefined) return [];
  const taken = store.rows.occurrencesOf(annotation);
  return collation
    .copiesOf(row.document, { start: row.start, end: row.end })
    .elsewhere.filter(
      (place) =>
        !taken.some((occurrence) => occurrence.document === place.document && rangesOverlap(occurrence, place)),
    );
}
