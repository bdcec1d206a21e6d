/**
 * Web Annotation Data Model (https://www.w3.org/TR/annotation-model/): one AnnotationCollection with one embedded
 * AnnotationPage, an empty one without. A line an occurrence, each an Annotation of its own.
 *
 * Label and note are textual bodies with the purposes `tagging` and `commenting`; the tag's value is the label's id, its
 * `label` the label's name. The target's source is an IRI made of the document's id, its `label` the document's name.
 * `start` and `end` count code points of the document's text with LF at line ends, as the model demands (§4.2.5); the
 * quote beside them lets a reader that counts UTF-16 find the place too.
 *
 * What the model has no word for is in properties of ours, `urn:variorum:…`: keys that are IRIs, so the context need
 * not know them. `annotation` is the same on all occurrences of one annotation. An occurrence of several ranges has
 * a target for each, and `occurrence` on each of them says that they are one: the model takes several targets for so
 * many places. `id` is there where the IRI does not give the document's id.
 */
import type { AnnotatedDocument, AnnotatedOccurrence, AnnotatedSet } from '#shared/domain/annotated-set.ts';
import { rangesOf } from '#shared/domain/occurrence.ts';
import { quoteOf } from '#shared/text/quote.ts';
import { codePoints, type CodePoints } from '../set/code-points.ts';
import type { SetFile } from '../set/format.ts';
import { writableDocuments } from '../set/holding.ts';
import { saidOf } from '../set/said.ts';
import { w3cHolding } from './holding.ts';
import { contextIri, idToSource, idToUrn, ownKey, sourceToId } from './iri.ts';

export function writeW3c(set: AnnotatedSet): readonly SetFile[] {
  return [{ path: '', chunks: collection(set) }];
}

function* collection(set: AnnotatedSet): Generator<string> {
  const { project } = set;
  const id = idToUrn(project.id);
  const page = idToUrn(`${project.id}/page`);
  const own = sourceToId(id) === project.id ? {} : { [ownKey('id')]: project.id };
  const head = { '@context': contextIri, id, type: 'AnnotationCollection', label: project.name, ...own };
  yield JSON.stringify(head).slice(0, -1);
  let total = 0;
  for (const annotation of annotations(set)) {
    if (total === 0) {
      const first = JSON.stringify({ id: page, type: 'AnnotationPage', partOf: id, startIndex: 0 }).slice(0, -1);
      yield `,\n"first":${first},"items":[\n`;
    } else yield ',\n';
    total += 1;
    yield JSON.stringify(annotation);
  }
  if (total > 0) yield `\n]},\n"last":${JSON.stringify(page)}`;
  yield `,\n"total":${total}}\n`;
}

function* annotations(set: AnnotatedSet): Generator<object> {
  const names = new Map(set.labels.map(({ label, name }) => [label, name]));
  for (const [number, document] of numbered(writableDocuments(set, { holds: w3cHolding }))) {
    const { text } = document;
    const target = { target: targetOf(document), text, offsets: codePoints(text) };
    const given = new Set<string>();
    for (const occurrence of document.occurrences) {
      const place = `${occurrence.annotation}/${document.id === '' ? number : document.id}/${occurrence.start}`;
      const key = given.has(place) ? `${place}/${given.size}` : place;
      given.add(key);
      yield annotationOf(target, occurrence, key, names.get(occurrence.label));
    }
  }
}

/** A document as the target of its annotations. */
interface Target {
  readonly target: object;
  readonly text: string;
  readonly offsets: CodePoints;
}

function targetOf({ id, name, sha256 }: AnnotatedDocument): object {
  const source = idToSource(id);
  return {
    type: 'SpecificResource',
    source,
    ...(name === '' ? {} : { label: name }),
    ...(sha256 === '' ? {} : { [ownKey('sha256')]: sha256 }),
    ...(sourceToId(source) === id ? {} : { [ownKey('id')]: id }),
  };
}

function* numbered<T>(items: Iterable<T>): Generator<readonly [number, T]> {
  let number = 0;
  for (const item of items) {
    number += 1;
    yield [number, item];
  }
}

/** As xsd:dateTime with a time zone, which the model demands (§3.3.1). */
const dateTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/u;

function annotationOf(
  target: Target,
  occurrence: AnnotatedOccurrence,
  key: string,
  labelName: string | undefined,
): object {
  const { annotator = '', note, made = '', ...said } = saidOf(occurrence);
  const text = { type: 'TextualBody', format: 'text/plain' } as const;
  const name = labelName === undefined || labelName === occurrence.label ? {} : { label: labelName };
  const tag = { ...text, purpose: 'tagging', value: occurrence.label, ...name } as const;
  const isDate = dateTime.test(made);
  const annotation: Record<string, unknown> = {
    id: idToUrn(key),
    type: 'Annotation',
    motivation: 'tagging',
    ...(annotator === '' ? {} : { creator: { type: 'Person', name: annotator } }),
    ...(isDate ? { created: made } : {}),
    body: note === undefined ? [tag] : [tag, { ...text, purpose: 'commenting', value: note }],
    target: targetsOf(target, occurrence, key),
  };
  // Else the annotation would be taken to be called by its IRI, as another program's are.
  if (occurrence.annotation === '') annotation[ownKey('annotation')] = '';
  for (const [field, value] of Object.entries(said)) annotation[ownKey(field)] = value;
  if (made !== '' && !isDate) annotation[ownKey('made')] = made;
  return annotation;
}

function targetsOf({ target, text, offsets }: Target, occurrence: AnnotatedOccurrence, key: string): readonly object[] {
  const mark = occurrence.ranges === undefined ? {} : { [ownKey('occurrence')]: idToUrn(`${key}/ranges`) };
  return rangesOf(occurrence).map((range) => ({
    ...target,
    ...mark,
    selector: [
      { type: 'TextPositionSelector', start: offsets.of(range.start), end: offsets.of(range.end) },
      { type: 'TextQuoteSelector', ...quoteOf(text, range) },
    ],
  }));
}
