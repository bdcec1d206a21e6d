/**
 * An occurrence as selections of a text: one, or one for each of its ranges, which have a note in common. What a selection
 * has no attribute for stands in its description as JSON.
 */
import type { AnnotatedOccurrence } from '#shared/domain/annotated-set.ts';
import { rangesOf } from '#shared/domain/occurrence.ts';
import type { CodePoints } from '../set/code-points.ts';
import { saidOf } from '../set/said.ts';
import { writtenField, xmlAttribute, xmlAttributes, xmlText } from '../xml/escape.ts';
import { codeGuid } from './codebook.ts';
import { guidOf } from './guid.ts';

/** The name of the note that selections of one occurrence have in common. */
export const rangesNoteName = 'Ranges of one occurrence';

export function userGuid(annotator: string): string {
  return guidOf('user', annotator);
}

/** A note belongs to an annotation, in whichever documents that is. */
export function noteGuid({ annotation, annotator, note }: AnnotatedOccurrence): string {
  return guidOf('note', annotation, annotator, note);
}

export interface SelectionContext {
  readonly text: string;
  readonly offsets: CodePoints;
  /** Of the text. */
  readonly guid: string;
  readonly guids: (kind: string, ...names: readonly string[]) => string;
}

export function rangesGuid(occurrence: AnnotatedOccurrence, { guid, guids }: SelectionContext): string {
  return guids('ranges', guid, occurrence.annotation, occurrence.label, String(occurrence.start));
}

/** @param ranges GUID of the note of the ranges, where there are several */
export function selectionsXml(
  occurrence: AnnotatedOccurrence,
  ranges: string | null,
  { text, offsets, guid, guids }: SelectionContext,
): string {
  const { annotation, annotator, label, made, note } = occurrence;
  const { made: otherTime, note: _, annotator: __, ...said } = saidOf(occurrence);
  const isTime = isDateTime(made);
  const description = JSON.stringify(isTime || otherTime === undefined ? said : { ...said, made: otherTime });
  const by = xmlAttributes({
    creatingUser: annotator === '' ? '' : userGuid(annotator),
    creationDateTime: isTime ? made : '',
  });
  const notes = [...(note === '' ? [] : [noteGuid(occurrence)]), ...(ranges === null ? [] : [ranges])]
    .map((target) => `<NoteRef targetGUID="${target}"/>`)
    .join('');
  return rangesOf(occurrence)
    .map(({ start, end }) => {
      const own = guids('selection', guid, annotation, label, `${start}-${end}`);
      const name = xmlAttribute(writtenField(text.slice(start, end)));
      const place = `startPosition="${offsets.of(start)}" endPosition="${offsets.of(end)}"`;
      const described = description === '{}' ? '' : `<Description>${xmlText(writtenField(description))}</Description>`;
      const coding = `<Coding guid="${guidOf('coding', own)}"${by}><CodeRef targetGUID="${codeGuid(label)}"/></Coding>`;
      return `<PlainTextSelection guid="${own}" name="${name}" ${place}${by}>${described}${coding}${notes}</PlainTextSelection>\n`;
    })
    .join('');
}

/** A time that XML Schema takes and that comes back as it is. */
function isDateTime(made: string): boolean {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/u.test(made)) return false;
  const time = new Date(made);
  return !Number.isNaN(time.getTime()) && time.toISOString().slice(0, 19) === made.slice(0, 19);
}
