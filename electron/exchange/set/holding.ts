/** What of a document a format holds, and what is lost of it there: one rule for writing, for proving and for telling. */
import {
  compareOccurrences,
  type AnnotatedDocument,
  type AnnotatedOccurrence,
  type AnnotatedSet,
} from '#shared/domain/annotated-set.ts';
import { wordingOf } from '#shared/domain/occurrence.ts';
import type { DocumentField, Holding, OccurrenceField, SetFormat, WriteOptions } from './format.ts';
import { createLossCount, type Loss, type LossCount, type LossKind } from './loss.ts';

const noDocument: Readonly<Record<DocumentField, string>> = {
  id: '',
  name: '',
  title: '',
  text: '',
  sha256: '',
  source: '',
  author: '',
  date: '',
  url: '',
  group: '',
};
const documentFields = Object.keys(noDocument) as readonly DocumentField[];

const noOccurrence: Readonly<Pick<AnnotatedOccurrence, OccurrenceField>> = {
  annotation: '',
  passage: '',
  annotator: '',
  note: '',
  made: '',
  status: 'exact',
  coverage: 1,
  own: true,
  reason: '',
};
const occurrenceFields = Object.keys(noOccurrence) as readonly OccurrenceField[];

/** What a format holds if texts are left out as the options say. */
export function holdingOf(format: Pick<SetFormat, 'holds' | 'textOptional'>, { text }: WriteOptions): Holding {
  const { holds } = format;
  return text || !format.textOptional
    ? holds
    : { ...holds, document: holds.document.filter((field) => field !== 'text') };
}

/** The documents as they may be written: fitted to the format, without what it has no place for. */
export function* writableDocuments(
  set: AnnotatedSet,
  format: Pick<SetFormat, 'holds' | 'fit'>,
): Generator<AnnotatedDocument> {
  for (const document of set.documents()) {
    const counted = countedIn(document, format.holds);
    if (counted.occurrences.length === 0 && !format.holds.untagged) continue;
    const fitted = format.fit === undefined ? counted : format.fit(counted).document;
    const written = withoutDropped(fitted, format.holds);
    if (written.occurrences.length > 0 || format.holds.untagged) yield written;
  }
}

function withoutDropped(document: AnnotatedDocument, holding: Holding): AnnotatedDocument {
  if (holding.ranges !== 'dropped') return document;
  return { ...document, occurrences: document.occurrences.filter(({ ranges }) => ranges === undefined) };
}

function countedIn(document: AnnotatedDocument, { uncounted }: Holding): AnnotatedDocument {
  if (uncounted) return document;
  return { ...document, occurrences: document.occurrences.filter(({ counted }) => counted) };
}

/**
 * What must come back of a document from a file, and what is told again of one that came back: fields that the format
 * has no place for are empty, and occurrences are in order. `null` for a document that is not in the file.
 */
export function heldDocument(
  document: AnnotatedDocument,
  format: Pick<SetFormat, 'holds' | 'fit'>,
  holding: Holding = format.holds,
): AnnotatedDocument | null {
  const counted = countedIn(document, holding);
  const fitted = format.fit === undefined ? counted : format.fit(counted).document;
  const occurrences = fitted.occurrences
    .flatMap((occurrence) => heldOccurrences(occurrence, holding))
    .toSorted(compareOccurrences);
  if (occurrences.length === 0 && !holding.untagged) return null;
  const held: Record<DocumentField, string> = { ...noDocument };
  for (const field of holding.document) held[field] = fitted[field];
  return { ...held, occurrences };
}

function heldOccurrences(occurrence: AnnotatedOccurrence, holding: Holding): readonly AnnotatedOccurrence[] {
  const { start, end, label, counted, ranges } = occurrence;
  const held: Record<OccurrenceField, string | number | boolean> = { ...noOccurrence };
  for (const field of holding.occurrence) held[field] = occurrence[field];
  // Which one stands for its annotation is nothing a file says: it follows from the set.
  const whole = { ...held, start, end, label, counted, leads: false } as AnnotatedOccurrence;
  if (ranges === undefined) return [whole];
  switch (holding.ranges) {
    case 'kept':
      return [{ ...whole, ranges: ranges.map((range) => ({ start: range.start, end: range.end })) }];
    case 'split':
      return ranges.map((range) => ({ ...whole, start: range.start, end: range.end }));
    case 'hull':
      return [whole];
    case 'dropped':
      return [];
  }
}

/** What of a set stands in a file of a format, and what is lost there. */
export interface Survey {
  readonly losses: readonly Loss[];
  /** Documents that are in the file. */
  readonly documents: number;
  readonly annotations: number;
  readonly occurrences: number;
}

export function lossesOf(
  set: AnnotatedSet,
  format: Pick<SetFormat, 'holds' | 'fit' | 'textOptional'>,
  options: WriteOptions,
): readonly Loss[] {
  return surveyOf(set, format, options).losses;
}

