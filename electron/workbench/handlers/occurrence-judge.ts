import { err, ok, type Result } from '#shared/text/result.ts';
import type { Failure } from '#shared/contract/failure.ts';
import type { MethodInput } from '#shared/contract/methods.ts';
import { attachElsewhere, attachOccurrence, detachOccurrence } from '#shared/domain/commands/judge-occurrence.ts';
import { isCounted } from '#shared/domain/occurrence.ts';
import { isSameWords } from '#shared/domain/same-words.ts';
import type { EventDraft } from '#shared/domain/event.ts';
import type { Refusal } from '#shared/domain/refusal.ts';
import type { PlacedSpan } from '#electron/store/row-reader.ts';
import { act, type Context } from '../context.ts';
import { elsewhereOf } from './annotation-elsewhere.ts';
import { findOccurrence, requireAnnotation, requireDocument } from './requirements.ts';

type Judging = MethodInput<'occurrence.detach'>;

/** Takes one occurrence out of an annotation. */
export function detach(context: Context, input: Judging, actor: string): Result<null, Failure> {
  return judge(context, input, actor, (name) => {
    const occurrence = findOccurrence(context, input.annotation, input.document, input.start);
    return occurrence === undefined
      ? err({ type: 'UnknownOccurrence', document: name, start: input.start })
      : detachOccurrence(occurrence, input.reason ?? '', name);
  });
}

/** Makes an occurrence count: a detached or pending one, or the same wording elsewhere. */
export function attach(context: Context, input: Judging, actor: string): Result<null, Failure> {
  return judge(context, input, actor, (name) => {
    const { annotation, document, start, reason = '' } = input;
    const occurrence = findOccurrence(context, annotation, document, start);
    if (occurrence !== undefined) return attachOccurrence(occurrence, reason, name);
    const place = elsewhereOf(context, annotation).find((one) => one.document === document && one.start === start);
    if (place === undefined) return err({ type: 'UnknownOccurrence', document: name, start });
    if (isTaggedAlready(context, annotation, place)) return err({ type: 'TaggedAlready', document: name, start });
    const { end, coverage } = place;
    const status = coverage === 1 ? 'exact' : 'partial';
    return attachElsewhere(annotation, { document, start, end, status, coverage }, reason);
  });
}

/** Do the very words count under the same label by the same annotator already? They must not count twice. */
export function isTaggedAlready(context: Context, id: string, place: PlacedSpan): boolean {
  const { rows } = context.store;
  const annotation = rows.annotation(id);
  if (annotation === undefined) return false;
  const { document, start, end } = place;
  const text = context.text(document);
  return rows
    .standingAt(annotation.annotator, annotation.label, document, start, end)
    .some((other) => other.annotation !== id && isCounted(other) && isSameWords(text, place, other));
}

function judge(
  context: Context,
  input: Judging,
  actor: string,
  decide: (documentName: string) => Result<EventDraft, Refusal>,
): Result<null, Failure> {
  return act(context, () => {
    const annotation = requireAnnotation(context, input.annotation);
    if (!annotation.ok) return annotation;
    const document = requireDocument(context, input.document);
    if (!document.ok) return document;
    const event = decide(document.value.name);
    return event.ok ? ok({ value: null, writing: { actor, events: [event.value] } }) : event;
  });
}
