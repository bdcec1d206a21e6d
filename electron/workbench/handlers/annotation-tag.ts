import { err, ok, type Result } from '#shared/text/result.ts';
import { checkSpan } from '#shared/text/span.ts';
import { isSameWords } from '#shared/domain/same-words.ts';
import type { Failure } from '#shared/contract/failure.ts';
import type { MethodInput, Tagged } from '#shared/contract/methods.ts';
import type { AnnotationWithOccurrences } from '#shared/domain/annotation.ts';
import { tagSpan, type TagFacts } from '#shared/domain/commands/tag-span.ts';
import type { Copies } from '#shared/collation/copies.ts';
import { act, inOrder, readElsewhere, readOccurrence, type Context } from '../context.ts';
import { elsewhereOf } from './annotation-elsewhere.ts';
import { requireDocument } from './requirements.ts';

/** Tags a span and every copy of it, or joins the annotation that stands there already. */
export function tagAnnotation(
  context: Context,
  input: MethodInput<'annotation.tag'>,
  actor: string,
): Result<Tagged, Failure> {
  const { document, span, quote, label, note = '', most } = input;
  // A tag made now would miss the copies in documents that are not known yet, and nobody would look for them again.
  if (!context.collation.settle()) return err(copiesUnsettled);
  let found: Copies = { occurrences: [], elsewhere: [] };
  const tagged = act(context, () => {
    const known = requireDocument(context, document);
    if (!known.ok) return known;
    const text = context.text(document);
    const isSpan = checkSpan(text, span).ok;
    if (isSpan) found = context.collation.copiesOf(document, span, most);
    const facts: TagFacts = {
      name: known.value.name,
      text,
      labels: context.store.rows.labels().map(({ id }) => id),
      occurrences: found.occurrences,
      standing: isSpan ? standingAnnotation(context, input, text, actor) : null,
    };
    const annotation = context.identity.newId();
    const decided = tagSpan({ annotation, document, span, quote, label, note }, facts);
    if (!decided.ok) return decided;
    const value = { annotation: decided.value.annotation, joined: facts.standing !== null };
    return ok({ value, writing: { actor, events: decided.value.events } });
  });
  if (!tagged.ok) return tagged;
  const { annotation, joined } = tagged.value;
  const occurrences = context.store.rows.occurrencesOf(annotation).map((row) => readOccurrence(context, row));
  // A joined annotation is known by its own span, which may have other copies than the one just tagged.
  const places = joined ? elsewhereOf(context, annotation, most) : found.elsewhere;
  const elsewhere = inOrder(context, places.slice(0, most), false).map((place) => readElsewhere(context, place));
  return ok({ annotation, label, joined, occurrences, elsewhere });
}

const copiesUnsettled: Failure = {
  type: 'CopiesUnsettled',
  message:
    'Copies are still being looked for in documents that came or went a moment ago. Nothing was tagged; try again shortly.',
};

/** The annotation of the same annotator and label that holds the very same words of this document. */
function standingAnnotation(
  { store }: Context,
  { document, span, label }: MethodInput<'annotation.tag'>,
  text: string,
  annotator: string,
): AnnotationWithOccurrences | null {
  const same = store.rows
    .standingAt(annotator, label, document, span.start, span.end)
    .find((occurrence) => isSameWords(text, span, occurrence));
  if (same === undefined) return null;
  const annotation = store.rows.annotation(same.annotation);
  return annotation === undefined ? null : { ...annotation, occurrences: store.rows.occurrencesOf(same.annotation) };
}