/** Walks the set once. @param onDocument told after each document */
export function surveyOf(
  set: AnnotatedSet,
  format: Pick<SetFormat, 'holds' | 'fit' | 'textOptional'>,
  options: WriteOptions,
  onDocument: () => void = () => undefined,
): Survey {
  const tally = { documents: 0, annotations: 0, occurrences: 0 };
  const holding = holdingOf(format, options);
  const count = createLossCount();
  /** Labels that something in the file bears. */
  const used = new Set<string>();
  if (!holding.project) count.add('project-name', set.project.name);
  for (const document of set.documents()) {
    const written = countLosses(document, format, holding, options, count);
    if (written.length > 0 || holding.untagged) tally.documents += 1;
    for (const { label, leads } of written) {
      used.add(label);
      tally.occurrences += 1;
      if (leads) tally.annotations += 1;
    }
    onDocument();
  }
  for (const { label, name, key } of set.labels) {
    if (!used.has(label) && !holding.labels.unused) {
      count.add('unused-label', name);
      continue;
    }
    if (key !== '' && !holding.labels.keys) count.add('label-key', `${key} ${name}`);
    if (name !== label && !holding.labels.names) count.add('label-name', name);
  }
  for (const annotation of set.bare) count.add('annotation-without-occurrence', annotation);
  return { losses: count.losses(), ...tally };
}

const documentLosses: Readonly<Partial<Record<DocumentField, LossKind>>> = {
  name: 'document-name',
  title: 'document-title',
  text: 'document-text',
  source: 'document-source',
  author: 'document-author',
  date: 'document-date',
  url: 'document-url',
  group: 'document-group',
};

/** @returns what is left of its occurrences in the file */
function countLosses(
  document: AnnotatedDocument,
  { fit }: Pick<SetFormat, 'fit'>,
  holding: Holding,
  options: WriteOptions,
  count: LossCount,
): readonly AnnotatedOccurrence[] {
  const { name, text } = document;
  const quote = (occurrence: AnnotatedOccurrence): string => wordingOf(text, occurrence);
  if (!holding.uncounted)
    for (const one of document.occurrences) if (!one.counted) count.add('uncounted-occurrence', quote(one));
  const counted = countedIn(document, holding);
  if (counted.occurrences.length === 0 && !holding.untagged) {
    count.add('document-without-occurrence', name);
    return [];
  }
  const fitted = fit?.(counted);
  for (const { kind, example } of fitted?.losses ?? []) count.add(kind, example);
  const written = (fitted?.document ?? counted).occurrences.filter((occurrence) => {
    if (occurrence.ranges === undefined || holding.ranges === 'kept') return true;
    count.add(rangesLosses[holding.ranges], quote(occurrence));
    return holding.ranges !== 'dropped';
  });
  if (written.length === 0 && !holding.untagged) {
    count.add('document-without-occurrence', name);
    return [];
  }
  for (const field of documentFields) {
    const kind = documentLosses[field];
    // Whoever leaves the texts out knows it.
    if (kind === undefined || holding.document.includes(field) || (field === 'text' && !options.text)) continue;
    // A group is known by an id, which tells nobody anything.
    const isNamed = field === 'text' || field === 'group';
    if (document[field] !== '') count.add(kind, isNamed ? name : document[field]);
  }
  for (const occurrence of written) {
    for (const field of occurrenceFields) {
      if (holding.occurrence.includes(field)) continue;
      const told = lossOfField(occurrence, field);
      if (told !== null) count.add(fieldLosses[field], told === '' ? quote(occurrence) : told);
    }
  }
  return written;
}

const rangesLosses = { split: 'ranges-split', hull: 'ranges-joined', dropped: 'ranges-dropped' } as const;

const fieldLosses: Readonly<Record<OccurrenceField, LossKind>> = {
  annotation: 'annotation',
  passage: 'passage',
  annotator: 'annotator',
  note: 'note',
  made: 'made',
  status: 'status',
  coverage: 'coverage',
  own: 'own-span',
  reason: 'reason',
};

/** What the occurrence would say there, empty for its words, or `null` where it says nothing. */
function lossOfField(occurrence: AnnotatedOccurrence, field: OccurrenceField): string | null {
  const { leads } = occurrence;
  switch (field) {
    case 'annotation':
      // The occurrences that go with another one: the one that leads is an annotation by itself.
      return leads ? null : '';
    case 'passage':
      return leads && occurrence.passage !== '' && occurrence.passage !== occurrence.annotation ? '' : null;
    case 'annotator':
    case 'note':
    case 'made':
      return leads && occurrence[field] !== '' ? occurrence[field] : null;
    case 'status':
      return occurrence.status === 'exact' ? null : '';
    case 'coverage':
      return occurrence.coverage === 1 ? null : '';
    case 'own':
      return occurrence.own ? null : '';
    case 'reason':
      return occurrence.reason === '' ? null : occurrence.reason;
  }
}
