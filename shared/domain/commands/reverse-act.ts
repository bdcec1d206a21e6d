import type { EventDraft } from '../event.ts';
import { inverseEvent } from '../events/catalogue.ts';

/** Takes an act back, last event first; `null` when it holds an event that nothing can take back. */
export function reverseAct(events: readonly EventDraft[]): readonly EventDraft[] | null {
  const inverses = events.toReversed().map(inverseEvent);
  return inverses.every((inverse) => inverse !== null) ? inverses : null;
}
