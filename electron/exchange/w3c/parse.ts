import type { AnnotatedDocument, AnnotatedSet } from '#shared/domain/annotated-set.ts';
import type { Span } from '#shared/text/span.ts';
import { quoteOf } from '#shared/text/quote.ts';
import { ok, type Result } from '#shared/text/result.ts';
import { keptOrder } from '../kept-annotation.ts';
import { createSpanReader, notReadable, type ReadFailure, type SpanReader } from '../reading.ts';
import { collectionSchema, occurrenceMark, type Collection, type Target, type WebAnnotation } from './collection.ts';
import { idToUrn } from './urn.ts';

/** Ids are IRIs here; offsets UTF-16 again. */
export interface W3cSet {
  readonly project: { readonly id: string; readonly name: string };
  readonly annotations: readonly W3cAnnotation[];
}

export interface W3cAnnotation {
  readonly id: string;
  readonly label: string;
  readonly labelName: string;
  readonly annotator: string;
  readonly note: string;
  readonly made: string;
  readonly occurrences: readonly W3cOccurrence[];
}

export interface W3cOccurrence {
  readonly document: string;
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly ranges?: readonly Span[];
}

/**
 * Reads a collection of ours (see collection.ts) and proves every position by the quote and the text of the document,
 * which the file itself does not hold.
 */
export function parseW3c(text: string, set: Pick<AnnotatedSet, 'documents'>): Result<W3cSet, ReadFailure> {
  const collection = readCollection(text);
  if (!collection.ok) return collection;
  const read = createTargetReader(set.documents);
  const annotations: W3cAnnotation[] = [];
  for (const item of collection.value.first?.items ?? []) {
    const annotation = readAnnotation(item, read);
    if (!annotation.ok) return annotation;
    annotations.push(annotation.value);
  }
  const { id, label: name } = collection.value;
  return ok({ project: { id, name }, annotations: keptOrder(annotations) });
}

function readCollection(text: string): Result<Collection, ReadFailure> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return notReadable('the file', 'no JSON');
  }
  const collection = collectionSchema.safeParse(value);
  if (collection.success) return ok(collection.data);
  const issue = collection.error.issues[0];
  return notReadable(issue?.path.join('.') ?? 'the file', issue?.message ?? 'not the expected shape');
}

type TargetReader = (target: Target, where: string) => Result<W3cOccurrence, ReadFailure>;

function createTargetReader(documents: readonly AnnotatedDocument[]): TargetReader {
  const byUrn = new Map(documents.map((document) => [idToUrn(document.id), document]));
  const readers = new Map<string, SpanReader>();
  return ({ source, label, selector: [position, quote] }, where) => {
    const document = byUrn.get(source);
    if (document === undefined) return notReadable(where, `an unknown source: ${source}`);
    const read = readers.get(source) ?? createSpanReader(document.text, `“${document.name}”`);
    readers.set(source, read);
    const span = read(position, quote.exact);
    if (!span.ok) return span;
    const { prefix, suffix } = quoteOf(document.text, span.value);
    if (quote.prefix !== prefix || quote.suffix !== suffix) return notReadable(where, 'other words stand next to it');
    const { start, end } = span.value;
    return ok({ document: source, name: label, start, end });
  };
}

function readAnnotation(item: WebAnnotation, read: TargetReader): Result<W3cAnnotation, ReadFailure> {
  const [tag, comment] = item.body;
  const occurrences: W3cOccurrence[] = [];
  const parts = new Map<string, W3cOccurrence[]>();
  for (const target of item.target) {
    const occurrence = read(target, item.id);
    if (!occurrence.ok) return occurrence;
    const mark = target[occurrenceMark];
    if (mark === undefined) occurrences.push(occurrence.value);
    else parts.set(mark, [...(parts.get(mark) ?? []), occurrence.value]);
  }
  for (const found of parts.values()) {
    const whole = joined(found);
    if (whole === null) return notReadable(item.id, 'targets that cannot be the ranges of one occurrence');
    occurrences.push(whole);
  }
  const { id, creator, created: made } = item;
  const note = comment?.value ?? '';
  return ok({ id, label: tag.value, labelName: tag.label, annotator: creator.name, note, made, occurrences });
}

/** The occurrence whose ranges these are; `null` unless they are several, in one document, in order and apart. */
function joined(parts: readonly W3cOccurrence[]): W3cOccurrence | null {
  const [first] = parts;
  const last = parts.at(-1);
  if (first === undefined || last === undefined || first === last) return null;
  const follows = parts.every(
    ({ document, start }, at) => document === first.document && (at === 0 || start > (parts[at - 1]?.end ?? 0)),
  );
  if (!follows) return null;
  return { ...first, end: last.end, ranges: parts.map(({ start, end }) => ({ start, end })) };
}
