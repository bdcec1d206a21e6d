/** Losses that several formats have in common. */
import type { AnnotatedSet } from '#shared/domain/annotated-set.ts';
import { isOwn } from './kept-annotation.ts';
import { lossOf, type Loss } from './loss.ts';

/** A file of annotations has no place for the codebook beyond the labels that are in use. */
export function codebookLosses(set: AnnotatedSet): readonly Loss[] {
  const used = new Set(set.annotations.map(({ label }) => label));
  const unused = set.labels.filter(({ label }) => !used.has(label));
  const keyed = set.labels.filter(({ label, key }) => used.has(label) && key !== '');
  return [
    ...lossOf(
      'unused-label',
      unused.map(({ name }) => name),
    ),
    ...lossOf(
      'label-key',
      keyed.map(({ name, key }) => `${key} ${name}`),
    ),
  ];
}

export function projectNameLoss(set: AnnotatedSet): readonly Loss[] {
  return lossOf('project-name', [set.project.name]);
}

/** Annotations that have no occurrence in any document of the set. */
export function bareAnnotationLoss(set: AnnotatedSet): readonly Loss[] {
  const bare = set.annotations.filter(({ occurrences }) => occurrences.length === 0);
  return lossOf(
    'annotation-without-occurrence',
    bare.map(({ id }) => id),
  );
}

/** Annotations whose own span is not among their occurrences: its document left the project. */
export function ownSpanLoss(set: AnnotatedSet): readonly Loss[] {
  const lost = set.annotations.filter(
    (annotation) =>
      annotation.occurrences.length > 0 && !annotation.occurrences.some((occurrence) => isOwn(annotation, occurrence)),
  );
  return lossOf(
    'own-span',
    lost.map(({ id }) => id),
  );
}

/** The texts and titles of the documents, where a file holds only quotes from them. */
export function documentLosses(set: AnnotatedSet): readonly Loss[] {
  return [
    ...lossOf(
      'document-text',
      set.documents.map(({ name }) => name),
    ),
    ...lossOf(
      'document-title',
      set.documents.map(({ title }) => title),
    ),
  ];
}

/** Documents that a file about occurrences does not mention. */
export function silentDocumentLoss(set: AnnotatedSet, isWritten: (counted: boolean) => boolean): readonly Loss[] {
  const mentioned = new Set(
    set.annotations.flatMap(({ occurrences }) =>
      occurrences.filter(({ counted }) => isWritten(counted)).map(({ document }) => document),
    ),
  );
  const silent = set.documents.filter(({ id }) => !mentioned.has(id));
  return lossOf(
    'document-without-occurrence',
    silent.map(({ name }) => name),
  );
}
