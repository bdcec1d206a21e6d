import { err, ok, type Result } from '#shared/text/result.ts';
import { checkEquivalent, equivalentKey, type Equivalent } from '../equivalent.ts';
import type { EventDraft } from '../event.ts';
import type { Refusal } from '../refusal.ts';

/** Lets two phrases stand for one another. @param standing the table as it is */
export function addEquivalent(
  a: string,
  b: string,
  standing: readonly Equivalent[],
): Result<Extract<EventDraft, { type: 'equivalent-added' }>, Refusal> {
  const pair = checkEquivalent(a, b);
  if (!pair.ok) return pair;
  const known = found(pair.value, standing);
  return known === undefined
    ? ok({ type: 'equivalent-added', payload: pair.value })
    : err({ type: 'EquivalentThere', a: known.a, b: known.b });
}

/** Takes a pair out of the table; the event names it as the table does. @param standing the table as it is */
export function removeEquivalent(
  a: string,
  b: string,
  standing: readonly Equivalent[],
): Result<Extract<EventDraft, { type: 'equivalent-removed' }>, Refusal> {
  const pair = checkEquivalent(a, b);
  if (!pair.ok) return pair;
  const known = found(pair.value, standing);
  return known === undefined
    ? err({ type: 'EquivalentMissing', ...pair.value })
    : ok({ type: 'equivalent-removed', payload: { a: known.a, b: known.b } });
}

function found(pair: Equivalent, standing: readonly Equivalent[]): Equivalent | undefined {
  const key = equivalentKey(pair);
  return standing.find((one) => equivalentKey(one) === key);
}
