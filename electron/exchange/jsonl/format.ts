import type { AnnotatedSet } from '#shared/domain/annotated-set.ts';
import type { SetFormat } from '../format.ts';
import { keptAnnotations } from '../kept-annotation.ts';
import { bareAnnotationLoss, codebookLosses, ownSpanLoss, projectNameLoss } from '../set-losses.ts';
import { usedLabelNames } from '../used-labels.ts';
import { parseJsonl, type JsonlSet } from './parse.ts';
import { serializeJsonl } from './serialize.ts';

/** The fullest of the formats: texts, both offset units, every occurrence whatever its status. */
export const jsonlFormat: SetFormat<JsonlSet> = {
  serialize: serializeJsonl,
  parse: parseJsonl,
  kept: (set: AnnotatedSet) => ({
    documents: set.documents.map(({ id, name, title, text, sha256 }) => ({ id, name, title, text, sha256 })),
    labelNames: usedLabelNames(set),
    annotations: keptAnnotations(set),
  }),
  losses: (set) => [...projectNameLoss(set), ...codebookLosses(set), ...bareAnnotationLoss(set), ...ownSpanLoss(set)],
};
