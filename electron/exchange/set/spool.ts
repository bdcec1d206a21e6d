/**
 * A set that was read, kept in a file of its own while it is needed: writers walk a set several times, and a file that
 * streams in can be walked once.
 */
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AnnotatedDocument, AnnotatedSet, SetLabel } from '#shared/domain/annotated-set.ts';
import { annotatedDocument, frozenText, textFault } from './annotated-document.ts';
import { placeSpans } from './placing.ts';
import type { ReadItem } from './read-document.ts';
import { writtenText } from './token-text.ts';

export interface SpoolProblem {
  readonly where: string;
  readonly why: string;
}

export interface Spool {
  readonly set: AnnotatedSet;
  readonly spans: { readonly ok: number; readonly repaired: number; readonly rejected: number };
  readonly annotations: number;
  readonly repairs: readonly SpoolProblem[];
  readonly problems: readonly SpoolProblem[];
  readonly problemCount: number;
  /** Takes the file away. */
  readonly remove: () => void;
}

const told = 1000;

/** Reads everything, proves and places the spans in the texts of the file itself. */
export async function spoolSet(items: AsyncIterable<ReadItem>): Promise<Spool> {
  const folder = mkdtempSync(join(tmpdir(), 'variorum-'));
  const path = join(folder, 'set');
  const labels = new Map<string, SetLabel>();
  const spans = { ok: 0, repaired: 0, rejected: 0 };
  const problems: SpoolProblem[] = [];
  const repairs: SpoolProblem[] = [];
  const led = new Set<string>();
  let annotations = 0;
  let project = { id: '', name: '' };
  let problemCount = 0;
  let size = 0;
  const problem = (where: string, why: string): void => {
    problemCount += 1;
    if (problems.length < told) problems.push({ where, why });
  };

  const leading = (document: AnnotatedDocument): AnnotatedDocument => ({
    ...document,
    occurrences: document.occurrences.map((occurrence) => {
      const { annotation } = occurrence;
      const leads = annotation === '' || !led.has(annotation);
      if (leads) annotations += 1;
      if (annotation !== '') led.add(annotation);
      return { ...occurrence, leads };
    }),
  });

  const ids = new Set<string>();
  /** Formats tell documents apart by their ids, and some know them by their names alone: each has both, and an id of its own. */
  const named = (document: AnnotatedDocument, where: string): AnnotatedDocument => {
    const { id: given, name: called } = document;
    let id = given;
    for (let number = size + 1; id === '' || ids.has(id); number += 1)
      id = given === '' ? `document-${number}` : `${given} (${number})`;
    ids.add(id);
    const name = [called, given, where].find((one) => one !== '') ?? id;
    return { ...document, id, name };
  };

  const descriptor = openSync(path, 'wx');
  try {
    for await (const item of items) {
      if (item.type === 'problem') problem(item.where, item.why);
      else if (item.type === 'project') project = { id: item.id, name: item.name };
      else if (item.type === 'labels') {
        for (const label of item.labels)
          if (!isBetterKnown(labels.get(label.label), label)) labels.set(label.label, label);
      } else {
        const { document } = item;
        // Without its text nothing that is said of a document can be proved.
        const written = writtenText(document);
        const why = written === null ? 'the file does not hold the text' : textFault(written);
        const text = frozenText(written ?? '');
        if (why !== null) {
          for (const span of document.spans) problem(span.where, why);
          if (document.spans.length === 0) problem(document.where, why);
          spans.rejected += document.spans.length;
          continue;
        }
        const placed = placeSpans(document, text);
        for (const one of placed) {
          spans[one.type] += 1;
          if (one.type === 'rejected') problem(one.read.where, one.why);
          else if (one.type === 'repaired' && repairs.length < told)
            repairs.push({ where: one.read.where, why: one.how });
          if (one.type === 'rejected') continue;
          const { label, labelName = label } = one.read;
          const known = labels.get(label);
          if (known === undefined || (known.name === label && labelName !== label))
            labels.set(label, { label, name: labelName, key: known?.key ?? '' });
        }
        write(descriptor, named(leading(annotatedDocument(document, text, placed)), document.where));
        size += 1;
      }
    }
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  } finally {
    closeSync(descriptor);
  }
  return {
    set: { project, labels: [...labels.values()], size, bare: [], documents: () => readAll(path) },
    spans,
    annotations,
    repairs,
    problems,
    problemCount,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A codebook says more of a label than a place where it is borne. */
function isBetterKnown(known: SetLabel | undefined, label: SetLabel): boolean {
  return known !== undefined && known.name !== known.label && label.name === label.label;
}

/** The length in bytes, then the document as JSON. */
function write(descriptor: number, document: AnnotatedDocument): void {
  const bytes = Buffer.from(JSON.stringify(document), 'utf8');
  const length = Buffer.alloc(4);
  length.writeUInt32LE(bytes.length);
  for (const part of [length, bytes]) for (let at = 0; at < part.length;) at += writeSync(descriptor, part, at);
}

function* readAll(path: string): Generator<AnnotatedDocument> {
  const descriptor = openSync(path, 'r');
  try {
    for (let length = readPart(descriptor, 4); length !== null; length = readPart(descriptor, 4)) {
      const bytes = readPart(descriptor, length.readUInt32LE());
      if (bytes === null) throw new Error('The spooled set is cut short');
      yield JSON.parse(bytes.toString('utf8')) as AnnotatedDocument;
    }
  } finally {
    closeSync(descriptor);
  }
}

function readPart(descriptor: number, size: number): Buffer | null {
  const part = Buffer.alloc(size);
  let at = 0;
  while (at < size) {
    const length = readSync(descriptor, part, at, size - at, null);
    if (length === 0) return null;
    at += length;
  }
  return part;
}
