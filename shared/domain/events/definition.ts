/** What every event type says of itself, one file a type. */
import type { z } from 'zod';

/** A draft before the catalogue has checked it: the types of the catalogue follow from the definitions, not back. */
export interface UncheckedDraft {
  readonly type: string;
  readonly payload: unknown;
}

export interface EventDefinition<T extends string, P> {
  readonly type: T;
  /** The version that is written today; older ones are read through `upcast`. */
  readonly version: number;
  readonly schema: z.ZodType<P>;
  /** Turns the payload of an older version into one of `version`; absent while there is only one. */
  readonly upcast?: (version: number, payload: unknown) => unknown;
  /** The event that takes this one back, or `null` where nothing can. */
  readonly inverse: (payload: P) => UncheckedDraft | null;
}

/** Keeps the literal type name and the payload type together. */
export function defineEvent<const T extends string, P>(definition: EventDefinition<T, P>): EventDefinition<T, P> {
  return definition;
}
