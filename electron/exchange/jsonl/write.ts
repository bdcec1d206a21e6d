import type { AnnotatedDocument, AnnotatedOccurrence, AnnotatedSet } from '#shared/domain/annotated-set.ts';
import { wordingOf } from '#shared/domain/occurrence.ts';
import { codePoints, type CodePoints } from '../set/code-points.ts';
import type { SetFile, WriteOptions } from '../set/format.ts';
import type { Line, LineSpan } from './line.ts';
import { schemaText } from './schema.ts';
import { splitOf } from './split.ts';

/** The lines, and beside them their schema. */
export function* writeJsonl(set: AnnotatedSet, options: WriteOptions): Generator<SetFile> {
  yield { path: '', chunks: documentLines(set, options) };
  yield { path: '.schema.json', chunks: [schemaText()] };
}

/** A line a document, each with its LF. */
export function* documentLines(set: AnnotatedSet, { text }: WriteOptions): Generator<string> {
  const names = new Map(set.labels.map(({ label, name }) => [label, name]));
  for (const document of set.documents()) yield `${safeJson(lineOf(document, names, text))}\n`;
}

function lineOf(document: AnnotatedDocument, names: ReadonlyMap<string, string>, withText: boolean): Line {
  const { id, name, title, source, author, date, url, group, text, sha256 } = document;
  const offsets = codePoints(text);
  return {
    id,
    name,
    title,
    source,
    author,
    date,
    url,
    group,
    split: splitOf(group === '' ? id : group),
    text: withText ? text : '',
    text_sha256: sha256,
    spans: document.occurrences.map((occurrence) => spanOf(occurrence, text, offsets, names)),
  };
}

function spanOf(
  occurrence: AnnotatedOccurrence,
  text: string,
  offsets: CodePoints,
  names: ReadonlyMap<string, string>,
): LineSpan {
  const { annotation, passage, label, annotator, note, made, status, coverage, counted, own, reason } = occurrence;
  const { start, end, ranges = [] } = occurrence;
  return {
    annotation,
    passage,
    label,
    label_name: names.get(label) ?? label,
    annotator,
    note,
    made,
    start: offsets.of(start),
    end: offsets.of(end),
    start_utf16: start,
    end_utf16: end,
    fragments: ranges.map((range) => [offsets.of(range.start), offsets.of(range.end)]),
    quote: wordingOf(text, occurrence),
    status,
    coverage,
    counted,
    own,
    reason,
  };
}

/** Some readers split lines at these, though JSON allows them in strings. */
// oxlint-disable-next-line no-control-regex -- these are what is looked for
const separators = /[\u000b\u000c\u001c-\u001e\u0085\u2028\u2029]/g;

function safeJson(value: unknown): string {
  return JSON.stringify(value).replaceAll(
    separators,
    (found) => String.raw`\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
