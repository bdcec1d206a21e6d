import type { AnnotatedSet } from '#shared/domain/annotated-set.ts';
import type { SetFormat } from '../format.ts';
import { keptAnnotations } from '../kept-annotation.ts';
import {
  bareAnnotationLoss,
  codebookLosses,
  documentLosses,
  ownSpanLoss,
  projectNameLoss,
  silentDocumentLoss,
} from '../set-losses.ts';
import { usedLabelNames } from '../used-labels.ts';
import { parseCsv, type CsvSet } from './parse.ts';
import { serializeCsv } from './serialize.ts';

/** For spreadsheets: a line an occurrence, safe to open. */
export const csvFormat: SetFormat<CsvSet> = {
  serialize: serializeCsv,
  parse: parseCsv,
  kept: (set) => ({
    documentNames: mentionedDocumentNames(set),
    labelNames: usedLabelNames(set),
    annotations: keptAnnotations(set),
  }),
  losses: (set) => [
    ...projectNameLoss(set),
    ...codebookLosses(set),
    ...documentLosses(set),
    ...silentDocumentLoss(set, () => true),
    ...bareAnnotationLoss(set),
    ...ownSpanLoss(set),
  ],
};

function mentionedDocumentNames(set: AnnotatedSet): Readonly<Record<string, string>> {
  const names = new Map(set.documents.map(({ id, name }) => [id, name]));
  const mentioned = set.annotations.flatMap(({ occurrences }) => occurrences.map(({ document }) => document));
  return Object.fromEntries(mentioned.map((id) => [id, names.get(id) ?? '']));
}
