import type { Result } from '#shared/text/result.ts';
import { ok } from '#shared/text/result.ts';
import type { Failure } from '#shared/contract/failure.ts';
import type { MethodInput } from '#shared/contract/methods.ts';
import { placeOccurrence } from '#shared/domain/commands/place-occurrence.ts';
import { act, type Context } from '../context.ts';
import { isTaggedAlready } from './occurrence-judge.ts';
import { requireAnnotation, requireDocument } from './requirements.ts';

/** Places an annotation at a span of a person's own choosing, whatever the copy finder says of it. */
export function place(
  context: Context,
  { annotation, document, span, quote, reason = '' }: MethodInput<'occurrence.place'>,
  actor: string,
): Result<null, Failure> {
  return act(context, () => {
    const known = requireAnnotation(context, annotation);
    if (!known.ok) return known;
    const into = requireDocument(context, document);
    if (!into.ok) return into;
    const own = known.value;
    const event = placeOccurrence(
      { annotation, document, span, quote, reason },
      {
        name: into.value.name,
        text: context.text(document),
        wording: context.text(own.document).slice(own.start, own.end),
        occurrences: context.store.rows.occurrencesOf(annotation).filter((row) => row.document === document),
        isTaggedAlready: isTaggedAlready(context, annotation, { document, ...span }),
      },
    );
    return event.ok ? ok({ value: null, writing: { actor, events: [event.value] } }) : event;
  });
}
