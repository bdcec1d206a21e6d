import { ok, type Result } from '#shared/text/result.ts';
import type { Failure } from '#shared/contract/failure.ts';
import type { MethodInput, ReadElsewheres } from '#shared/contract/methods.ts';
import type { Elsewhere } from '#shared/collation/copies.ts';
import { rangesOverlap } from '#shared/domain/occurrence.ts';
import type { Span } from '#shared/text/span.ts';
import { inOrder, readElsewhere, type Context } from '../context.ts';
import { failed, requireAnnotation } from './requirements.ts';

/** The same wording where it is not the same passage: listed, never counted. */
export function findElsewhere(
  context: Context,
  { annotation, most }: MethodInput<'annotation.elsewhere'>,
): Result<ReadElsewheres, Failure> {
  const known = requireAnnotation(context, annotation);
  if (!known.ok) return failed(known);
  const { document, start, end } = known.value;
  const found = elsewhereOf(context, annotation, most);
  const taken = context.store.rows.occurrencesOf(annotation);
  return ok(listedElsewhere(context, { document, start, end }, { occurrences: taken, elsewhere: found }, most));
}

/** The places that are listed, and how many documents hold the words of the span besides these and its copies. */
export function listedElsewhere(
  context: Context,
  { document, ...span }: Span & { readonly document: string },
  { occurrences, elsewhere: found }: Found,
  most: number | undefined,
): ReadElsewheres {
  const listed = found.slice(0, most);
  const places = inOrder(context, listed, false).map((place) => readElsewhere(context, place));
  if (most === undefined || context.store.rows.document(document) === undefined) return { places, unread: 0 };
  const holders = context.collation.holdersOf(document, span);
  // So few were all looked through.
  if (holders <= most && listed.length === found.length) return { places, unread: 0 };
  const told = new Set([document, ...[...occurrences, ...listed].map((place) => place.document)]);
  return { places, unread: Math.max(0, holders - told.size) };
}

interface Found {
  readonly occurrences: readonly { readonly document: string }[];
  readonly elsewhere: readonly Elsewhere[];
}

/** Without places that the annotation has taken in since. @param most documents looked through */
export function elsewhereOf({ store, collation }: Context, annotation: string, most?: number): readonly Elsewhere[] {
  const row = store.rows.annotation(annotation);
  if (row === undefined || store.rows.document(row.document) === undefined) return [];
  const taken = store.rows.occurrencesOf(annotation);
  return collation
    .copiesOf(row.document, { start: row.start, end: row.end }, most)
    .elsewhere.filter(
      (place) =>
        !taken.some((occurrence) => occurrence.document === place.document && rangesOverlap(occurrence, place)),
    );
}
