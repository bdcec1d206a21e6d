import { ok, type Result } from '#shared/text/result.ts';
import { checkSpan } from '#shared/text/span.ts';
import type { Failure } from '#shared/contract/failure.ts';
import type { MethodInput, ReadCopies } from '#shared/contract/methods.ts';
import { checkWording } from '#shared/domain/commands/tag-span.ts';
import { inOrder, readOccurrence, type Context } from '../context.ts';
import { listedElsewhere } from './annotation-elsewhere.ts';
import { failed, requireDocument } from './requirements.ts';

/** What tagging the span would do, without doing it. */
export function findCopies(
  context: Context,
  { document, span, most }: MethodInput<'copies.find'>,
): Result<ReadCopies, Failure> {
  const known = requireDocument(context, document);
  if (!known.ok) return failed(known);
  const checked = checkSpan(context.text(document), span);
  if (!checked.ok) return failed(checked);
  const wording = checkWording(context.text(document).slice(span.start, span.end), known.value.name);
  if (!wording.ok) return failed(wording);
  const { occurrences, elsewhere } = context.collation.copiesOf(document, span, most);
  const listed = listedElsewhere(context, { document, ...span }, { occurrences, elsewhere }, most);
  return ok({
    occurrences: inOrder(context, occurrences).map((found) =>
      readOccurrence(context, { ...found, annotation: '', verdict: null, reason: '' }),
    ),
    elsewhere: listed.places,
    unread: listed.unread,
  });
}
