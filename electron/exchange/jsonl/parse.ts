import { createHash } from 'node:crypto';
import type { AnnotatedDocument } from '#shared/domain/annotated-set.ts';
import { ok, type Result } from '#shared/text/result.ts';
import { firstDifference } from '../difference.ts';
import { keptOrder, type KeptAnnotation, type KeptOccurrence } from '../kept-annotation.ts';
import { severalRanges, type BrokenSpan } from '#shared/domain/occurrence.ts';
import {
  agreedNames,
  createSpanReader,
  isSameBroken,
  notReadable,
  type ReadFailure,
  type SpanReader,
} from '../reading.ts';
import { lineSchema, type Line, type LineAnnotation, type LineOccurrence } from './line.ts';

export interface JsonlSet {
  readonly documents: readonly AnnotatedDocument[];
  /** Name of each label that an annotation bears, by its id. */
  readonly labelNames: Readonly<Record<string, string>>;
  readonly annotations: readonly KeptAnnotation[];
}

/** An annotation as its first line tells it, with the occurrences of all its lines. */
interface Gathered {
  readonly annotation: LineAnnotation;
  readonly occurrences: LineOccurrence[];
}

/**
 * Reads a JSONL file of ours (see line.ts) and proves it: the texts by their hash, every offset in both units by the
 * words it covers, and what each line says of other documents by what those documents' own lines say.
 */
export function parseJsonl(text: string): Result<JsonlSet, ReadFailure> {
  const lines: Line[] = [];
  for (const [index, json] of text.split('\n').slice(0, -1).entries()) {
    const line = readLine(json, `line ${index + 1}`);
    if (!line.ok) return line;
    lines.push(line.value);
  }
  if (text !== '' && !text.endsWith('\n')) return notReadable('the end of the file', 'the last line is cut short');
  const gathered = new Map<string, Gathered>();
  for (const [index, line] of lines.entries()) {
    const read = createSpanReader(line.text, `line ${index + 1}`);
    for (const annotation of line.annotations) {
      const proven = proveOccurrences(annotation, line, read, `line ${index + 1}`);
      if (!proven.ok) return proven;
      const known = gathered.get(annotation.id);
      if (known === undefined) gathered.set(annotation.id, { annotation, occurrences: [...annotation.occurrences] });
      else known.occurrences.push(...annotation.occurrences);
    }
  }
  const disagreement = findDisagreement(lines, gathered);
  if (disagreement !== null) return disagreement;
  const all = [...gathered.values()];
  const labelNames = agreedNames(all.map(({ annotation }) => [annotation.label, annotation.label_name]));
  if (!labelNames.ok) return labelNames;
  return ok({
    documents: lines.map(({ id, name, title, text: content, sha256 }) => ({ id, name, title, text: content, sha256 })),
    labelNames: labelNames.value,
    annotations: keptOrder(all.map(({ annotation, occurrences }) => keptAnnotation(annotation, occurrences))),
  });
}

function readLine(json: string, where: string): Result<Line, ReadFailure> {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return notReadable(where, 'no JSON');
  }
  const line = lineSchema.safeParse(value);
  if (!line.success) return notReadable(where, line.error.issues[0]?.message ?? 'not the expected shape');
  const isHashRight = createHash('sha256').update(line.data.text).digest('hex') === line.data.sha256;
  return isHashRight ? ok(line.data) : notReadable(where, 'the text does not have the hash that is given');
}

function proveOccurrences(
  annotation: LineAnnotation,
  line: Line,
  read: SpanReader,
  where: string,
): Result<null, ReadFailure> {
  for (const occurrence of annotation.occurrences) {
    if (occurrence.document_id !== line.id || occurrence.document !== line.name)
      return notReadable(where, 'an occurrence of another document');
    const { start, end, ranges, quote } = occurrence;
    const span = read(ranges.length === 0 ? { start, end } : { start, end, ranges }, quote);
    if (!span.ok) return span;
    if (!isSameBroken(span.value, utf16Of(occurrence))) {
      return notReadable(where, 'offsets whose two units do not agree');
    }
  }
  return ok(null);
}

function utf16Of({ start_utf16: start, end_utf16: end, ranges }: LineOccurrence): BrokenSpan {
  if (ranges.length === 0) return { start, end };
  return { start, end, ranges: ranges.map((range) => ({ start: range.start_utf16, end: range.end_utf16 })) };
}

/** Every line that names an annotation must tell the same of it. */
function findDisagreement(
  lines: readonly Line[],
  gathered: ReadonlyMap<string, Gathered>,
): { readonly ok: false; readonly error: ReadFailure } | null {
  for (const [index, { annotations }] of lines.entries()) {
    for (const annotation of annotations) {
      const known = gathered.get(annotation.id);
      const told = [...annotation.occurrences, ...annotation.other_occurrences].map(occurrenceText).toSorted();
      const found = (known?.occurrences ?? []).map(occurrenceText).toSorted();
      const facts = { ...annotation, occurrences: told, other_occurrences: [] };
      const difference = firstDifference({ ...known?.annotation, occurrences: found, other_occurrences: [] }, facts);
      if (difference !== null) return notReadable(`line ${index + 1}`, `other lines tell otherwise: ${difference}`);
    }
  }
  return null;
}

function occurrenceText(occurrence: LineOccurrence): string {
  return JSON.stringify(occurrence);
}

function keptAnnotation(annotation: LineAnnotation, occurrences: readonly LineOccurrence[]): KeptAnnotation {
  const { id, label, annotator, note, passage, made } = annotation;
  return { id, label, annotator, note, passage, made, occurrences: occurrences.map(keptOccurrence) };
}

function keptOccurrence(occurrence: LineOccurrence): KeptOccurrence {
  const { document_id: document, status, coverage, counted, reason, own } = occurrence;
  const span = utf16Of(occurrence);
  const { start, end } = span;
  return { document, start, end, ...severalRanges(span), status, coverage, counted, reason, own };
}
