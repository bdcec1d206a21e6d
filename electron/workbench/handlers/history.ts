import { err, ok, type Result } from '#shared/text/result.ts';
import type { Failure } from '#shared/contract/failure.ts';
import type { Reversed } from '#shared/contract/methods.ts';
import { reverseAct } from '#shared/domain/commands/reverse-act.ts';
import type { EventDraft } from '#shared/domain/event.ts';
import { rangesOf, type FoundOccurrence } from '#shared/domain/occurrence.ts';
import type { Refusal } from '#shared/domain/refusal.ts';
import type { Writing } from '#electron/store/store.ts';
import { projectEvent } from '#electron/store/rebuild.ts';
import { act, type Context } from '../context.ts';

/** Takes back the last act done in this file that stands; `redo` takes back the last undo. */
export function reverse(context: Context, way: 'undo' | 'redo', actor: string): Result<Reversed, Failure> {
  const { store } = context;
  return act(context, (): Result<{ value: Reversed; writing: Writing }, Refusal> => {
    const reverses = store.rows.reversible()[way];
    if (reverses === null) return err({ type: way === 'undo' ? 'NothingToUndo' : 'NothingToRedo' });
    const type = store.rows.history()[way] ?? '';
    const events = store.log.ofAct(reverses).map(projectEvent);
    const inverses = events.every((event) => event !== null) ? reverseAct(events) : null;
    if (inverses === null) return err({ type: 'CannotReverse', act: type });
    return ok({
      value: { act: reverses, type, place: placeOf(context, inverses) },
      writing: { actor, events: inverses, reverses },
    });
  });
}

/** Where an act happened: what it tagged or judged, or the annotation it was about. An import has no such place. */
function placeOf({ store }: Context, events: readonly EventDraft[]): Reversed['place'] {
  if (events.some(({ type }) => type.startsWith('document-'))) return null;
  for (const { payload } of events) {
    if ('occurrence' in payload) return firstRange(payload.occurrence);
    if ('annotation' in payload) {
      const own = store.rows.ownSpan(payload.annotation);
      if (own !== undefined) return own;
    }
  }
  return null;
}

function firstRange(occurrence: FoundOccurrence): Reversed['place'] {
  const { document, start, end } = occurrence;
  return { document, ...(rangesOf(occurrence)[0] ?? { start, end }) };
}
