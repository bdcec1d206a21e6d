import { clockToMilliseconds } from '#shared/domain/clock.ts';
import { compareEvents } from '#shared/domain/event.ts';
import type { Store } from '#electron/store/store.ts';
import type { ListedEvent } from '../workbench.ts';

/** The log, oldest first, as every replay reads it. */
export function listEvents({ log }: Store): readonly ListedEvent[] {
  return log
    .since(0)
    .toSorted(compareEvents)
    .map(({ seq, id, type, version, clock, actor, writer, act, reverses, previous, hash, payload }) => ({
      seq,
      id,
      type,
      version,
      clock,
      at: new Date(clockToMilliseconds(clock)).toISOString(),
      actor,
      writer,
      act,
      reverses,
      previous,
      hash,
      payload: JSON.parse(payload) as unknown,
    }));
}
