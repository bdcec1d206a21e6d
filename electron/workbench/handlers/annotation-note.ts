import { ok, type Result } from '#shared/text/result.ts';
import type { Failure } from '#shared/contract/failure.ts';
import type { MethodInput } from '#shared/contract/methods.ts';
import { changeNote } from '#shared/domain/commands/change-note.ts';
import { act, type Context } from '../context.ts';
import { requireAnnotation } from './requirements.ts';

/** Writes an annotation's note. */
export function writeNote(
  context: Context,
  { annotation, note }: MethodInput<'annotation.note'>,
  actor: string,
): Result<null, Failure> {
  return act(context, () => {
    const known = requireAnnotation(context, annotation);
    if (!known.ok) return known;
    const events = changeNote(known.value, note);
    return events.ok ? ok({ value: null, writing: { actor, events: events.value } }) : events;
  });
}
