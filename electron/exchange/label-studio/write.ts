/**
 * Label Studio (labelstud.io/guide/task_format): a list of tasks, a task a document, and beside it the labelling
 * configuration that the tasks refer to. What an annotator tagged in a document is one of the task's annotations:
 *
 *     {"id": "r1", "from_name": "label", "to_name": "text", "type": "labels",
 *      "value": {"start": 2, "end": 10, "text": "B claims", "labels": ["claim"]}, "meta": {"text": ["see page 3"], …}}
 *
 * Offsets are code points, as Label Studio counts since late 2021, the end not included. A region's `meta.text` is its
 * note, as there; the other keys of `meta` say who tagged it and when (`completed_by` would have to be a user of that
 * server). An occurrence of several ranges is a region for each; `occurrence` is the same on all of them.
 */
import type { AnnotatedDocument, AnnotatedOccurrence, AnnotatedSet } from '#shared/domain/annotated-set.ts';
import { rangesOf } from '#shared/domain/occurrence.ts';
import { codePoints, type CodePoints } from '../set/code-points.ts';
import { describedOf } from '../set/described.ts';
import type { SetFile } from '../set/format.ts';
import { writableDocuments } from '../set/holding.ts';
import { labelNames } from '../set/label-names.ts';
import { saidOf } from '../set/said.ts';
import { configurationText, controls } from './configuration.ts';
import { labelStudioHolding } from './holding.ts';

export const configurationEnding = '.config.xml';

export function* writeLabelStudio(set: AnnotatedSet): Generator<SetFile> {
  yield { path: '', chunks: tasks(set) };
  yield { path: configurationEnding, chunks: [configurationText(set.labels)] };
}

function* tasks(set: AnnotatedSet): Generator<string> {
  const names = new Map(set.labels.map(({ label, name }) => [label, name]));
  let before = '[\n';
  for (const document of writableDocuments(set, { holds: labelStudioHolding })) {
    yield `${before}${JSON.stringify(taskOf(document, names))}`;
    before = ',\n';
  }
  yield before === '[\n' ? '[]\n' : '\n]\n';
}

function taskOf(document: AnnotatedDocument, names: ReadonlyMap<string, string>): object {
  const { text, occurrences } = document;
  const offsets = codePoints(text);
  const byAnnotator = new Map<string, object[]>();
  /** Where there are several, a reader would take the one without a name for somebody. */
  const areSeveral = new Set(occurrences.map(({ annotator }) => annotator)).size > 1;
  for (const [at, occurrence] of occurrences.entries()) {
    const own = byAnnotator.get(occurrence.annotator) ?? [];
    byAnnotator.set(occurrence.annotator, own);
    const nobody = areSeveral && occurrence.annotator === '' ? { annotator: '' } : {};
    own.push(...regionsOf(occurrence, at + 1, text, offsets, nobody));
  }
  return {
    meta: { offset_unit: 'code-point', labels: labelNames(occurrences, names) },
    annotations: [...byAnnotator.values()].map((result) => ({ result })),
    data: { ...describedOf(document), text },
  };
}

function regionsOf(
  occurrence: AnnotatedOccurrence,
  number: number,
  text: string,
  offsets: CodePoints,
  nobody: { readonly annotator?: string },
): readonly object[] {
  const { label, ranges } = occurrence;
  const { note, ...said } = saidOf(occurrence);
  const meta = { ...(note === undefined ? {} : { text: [note] }), ...said, ...nobody };
  return rangesOf(occurrence).map(({ start, end }, at) => ({
    id: at === 0 ? `r${number}` : `r${number}.${at + 1}`,
    ...controls,
    value: { start: offsets.of(start), end: offsets.of(end), text: text.slice(start, end), labels: [label] },
    meta: ranges === undefined ? meta : { ...meta, occurrence: number },
  }));
}
