import { alignmentsAnEvent, orderedAlignment, type OutsideAlignment } from '../alignment.ts';
import type { EventDraft } from '../event.ts';

/** Alignments come in, as many events as it takes. @param origin the name of the file they were read from */
export function importAlignments(origin: string, alignments: readonly OutsideAlignment[]): readonly EventDraft[] {
  const ordered = alignments.map(orderedAlignment);
  const events: EventDraft[] = [];
  for (let from = 0; from < ordered.length; from += alignmentsAnEvent) {
    const payload = { origin, alignments: ordered.slice(from, from + alignmentsAnEvent) };
    events.push({ type: 'alignments-imported', payload });
  }
  return events;
}
