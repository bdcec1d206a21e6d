import { err, ok, type Result } from '#shared/text/result.ts';
import type { EventDraft } from '../event.ts';
import { noteText } from '../note.ts';
import type { FoundOccurrence, Occurrence, Verdict } from '../occurrence.ts';
import { isCounted, severalRanges } from '../occurrence.ts';
import type { Refusal } from '../refusal.ts';

/** The event that records a decision about an occurrence the annotation has. */
export function judgeOccurrence(occurrence: Occurrence, verdict: Verdict, reason: string): EventDraft {
  const before = { verdict: occurrence.verdict, reason: occurrence.reason };
  return {
    type: 'occurrence-judged',
    payload: {
      annotation: occurrence.annotation,
      occurrence: foundPart(occurrence),
      verdict,
      reason,
      known: true,
      before,
    },
  };
}

/** Takes one occurrence out of the annotation, with a reason; the others stay. */
export function detachOccurrence(occurrence: Occurrence, reason: string, name: string): Result<EventDraft, Refusal> {
  if (occurrence.verdict === 'detached') {
    return err({ type: 'AlreadyDetached', document: name, start: occurrence.start });
  }
  const text = noteText(reason);
  return text.ok ? ok(judgeOccurrence(occurrence, 'detached', text.value)) : text;
}

/** Makes one occurrence count: one that was detached, or one that was waiting for a look. */
export function attachOccurrence(occurrence: Occurrence, reason: string, name: string): Result<EventDraft, Refusal> {
  if (isCounted(occurrence)) return err({ type: 'AlreadyAttached', document: name, start: occurrence.start });
  const text = noteText(reason);
  return text.ok ? ok(judgeOccurrence(occurrence, 'attached', text.value)) : text;
}

/** Takes "the same wording elsewhere" into the annotation: the annotator says that it is the same passage. */
export function attachElsewhere(
  annotation: string,
  occurrence: FoundOccurrence,
  reason: string,
): Result<EventDraft, Refusal> {
  const text = noteText(reason);
  if (!text.ok) return text;
  const before = { verdict: null, reason: '' };
  return ok({
    type: 'occurrence-judged',
    payload: { annotation, occurrence, verdict: 'attached', reason: text.value, known: false, before },
  });
}

function foundPart(occurrence: Occurrence): FoundOccurrence {
  const { document, start, end, status, coverage } = occurrence;
  return { document, start, end, status, coverage, ...severalRanges(occurrence) };
}
