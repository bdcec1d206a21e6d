import type { AnnotationWithOccurrences } from '../annotation.ts';
import type { EventDraft } from '../event.ts';
import { noteText } from '../note.ts';
import { isCounted, rangesOverlap, type FoundOccurrence, type Occurrence, type Verdict } from '../occurrence.ts';
import { judgeOccurrence } from './judge-occurrence.ts';

/** An occurrence as a file tells it: what was found, and what somebody decided about it. */
export interface ToldOccurrence {
  readonly found: FoundOccurrence;
  readonly verdict: Verdict;
  readonly reason: string;
}

/**
 * Occurrences that a file tells of an annotation that is in the project: those it lacks come in, and what was decided
 * there is decided here, unless somebody here has decided otherwise already.
 */
export function importOccurrences(
  standing: AnnotationWithOccurrences,
  told: readonly ToldOccurrence[],
): readonly EventDraft[] {
  const missing = told.filter(({ found }) => !standing.occurrences.some((known) => isSamePlace(known, found)));
  const events: EventDraft[] = [];
  const found = missing.map((one) => one.found);
  if (found.length > 0)
    events.push({ type: 'occurrences-found', payload: { annotation: standing.id, occurrences: found } });
  for (const one of told) {
    const known =
      standing.occurrences.find((occurrence) => isSamePlace(occurrence, one.found)) ?? asFound(standing.id, one.found);
    const judged = verdictOf(known, one);
    if (judged !== null) events.push(judgeOccurrence(known, judged, reasonOf(one.reason)));
  }
  return events;
}

function isSamePlace(one: FoundOccurrence, other: FoundOccurrence): boolean {
  return one.document === other.document && rangesOverlap(one, other);
}

function asFound(annotation: string, found: FoundOccurrence): Occurrence {
  return { ...found, annotation, verdict: null, reason: '' };
}

/** The verdict to be written; `null` where there is nothing to decide. */
function verdictOf(known: Occurrence, { verdict, reason }: ToldOccurrence): Verdict {
  if (verdict === null || known.verdict !== null) return null;
  const isNews = verdict === 'detached' || !isCounted(known) || reason !== '';
  return isNews ? verdict : null;
}

/** A reason that could not be written here is none. */
function reasonOf(text: string): string {
  const reason = noteText(text);
  return reason.ok ? reason.value : '';
}
