/**
 * JSONL for spaCy and Prodigy (prodi.gy/docs/api-interfaces#spans_manual): a JSON object a line, a line a document:
 *
 *     {"text": "…", "spans": [{"start": 2, "end": 10, "label": "claim", "text": "B claims", …}], "meta": {…}}
 *
 * Offsets are code points, as Python counts, the end not included. The further keys of a span say who tagged it, when
 * and why; `meta` says what is known of the document. An occurrence of several ranges is a span for each;
 * `occurrence` is the same on all of them.
 *
 * Spans may overlap and need not lie on spaCy's tokens: `doc.ents` takes neither. What takes both is
 *
 *     doc.spans["sc"] = [doc.char_span(s["start"], s["end"], s["label"], alignment_mode="expand") for s in line["spans"]]
 */
import type { AnnotatedDocument, AnnotatedSet } from '#shared/domain/annotated-set.ts';
import { rangesOf } from '#shared/domain/occurrence.ts';
import { codePoints } from '../set/code-points.ts';
import { describedOf } from '../set/described.ts';
import type { SetFile } from '../set/format.ts';
import { writableDocuments } from '../set/holding.ts';
import { jsonLine } from '../set/json-line.ts';
import { labelNames } from '../set/label-names.ts';
import { saidOf } from '../set/said.ts';
import { spacyHolding } from './holding.ts';

export function writeSpacy(set: AnnotatedSet): readonly SetFile[] {
  return [{ path: '', chunks: lines(set) }];
}

function* lines(set: AnnotatedSet): Generator<string> {
  const names = new Map(set.labels.map(({ label, name }) => [label, name]));
  for (const document of writableDocuments(set, { holds: spacyHolding }))
    yield `${jsonLine(lineOf(document, names))}\n`;
}

function lineOf(document: AnnotatedDocument, names: ReadonlyMap<string, string>): object {
  const { text, occurrences } = document;
  const offsets = codePoints(text);
  const called = labelNames(occurrences, names);
  return {
    text,
    spans: occurrences.flatMap((one, at) =>
      rangesOf(one).map(({ start, end }) => ({
        start: offsets.of(start),
        end: offsets.of(end),
        label: one.label,
        text: text.slice(start, end),
        ...(one.ranges === undefined ? {} : { occurrence: at + 1 }),
        ...saidOf(one),
      })),
    ),
    // An empty list of labels would look like doccano's.
    meta: { ...describedOf(document), ...(called.length === 0 ? {} : { labels: called }) },
  };
}
