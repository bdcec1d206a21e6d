/** The scope of an export: which documents, whose annotations, which of their occurrences. */
import type { AnnotatedDocument, AnnotatedOccurrence, AnnotatedSet } from '#shared/domain/annotated-set.ts';
import type { ShownStatus } from '#shared/domain/occurrence.ts';

export interface Scope {
  /** Ids of documents; all where absent. */
  readonly documents?: readonly string[] | undefined;
  /** Groups, by what their documents have in common, or by the id of the one document that is in none; all where absent. */
  readonly groups?: readonly string[] | undefined;
  readonly labels?: readonly string[] | undefined;
  readonly annotators?: readonly string[] | undefined;
  readonly statuses?: readonly ShownStatus[] | undefined;
  /** Every occurrence, or of each annotation the one that stands for it: the annotator's own where it is there. */
  readonly rows: 'occurrences' | 'passages';
}

export const wholeScope: Scope = { rows: 'occurrences' };

/** The part of a set that a scope names. Each annotation is led by an occurrence of that part. */
export function scopedSet(set: AnnotatedSet, scope: Scope): AnnotatedSet {
  const { documents, groups, labels, annotators, statuses, rows } = scope;
  const isEverything = [documents, groups, labels, annotators, statuses].every((part) => part === undefined);
  if (isEverything && rows === 'occurrences') return set;
  const inDocuments = memberOf(documents);
  const inGroups = memberOf(groups);
  const inLabels = memberOf(labels);
  const inAnnotators = memberOf(annotators);
  const inStatuses = memberOf(statuses);
  const isIn = ({ label, annotator, status }: AnnotatedOccurrence): boolean =>
    inLabels(label) && inAnnotators(annotator) && inStatuses(status);
  const isDocumentIn = ({ id, group }: AnnotatedDocument): boolean =>
    inDocuments(id) && inGroups(group === '' ? id : group);
  const chosen = (): Iterable<AnnotatedDocument> => filtered(set, isDocumentIn, isIn);
  const leaders = createLeaders(chosen);
  const isAllDocuments = documents === undefined && groups === undefined;
  return {
    ...set,
    labels: set.labels.filter(({ label }) => inLabels(label)),
    size: isAllDocuments ? set.size : countOf(set, isDocumentIn),
    // A part has no history of its own.
    history: undefined,
    bare: isEverything ? set.bare : [],
    documents: () => led(chosen(), leaders(), rows),
  };
}

function countOf(set: AnnotatedSet, isIn: (document: AnnotatedDocument) => boolean): number {
  let count = 0;
  for (const document of set.documents()) if (isIn(document)) count += 1;
  return count;
}

function memberOf<T>(members: readonly T[] | undefined): (one: T) => boolean {
  if (members === undefined) return () => true;
  const set = new Set(members);
  return (one) => set.has(one);
}

function* filtered(
  set: AnnotatedSet,
  isDocumentIn: (document: AnnotatedDocument) => boolean,
  isIn: (occurrence: AnnotatedOccurrence) => boolean,
): Generator<AnnotatedDocument> {
  for (const document of set.documents()) {
    if (isDocumentIn(document)) yield { ...document, occurrences: document.occurrences.filter(isIn) };
  }
}

/** Annotations whose leading occurrence is not in the part, each with the number of the one that leads them there. */
type Leaders = ReadonlyMap<string, number>;

/** Found out once, when somebody asks: most parts have few such annotations. */
function createLeaders(documents: () => Iterable<AnnotatedDocument>): () => Leaders {
  let known: Leaders | undefined;
  return () => (known ??= findLeaders(documents()));
}

function findLeaders(documents: Iterable<AnnotatedDocument>): Leaders {
  const led = new Set<string>();
  const first = new Map<string, { number: number; counted: boolean }>();
  let number = 0;
  for (const { occurrences } of documents) {
    for (const { annotation, leads, counted } of occurrences) {
      number += 1;
      if (annotation === '') continue;
      if (leads) {
        led.add(annotation);
        first.delete(annotation);
      } else if (!led.has(annotation)) {
        const known = first.get(annotation);
        if (known === undefined || (!known.counted && counted)) first.set(annotation, { number, counted });
      }
    }
  }
  return new Map([...first].map(([annotation, found]) => [annotation, found.number]));
}

function* led(
  documents: Iterable<AnnotatedDocument>,
  leaders: Leaders,
  rows: Scope['rows'],
): Generator<AnnotatedDocument> {
  let number = 0;
  for (const document of documents) {
    const occurrences = document.occurrences.map((occurrence) => {
      number += 1;
      return leaders.get(occurrence.annotation) === number ? { ...occurrence, leads: true } : occurrence;
    });
    yield {
      ...document,
      occurrences: rows === 'passages' ? occurrences.filter(({ leads }) => leads) : occurrences,
    };
  }
}
