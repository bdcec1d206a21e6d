/**
 * What WebAnno TSV has no place for stands in lines of our own in the headers of sentences, which its readers pass over
 * (they look for `#Text=` and `#Sentence.id=`): `#Document={…}` in the first, and `#Annotation[7]={…}` in the header of
 * the sentence in which annotation 7 begins. Both are JSON on one line.
 */
import type { AnnotatedDocument, AnnotatedOccurrence, SetLabel } from '#shared/domain/annotated-set.ts';
import { describedOf, readDescribed, recordOf, type Described } from '../set/described.ts';
import { parseJson } from '../set/json.ts';
import { labelNames, readLabelNames } from '../set/label-names.ts';
import { readSaid, saidOf, type Said } from '../set/said.ts';

export interface DocumentComment {
  readonly described: Described;
  /** What stands before the first token. */
  readonly lead: string;
  readonly labels: readonly SetLabel[];
}

export function documentLine(document: AnnotatedDocument, lead: string, names: ReadonlyMap<string, string>): string {
  const labels = labelNames(document.occurrences, names);
  const said = {
    ...describedOf(document),
    ...(lead === '' ? {} : { lead }),
    ...(labels.length === 0 ? {} : { labels }),
  };
  return `#Document=${JSON.stringify(said)}\n`;
}

export function annotationLine(occurrence: AnnotatedOccurrence, number: number): string {
  const said = JSON.stringify(saidOf(occurrence));
  return said === '{}' ? '' : `#Annotation[${number}]=${said}\n`;
}

/** `null` where it is none of ours. */
export function readDocumentComment(json: string): DocumentComment | null {
  const value = parseJson(json);
  if (!value.ok) return null;
  const record = recordOf(value.value);
  const lead = record['lead'];
  return {
    described: readDescribed(record),
    lead: typeof lead === 'string' ? lead : '',
    labels: readLabelNames(record['labels'], []),
  };
}

/** `null` where it is no JSON. */
export function readAnnotationComment(json: string): Said | null {
  const value = parseJson(json);
  return value.ok ? readSaid(recordOf(value.value)) : null;
}
