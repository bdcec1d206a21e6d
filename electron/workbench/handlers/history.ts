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
import { failureOf } from '../failures.ts';

export type Way = 'undo' | 'redo';

/** How many events of the last act would be taken back; 0 where there is none. */
export function reversalSize({ store }: Pick<Context, 'store'>, way: Way): number {
  const act = store.rows.reversible()[way];
  return act === null ? 0 : store.log.countOfAct(act);
}

/** Takes back the last act done in this file that stands; `redo` takes back the last undo. */
export function reverse(context: Context, way: Way, actor: string): Result<Reversed, Failure> {
  return act(context, (): Result<{ value: Reversed; writing: Writing }, Refusal> => {
    const planned = reversal(context, way);
    if (!planned.ok) return planned;
    const { value, events } = planned.value;
    return ok({ value, writing: { actor, events, reverses: value.act } });
  });
}

/** How a large act is taken back: in several transactions, all of them one act. */
export interface PartlyReversing {
  /** Events of one transaction. */
  readonly part: number;
  /** Runs one transaction. */
  readonly write: <T>(transaction: () => T) => T;
  readonly onPart: (done: number, total: number) => void;
}

/**
 * The same for an act of thousands of events, which would be one long transaction: after a crash in the middle what was
 * taken back is, and redo brings it back.
 */
export function reverseInParts(
  context: Context,
  way: Way,
  actor: string,
  { part, write, onPart }: PartlyReversing,
): Result<Reversed, Failure> {
  const planned = reversal(context, way);
  if (!planned.ok) return err(failureOf(planned.error));
  const { value, events } = planned.value;
  const as = context.identity.newId();
  for (let done = 0; done < events.length; done += part) {
    const writing = { actor, events: events.slice(done, done + part), reverses: value.act, act: as };
    const written = write(() =>
      act(context, (): Result<{ value: null; writing: Writing }, Refusal> => {
        // Another window may have taken it back, or done something else, before the first part.
        if (done === 0 && context.store.rows.reversible()[way] !== value.act)
          return err({ type: 'CannotReverse', act: value.type });
        // What the parts before this one did was itself reversed meanwhile: another part would belong to nothing.
        if (done > 0 && context.store.rows.isReversed(as)) return err({ type: 'ReversalReversed' });
        return ok({ value: null, writing });
      }),
    );
    if (!written.ok) return written;
    onPart(Math.min(done + part, events.length), events.length);
  }
  return ok(value);
}

function reversal(
  context: Context,
  way: Way,
): Result<{ readonly value: Reversed; readonly events: readonly EventDraft[] }, Refusal> {
  const { store } = context;
  const reverses = store.rows.reversible()[way];
  if (reverses === null) return err({ type: way === 'undo' ? 'NothingToUndo' : 'NothingToRedo' });
  const type = store.rows.history()[way] ?? '';
  const events = store.log.ofAct(reverses).map(projectEvent);
  const inverses = events.every((event) => event !== null) ? reverseAct(events) : null;
  if (inverses === null) return err({ type: 'CannotReverse', act: type });
  return ok({ value: { act: reverses, type, place: placeOf(context, inverses) }, events: inverses });
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
