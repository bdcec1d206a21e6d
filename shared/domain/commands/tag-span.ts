import { checkSpan, type Span } from '#shared/text/span.ts';
import { err, ok, type Result } from '#shared/text/result.ts';
import type { AnnotationWithOccurrences } from '../annotation.ts';
import type { EventDraft } from '../event.ts';
import type { Imported } from '../events/annotation-tagged.ts';
import { isCounted, rangesOverlap, type FoundOccurrence } from '../occurrence.ts';
import { noteText } from '../note.ts';
import type { Refusal } from '../refusal.ts';
import { judgeOccurrence } from './judge-occurrence.ts';

export interface TagSpan {
  /** Id of the annotation if a new one is made. */
  readonly annotation: string;
  readonly document: string;
  readonly span: Span;
  /** The text that the caller sees there: proof that both sides mean the same characters. */
  readonly quote: string;
  readonly label: string;
  readonly note: string;
  /** Of an annotation that was made elsewhere: which file it came in, what it was called there, when it was made. */
  readonly imported?: Imported | undefined;
}

export interface TagFacts {
  readonly name: string;
  readonly text: string;
  readonly labels: readonly string[];
  /** All copies of the span, the span itself first. */
  readonly occurrences: readonly FoundOccurrence[];
  /** The same annotator's annotation with this label that holds the same words of this document, if there is one. */
  readonly standing: AnnotationWithOccurrences | null;
}

export interface TagDecision {
  readonly annotation: string;
  readonly events: readonly EventDraft[];
}

/**
 * One annotation for the passage and every copy of it. Where the same annotator has given the passage the same label
 * already, from this copy or another, the annotation is joined: copies it lacks come in, this one counts again.
 */
export function tagSpan(command: TagSpan, facts: TagFacts): Result<TagDecision, Refusal> {
  const span = checkSpan(facts.text, command.span);
  if (!span.ok) return span;
  const found = facts.text.slice(command.span.start, command.span.end);
  if (found !== command.quote) {
    return err({ type: 'QuoteMismatch', document: facts.name, expected: command.quote, found });
  }
  const wording = checkWording(found, facts.name);
  if (!wording.ok) return wording;
  if (!facts.labels.includes(command.label)) {
    return err({ type: 'UnknownLabel', label: command.label, known: facts.labels });
  }
  const note = noteText(command.note);
  if (!note.ok) return note;
  if (facts.standing !== null) return ok(joinAnnotation(facts.standing, command, note.value, facts.occurrences));
  const { annotation, label, document, imported } = command;
  const { start, end } = command.span;
  const made = imported === undefined ? {} : { imported };
  const payload = { annotation, label, note: note.value, ...made, document, start, end, quote: found };
  return ok({
    annotation,
    events: [{ type: 'annotation-tagged', payload: { ...payload, occurrences: facts.occurrences } }],
  });
}

/** A passage has at least one letter or digit. */
export function checkWording(quote: string, documentName: string): Result<null, Refusal> {
  return /[\p{L}\p{N}]/u.test(quote) ? ok(null) : err({ type: 'BlankSpan', document: documentName });
}

function joinAnnotation(
  standing: AnnotationWithOccurrences,
  command: TagSpan,
  note: string,
  found: readonly FoundOccurrence[],
): TagDecision {
  const annotation = standing.id;
  const events: EventDraft[] = [];
  const tagged = standing.occurrences.find(
    (occurrence) => occurrence.document === command.document && rangesOverlap(occurrence, command.span),
  );
  if (tagged !== undefined && !isCounted(tagged)) events.push(judgeOccurrence(tagged, 'attached', ''));
  const added = found.filter((copy) => !standing.occurrences.some((occurrence) => touches(occurrence, copy)));
  if (added.length > 0) events.push({ type: 'occurrences-found', payload: { annotation, occurrences: added } });
  if (note !== '' && note !== standing.note) {
    events.push({ type: 'note-changed', payload: { annotation, note, before: standing.note } });
  }
  return { annotation, events };
}

/** A copy that overlaps one we have is the same copy seen from another span: it is not counted again. */
function touches(a: FoundOccurrence, b: FoundOccurrence): boolean {
  return a.document === b.document && rangesOverlap(a, b);
}
