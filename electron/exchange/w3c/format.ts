import type { AnnotatedSet } from '#shared/domain/annotated-set.ts';
import { severalRanges } from '#shared/domain/occurrence.ts';
import type { SetFormat } from '../format.ts';
import { isOwn, keptOrder } from '../kept-annotation.ts';
import { lossOf, type Loss } from '../loss.ts';
import { codebookLosses, documentLosses, silentDocumentLoss } from '../set-losses.ts';
import { parseW3c, type W3cAnnotation, type W3cSet } from './parse.ts';
import { serializeW3c } from './serialize.ts';
import { idToUrn } from './urn.ts';

/** For other annotation tools: the judgements that count, by position and by quote. */
export const w3cFormat: SetFormat<W3cSet> = {
  serialize: serializeW3c,
  parse: parseW3c,
  kept: (set) => ({
    project: { id: idToUrn(set.project.id), name: set.project.name },
    annotations: keptOrder(webAnnotations(set)),
  }),
  losses: (set) => [
    ...codebookLosses(set),
    ...documentLosses(set),
    ...silentDocumentLoss(set, (counted) => counted),
    ...annotationLosses(set),
  ],
};

function webAnnotations(set: AnnotatedSet): readonly W3cAnnotation[] {
  const labelNames = new Map(set.labels.map(({ label, name }) => [label, name]));
  const names = new Map(set.documents.map(({ id, name }) => [id, name]));
  return set.annotations
    .map(({ id, label, annotator, note, made, occurrences }) => ({
      id: idToUrn(id),
      label,
      labelName: labelNames.get(label) ?? label,
      annotator,
      note,
      made,
      occurrences: occurrences
        .filter(({ counted }) => counted)
        .map((occurrence) => ({
          document: idToUrn(occurrence.document),
          name: names.get(occurrence.document) ?? '',
          start: occurrence.start,
          end: occurrence.end,
          ...severalRanges(occurrence),
        })),
    }))
    .filter(({ occurrences }) => occurrences.length > 0);
}

function annotationLosses(set: AnnotatedSet): readonly Loss[] {
  const names = new Map(set.documents.map(({ id, name }) => [id, name]));
  const everywhere = set.annotations.flatMap((annotation) =>
    annotation.occurrences.map((occurrence) => {
      const place = `${names.get(occurrence.document) ?? occurrence.document}, ${occurrence.start}`;
      return { place, occurrence, own: isOwn(annotation, occurrence) };
    }),
  );
  const counted = everywhere.filter(({ occurrence }) => occurrence.counted);
  const uncounted = everywhere.filter(({ occurrence }) => !occurrence.counted);
  const inexact = counted.filter(({ occurrence }) => occurrence.status !== 'exact' || occurrence.coverage !== 1);
  const broken = counted.filter(({ occurrence }) => occurrence.ranges !== undefined);
  const reasoned = counted.filter(({ occurrence }) => occurrence.reason !== '');
  const silent = set.annotations.filter(({ occurrences }) => !occurrences.some((occurrence) => occurrence.counted));
  const ownless = set.annotations.filter(
    (annotation) =>
      annotation.occurrences.some((occurrence) => occurrence.counted) &&
      !annotation.occurrences.some((occurrence) => occurrence.counted && isOwn(annotation, occurrence)),
  );
  const placesOf = (found: typeof everywhere): readonly string[] => found.map(({ place }) => place);
  return [
    ...lossOf('uncounted-occurrence', placesOf(uncounted)),
    ...lossOf(
      'annotation-without-counted-occurrence',
      silent.map(({ id }) => id),
    ),
    ...lossOf('ranges', placesOf(broken)),
    ...lossOf('status', placesOf(inexact)),
    ...lossOf('reason', placesOf(reasoned)),
    ...lossOf(
      'own-span',
      ownless.map(({ id }) => id),
    ),
    ...lossOf('passage', sharedPassages(set)),
  ];
}

/** Passages that several annotations live on: that they are one passage is not in the file. */
function sharedPassages(set: AnnotatedSet): readonly string[] {
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const { passage } of set.annotations) (seen.has(passage) ? shared : seen).add(passage);
  return [...shared];
}
