/** Proves an export: our own reader reads it back, and document by document it must say what the set says. */
import type { AnnotatedDocument, AnnotatedSet, SetLabel } from '#shared/domain/annotated-set.ts';
import { firstDifference } from '../difference.ts';
import { annotatedDocument, frozenText } from './annotated-document.ts';
import type { SetFormat, WriteOptions } from './format.ts';
import { heldDocument, holdingOf } from './holding.ts';
import { placeSpans } from './placing.ts';
import type { ReadDocument } from './read-document.ts';
import { SourceFault, type SetSource } from './source.ts';
import { alignTokens } from './token-text.ts';

/** @returns `null`, or where the file says something else than the set, or nothing */
export async function verifySet(
  set: AnnotatedSet,
  format: SetFormat,
  options: WriteOptions,
  source: SetSource,
  onDocument: () => void = () => undefined,
): Promise<string | null> {
  const { read, check } = format;
  if (read === undefined) return check === undefined ? null : check(source, set);
  const expected = expectedDocuments(set, format, options);
  const codebook = createCodebookProof(set, format);
  try {
    for await (const item of read(source)) {
      if (item.type === 'problem') return `${item.where}: ${item.why}`;
      if (item.type === 'project') {
        if (format.holds.project && item.name !== set.project.name) return `the project is called “${item.name}”`;
        continue;
      }
      if (item.type === 'labels') {
        codebook.read(item.labels);
        continue;
      }
      const next = expected.next();
      if (next.done === true) return `${item.document.where}: a document too many`;
      const wrong = documentDifference(item.document, next.value, format);
      if (wrong !== null) return `${item.document.where}, “${next.value.name}”: ${wrong}`;
      codebook.bear(next.value.held);
      onDocument();
    }
    const missing = expected.next();
    if (missing.done !== true) return `“${missing.value.name}” is missing`;
  } catch (error) {
    if (error instanceof SourceFault) return error.message;
    throw error;
  } finally {
    // Whoever walks the set may hold a file open, and walks it to its end or is told to stop.
    expected.return(undefined);
  }
  const wrong = codebook.difference();
  if (wrong !== null) return wrong;
  return check === undefined ? null : check(source, set);
}

interface Expected {
  readonly held: AnnotatedDocument;
  /** Texts that the file refers to and does not have are those of the set. */
  readonly text: string;
  readonly name: string;
  readonly holding: ReturnType<typeof holdingOf>;
}

function* expectedDocuments(
  set: AnnotatedSet,
  format: SetFormat,
  options: WriteOptions,
): Generator<Expected, undefined> {
  const holding = holdingOf(format, options);
  for (const document of set.documents()) {
    const held = heldDocument(document, format, holding);
    if (held === null) continue;
    // Of a format that cannot hold every character, the text is the one that it can.
    const text = holding.document.includes('text') ? held.text : document.text;
    yield { held, text, name: document.name, holding };
  }
}

function documentDifference(read: ReadDocument, expected: Expected, format: SetFormat): string | null {
  // A frozen text may begin with a byte order mark, where its file had two.
  const isAsItIs = read.text === null || read.text === expected.text;
  const text = isAsItIs ? expected.text : frozenText(read.text ?? '');
  if (text !== expected.text) return 'another text';
  const otherTokens = read.tokens === undefined ? null : alignTokens(read.tokens, text).fault;
  if (otherTokens !== null) return `another text: ${otherTokens}`;
  if (read.sha256 !== undefined && format.holds.document.includes('sha256') && read.sha256 !== expected.held.sha256)
    return 'another hash';
  const placed = placeSpans(read, text);
  for (const one of placed) {
    if (one.type === 'repaired') return `${one.read.where}: ${one.how}`;
    if (one.type === 'rejected') return `${one.read.where}: ${one.why}`;
  }
  // The text has just been compared, so its hash is known.
  const found = annotatedDocument(read, text, placed, expected.held.sha256);
  // What a file says beyond what the format is known for is not compared: a name that is a file's, an id that counts.
  const held = heldDocument(found, { holds: format.holds }, expected.holding);
  const difference = firstDifference(expected.held, held);
  if (difference === null || format.fit === undefined) return difference;
  // Fitting is dear, and what came from a file mostly fits as it is.
  return firstDifference(expected.held, heldDocument(found, format, expected.holding));
}

interface CodebookProof {
  readonly read: (labels: AnnotatedSet['labels']) => void;
  /** Labels of a document that is in the file. */
  readonly bear: (held: AnnotatedDocument) => void;
  /** Once all is read: files may say what their labels are called as they come to them. */
  readonly difference: () => string | null;
}

function createCodebookProof(set: AnnotatedSet, { holds }: SetFormat): CodebookProof {
  const known = new Map<string, SetLabel>();
  const borne = new Set<string>();
  return {
    read: (labels) => {
      for (const label of labels) known.set(label.label, label);
    },
    bear: ({ occurrences }) => {
      for (const { label } of occurrences) borne.add(label);
    },
    difference: () => {
      for (const { label, name, key } of set.labels) {
        const found = known.get(label);
        if (found === undefined && holds.labels.unused) return `the label “${name}” is missing`;
        if (found === undefined && !borne.has(label)) continue;
        // What a file does not name is called by its id.
        const { name: called, key: foundKey } = found ?? { name: label, key: '' };
        if (holds.labels.names && called !== name) return `the label “${name}” is called “${called}”`;
        if (holds.labels.keys && foundKey !== key) return `the label “${name}” has the key “${foundKey}”`;
      }
      return null;
    },
  };
}
