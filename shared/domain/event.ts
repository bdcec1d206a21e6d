/**
 * An event: a fact about the project, appended once and never changed. Everything a view reads follows from the
 * events in the order of (clock, writer, id), so two logs united in any order give the same project.
 */
import type { Clock } from './clock.ts';
import type { EventPayloads, EventType } from './events/catalogue.ts';

/** What a command decides: the fact alone. The store adds who, when and after what. */
export type EventDraft = {
  readonly [T in EventType]: { readonly type: T; readonly payload: EventPayloads[T] };
}[EventType];

/** The circumstances of an event, the same for every type. */
export interface EventEnvelope {
  /** UUIDv7, unique everywhere. */
  readonly id: string;
  /** The file that appended it: a project file at its place on one machine. */
  readonly writer: string;
  /** SHA-256 (hex) of the writer's event before this one; empty for its first. */
  readonly previous: string;
  readonly clock: Clock;
  /** The annotator or other actor who caused it, by name. */
  readonly actor: string;
  /** All events of one act share it: undo takes back an act. */
  readonly act: string;
  /** The act that this one takes back (undo, and redo as the undo of an undo), or empty. */
  readonly reverses: string;
}

/** One event as the projections see it. */
export type ProjectEvent = EventDraft & { readonly envelope: EventEnvelope };

/**
 * An event as it lies in the log and travels between logs: the payload is the very text that was hashed, so that
 * a type or version unknown here is kept untouched.
 */
export interface LoggedEvent extends EventEnvelope {
  readonly type: string;
  readonly version: number;
  readonly payload: string;
  /** SHA-256 (hex) over the envelope and the payload, see `eventDigestText`. */
  readonly hash: string;
}

/** The text whose SHA-256 is an event's hash: its fields as one JSON array, in this order. */
export function eventDigestText(event: Omit<LoggedEvent, 'hash'>): string {
  const { id, writer, previous, clock, actor, act, reverses, type, version, payload } = event;
  return JSON.stringify([id, writer, previous, clock, actor, act, reverses, type, version, payload]);
}

/** The order in which every log is replayed. */
export function compareEvents(a: EventEnvelope, b: EventEnvelope): number {
  return compareText(a.clock, b.clock) || compareText(a.writer, b.writer) || compareText(a.id, b.id);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
