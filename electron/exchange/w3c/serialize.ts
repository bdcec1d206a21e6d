import type { AnnotatedOccurrence, AnnotatedPassage, AnnotatedSet } from '#shared/domain/annotated-set.ts';
import { rangesOf } from '#shared/domain/occurrence.ts';
import { quoteOf } from '#shared/text/quote.ts';
import { documentTexts, type DocumentTexts } from '../document-texts.ts';
import { isOwn } from '../kept-annotation.ts';
import { contextIri, occurrenceMark, type Collection, type Target, type WebAnnotation } from './collection.ts';
import { idToUrn } from './urn.ts';

/** One collection, indented for people who look into it. */
export function* serializeW3c(set: AnnotatedSet): Generator<string> {
  yield `${JSON.stringify(collectionOf(set), null, 2)}\n`;
}

function collectionOf(set: AnnotatedSet): Collection {
  const texts = documentTexts(set);
  const labelNames = new Map(set.labels.map(({ label, name }) => [label, name]));
  const items = set.annotations
    .filter(({ occurrences }) => occurrences.some(({ counted }) => counted))
    .map((annotation) => webAnnotation(annotation, labelNames.get(annotation.label) ?? annotation.label, texts));
  const pageId = idToUrn(`${set.project.id}/page`);
  const page = { id: pageId, type: 'AnnotationPage', startIndex: 0, items } as const;
  return {
    '@context': contextIri,
    id: idToUrn(set.project.id),
    type: 'AnnotationCollection',
    label: set.project.name,
    total: items.length,
    ...(items.length > 0 && { first: page, last: pageId }),
  };
}

function webAnnotation(annotation: AnnotatedPassage, labelName: string, texts: DocumentTexts): WebAnnotation {
  const { id, label, annotator, note, made } = annotation;
  const text = { type: 'TextualBody', format: 'text/plain' } as const;
  const tag = { ...text, purpose: 'tagging', value: label, label: labelName } as const;
  const counted = annotation.occurrences.filter((occurrence) => occurrence.counted);
  const ownFirst = counted.toSorted((a, b) => Number(isOwn(annotation, b)) - Number(isOwn(annotation, a)));
  return {
    id: idToUrn(id),
    type: 'Annotation',
    motivation: 'tagging',
    creator: { type: 'Person', name: annotator },
    created: made,
    body: note === '' ? [tag] : [tag, { ...text, purpose: 'commenting', value: note }],
    target: ownFirst.flatMap((occurrence) => occurrenceTargets(id, occurrence, texts)),
  };
}

function occurrenceTargets(
  annotation: string,
  occurrence: AnnotatedOccurrence,
  texts: DocumentTexts,
): readonly Target[] {
  const { document, toCodePoints } = texts(occurrence.document);
  const mark = idToUrn(`${annotation}/${document.id}/${occurrence.start}`);
  return rangesOf(occurrence).map((range) => ({
    type: 'SpecificResource',
    source: idToUrn(document.id),
    label: document.name,
    selector: [
      { type: 'TextPositionSelector', ...toCodePoints(range) },
      { type: 'TextQuoteSelector', ...quoteOf(document.text, range) },
    ],
    ...(occurrence.ranges !== undefined && { [occurrenceMark]: mark }),
  }));
}
