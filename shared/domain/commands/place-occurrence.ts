import { checkSpan, type Span } from '#shared/text/span.ts';
import { tokenise } from '#shared/text/tokens.ts';
import { err, type Result } from '#shared/text/result.ts';
import type { EventDraft } from '../event.ts';
import { rangesOverlap, type FoundOccurrence, type Occurrence } from '../occurrence.ts';
import type { Refusal } from '../refusal.ts';
import { attachElsewhere, attachOccurrence } from './judge-occurrence.ts';
import { checkWording } from './tag-span.ts';

export interface PlaceOccurrence {
  readonly annotation: string;
  readonly document: string;
  readonly span: Span;
  /** The text that the caller sees there: proof that both sides mean the same characters. */
  readonly quote: string;
  readonly reason: string;
}

export interface PlacingFacts {
  /** The document's name and text. */
  readonly name: string;
  readonly text: string;
  /** The annotator's own words. */
  readonly wording: string;
  /** The occurrences that the annotation has in this document. */
  readonly occurrences: readonly Occurrence[];
  /** Whether the words there bear the label by this annotator already, in another annotation. */
  readonly isTaggedAlready: boolean;
}

/** A person says where in a document the annotated passage stands, whatever its words are there. */
export function placeOccurrence(command: PlaceOccurrence, facts: PlacingFacts): Result<EventDraft, Refusal> {
  const { annotation, document, span, quote, reason } = command;
  const checked = checkSpan(facts.text, span);
  if (!checked.ok) return checked;
  const found = facts.text.slice(span.start, span.end);
  if (found !== quote) return err({ type: 'QuoteMismatch', document: facts.name, expected: quote, found });
  const wording = checkWording(found, facts.name);
  if (!wording.ok) return wording;
  const there = facts.occurrences.find((occurrence) => rangesOverlap(occurrence, span));
  if (there !== undefined) {
    const isSame = there.start === span.start && there.end === span.end;
    if (isSame) return attachOccurrence(there, reason, facts.name);
    return err({ type: 'OccurrenceThere', document: facts.name, start: there.start });
  }
  if (facts.isTaggedAlready) return err({ type: 'TaggedAlready', document: facts.name, start: span.start });
  return attachElsewhere(annotation, { document, ...span, ...likeness(facts.wording, found) }, reason);
}

/** How much of the annotated words stand at the chosen place, as a record of what was found there. */
function likeness(wording: string, found: string): Pick<FoundOccurrence, 'status' | 'coverage'> {
  const own = tokenise(wording).words;
  const there = tokenise(found).words;
  if (own.length === there.length && own.every((word, at) => word === there[at])) {
    return { status: 'exact', coverage: 1 };
  }
  const left = new Map<string, number>();
  for (const word of there) left.set(word, (left.get(word) ?? 0) + 1);
  let met = 0;
  for (const word of own) {
    const count = left.get(word) ?? 0;
    if (count === 0) continue;
    left.set(word, count - 1);
    met += 1;
  }
  return { status: 'partial', coverage: own.length === 0 ? 0 : met / own.length };
}
