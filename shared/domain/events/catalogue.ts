/** Every event type there is: reading, writing and taking back go through this table. */
import type { z } from 'zod';
import type { EventDraft } from '../event.ts';
import { alignmentsImported } from './alignments-imported.ts';
import { alignmentsWithdrawn } from './alignments-withdrawn.ts';
import { annotationRemoved } from './annotation-removed.ts';
import { annotationRestored } from './annotation-restored.ts';
import { annotationTagged } from './annotation-tagged.ts';
import type { UncheckedDraft } from './definition.ts';
import { documentImported } from './document-imported.ts';
import { documentRemoved } from './document-removed.ts';
import { documentRestored } from './document-restored.ts';
import { equivalentAdded } from './equivalent-added.ts';
import { equivalentRemoved } from './equivalent-removed.ts';
import { labelDefined } from './label-defined.ts';
import { labelWithdrawn } from './label-withdrawn.ts';
import { noteChanged } from './note-changed.ts';
import { occurrenceForgotten } from './occurrence-forgotten.ts';
import { occurrenceJudged } from './occurrence-judged.ts';
import { occurrencesFound } from './occurrences-found.ts';
import { occurrencesWithdrawn } from './occurrences-withdrawn.ts';
import { orphanDismissed } from './orphan-dismissed.ts';
import { orphanRecalled } from './orphan-recalled.ts';
import { projectCreated } from './project-created.ts';

export const eventCatalogue = {
  'project-created': projectCreated,
  'label-defined': labelDefined,
  'label-withdrawn': labelWithdrawn,
  'document-imported': documentImported,
  'document-removed': documentRemoved,
  'document-restored': documentRestored,
  'annotation-tagged': annotationTagged,
  'annotation-removed': annotationRemoved,
  'annotation-restored': annotationRestored,
  'note-changed': noteChanged,
  'occurrences-found': occurrencesFound,
  'occurrences-withdrawn': occurrencesWithdrawn,
  'occurrence-judged': occurrenceJudged,
  'occurrence-forgotten': occurrenceForgotten,
  'equivalent-added': equivalentAdded,
  'equivalent-removed': equivalentRemoved,
  'alignments-imported': alignmentsImported,
  'alignments-withdrawn': alignmentsWithdrawn,
  'orphan-dismissed': orphanDismissed,
  'orphan-recalled': orphanRecalled,
} as const;

export type EventType = keyof typeof eventCatalogue;
export type EventPayloads = { readonly [T in EventType]: z.infer<(typeof eventCatalogue)[T]['schema']> };

export function isEventType(type: string): type is EventType {
  return Object.hasOwn(eventCatalogue, type);
}

/** The version in which an event of this type is written today. */
export function eventVersion(type: EventType): number {
  return eventCatalogue[type].version;
}

/**
 * Reads a logged event's payload. `null` for a type or a version newer than this program: such an event stays in the
 * log and is passed over. Throws when a payload of a known version does not have its shape: that is damage.
 */
export function readEventDraft(type: string, version: number, payload: string): EventDraft | null {
  if (!isEventType(type)) return null;
  const definition = eventCatalogue[type];
  if (version > definition.version) return null;
  const raw: unknown = JSON.parse(payload);
  const current = version < definition.version ? definition.upcast?.(version, raw) : raw;
  return { type, payload: definition.schema.parse(current) } as EventDraft;
}

/** The event that takes `event` back, or `null` where nothing can. */
export function inverseEvent(event: EventDraft): EventDraft | null {
  const inverse = eventCatalogue[event.type].inverse as (payload: unknown) => UncheckedDraft | null;
  const draft = inverse(event.payload);
  if (draft === null) return null;
  if (!isEventType(draft.type)) throw new Error(`${event.type} names an inverse that does not exist: ${draft.type}`);
  return { type: draft.type, payload: eventCatalogue[draft.type].schema.parse(draft.payload) } as EventDraft;
}
