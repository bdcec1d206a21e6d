/**
 * doccano (github.com/doccano/doccano), sequence labelling: a JSON object a line, a line a document:
 *
 *     {"text": "…", "label": [[3, 11, "claim"]], "meta": {"offset_unit": "utf-16", …}}
 *
 * Offsets are UTF-16 units, which doccano's own window counts unless a project counts grapheme clusters; the file has no
 * place for the unit, so `meta` names it. doccano keeps `meta` as it is: in it is what is known of the document, the
 * names of the labels, and in `spans` for each label of the line the words it covers and what is said of it. An
 * occurrence of several ranges is a label for each; `occurrence` is the same on all of them.
 */
import type { AnnotatedDocument, AnnotatedSet } from '#shared/domain/annotated-set.ts';
import { rangesOf } from '#shared/domain/occurrence.ts';
import { describedOf } from '../set/described.ts';
import type { SetFile } from '../set/format.ts';
import { writableDocuments } from '../set/holding.ts';
import { jsonLine } from '../set/json-line.ts';
import { saidOf } from '../set/said.ts';
import { labelNames } from '../set/label-names.ts';
import { doccanoHolding } from './holding.ts';

export function writeDoccano(set: AnnotatedSet): readonly SetFile[] {
  return [{ path: '', chunks: lines(set) }];
}

function* lines(set: AnnotatedSet): Generator<string> {
  const names = new Map(set.labels.map(({ label, name }) => [label, name]));
  for (const document of writableDocuments(set, { holds: doccanoHolding }))
    yield `${jsonLine(lineOf(document, names))}\n`;
}

function lineOf(document: AnnotatedDocument, names: ReadonlyMap<string, string>): object {
  const { text, occurrences } = document;
  const all = occurrences.flatMap((one, at) =>
    rangesOf(one).map(({ start, end }) => ({
      start,
      end,
      label: one.label,
      quote: text.slice(start, end),
      ...(one.ranges === undefined ? {} : { occurrence: at + 1 }),
      ...saidOf(one),
    })),
  );
  return {
    text,
    label: all.map(({ start, end, label }) => [start, end, label]),
    meta: { ...describedOf(document), offset_unit: 'utf-16', labels: labelNames(occurrences, names), spans: all },
  };
}
