import { parseJson } from '../set/json.ts';
import { problem, type ReadDocument, type ReadItem, type ReadSpan } from '../set/read-document.ts';
import { shapeFault } from '../set/shape-fault.ts';
import { SourceFault, type SetSource, type SourceFile } from '../set/source.ts';
import { textLines } from '../set/text-pieces.ts';
import { lineSchema, type Line, type LineSpan } from './line.ts';

/** Every line by itself: one that is broken is a problem with its number, and the others are read. */
export async function* readJsonl(source: SetSource): AsyncGenerator<ReadItem> {
  const [file] = source.files;
  if (file === undefined) return;
  try {
    yield* readLines(file);
  } catch (error) {
    if (!(error instanceof SourceFault)) throw error;
    yield problem(file.path, error.message);
  }
}

/** @param shown how places in the file are named, where it is one of several */
export async function* readLines(file: SourceFile | undefined, shown?: string): AsyncGenerator<ReadItem> {
  if (file === undefined) return yield problem(shown ?? 'the file', 'it is missing');
  for await (const { number, text } of textLines(file)) {
    const where = shown === undefined ? `line ${number}` : `${shown}, line ${number}`;
    if (!text.ok) yield problem(where, text.error);
    else if (text.value.trim() !== '') yield* readLine(text.value, where);
  }
}

function* readLine(json: string, where: string): Generator<ReadItem> {
  const value = parseJson(json);
  if (!value.ok) return yield problem(where, value.error);
  const line = lineSchema.safeParse(value.value);
  if (!line.success) return yield problem(where, shapeFault(line.error));
  const names = new Map(line.data.spans.map(({ label, label_name: name }) => [label, name]));
  yield { type: 'labels', labels: [...names].map(([label, name]) => ({ label, name, key: '' })) };
  yield { type: 'document', document: readDocument(line.data, where) };
}

function readDocument(line: Line, where: string): ReadDocument {
  const { id, name, title, source, author, date, url, group, text, text_sha256: sha256 } = line;
  return {
    where,
    id,
    name,
    title,
    source,
    author,
    date,
    url,
    group,
    text: text === '' ? null : text,
    sha256,
    unit: 'code-point',
    otherUnits: ['utf-16', 'byte'],
    join: ' … ',
    spans: line.spans.map((span, at) => readSpan(span, `span ${at + 1} of ${where}`)),
  };
}

function readSpan(span: LineSpan, where: string): ReadSpan {
  const { start_utf16: start, end_utf16: end, fragments, label_name: labelName, ...said } = span;
  const ranges = fragments.map(([start, end]) => ({ start, end }));
  return { ...said, where, labelName, utf16: { start, end }, ...(ranges.length === 0 ? {} : { ranges }) };
}
