import { ok, type Result } from '#shared/text/result.ts';
import { checkSpan } from '#shared/text/span.ts';
import type { Failure } from '#shared/contract/failure.ts';
import type { MethodInput, ReadCopies } from '#shared/contract/methods.ts';
import { readElsewhere, readOccurrence, type Context } from '../context.ts';
import { failed, requireDocument } from './requirements.ts';

/** What tagging the span would do, without doing it. */
export function findCopies(
  context: Context,
  { document, span }: MethodInput<'copies.find'>,
): Result<ReadCopies, Failure> {
  const known = requireDocument(context, document);
  if (!known.ok) return failed(known);
  const checked = checkSpan(context.text(document), span);
  if (!checked.ok) return failed(checked);
  const { occurrences, elsewhere } = context.collation.finder().copiesOf(document, span);
  return ok({
    occurrences: occurrences.map((found) =>
      readOccurrence(context, { ...found, annotation: '', verdict: null, reason: '' }),
    ),
    elsewhere: elsewhere.map((place) => readElsewhere(context, place)),
  });
}
