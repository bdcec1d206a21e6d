import { ok, type Result } from '#shared/text/result.ts';
import type { Failure } from '#shared/contract/failure.ts';
import type { MethodInput, MethodOutput } from '#shared/contract/methods.ts';
import { addEquivalent, removeEquivalent } from '#shared/domain/commands/change-equivalents.ts';
import { act, type Context } from '../context.ts';
import { listEquivalents } from '../listing/equivalents.ts';

/** Lets two phrases stand for one another. What was found before stays as it is. */
export function addToEquivalents(
  context: Context,
  { a, b }: MethodInput<'equivalent.add'>,
  actor: string,
): Result<MethodOutput<'equivalent.add'>, Failure> {
  return act(context, () => {
    const event = addEquivalent(a, b, listEquivalents(context));
    return event.ok ? ok({ value: event.value.payload, writing: { actor, events: [event.value] } }) : event;
  });
}

/** Takes a pair out of the table, also one that the program brings. */
export function removeFromEquivalents(
  context: Context,
  { a, b }: MethodInput<'equivalent.remove'>,
  actor: string,
): Result<MethodOutput<'equivalent.remove'>, Failure> {
  return act(context, () => {
    const event = removeEquivalent(a, b, listEquivalents(context));
    return event.ok ? ok({ value: event.value.payload, writing: { actor, events: [event.value] } }) : event;
  });
}
