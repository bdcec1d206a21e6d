import type { AnnotatedSet } from '#shared/domain/annotated-set.ts';
import { codePoints } from '../set/code-points.ts';
import type { SetFile } from '../set/format.ts';
import { occurrenceRow } from './occurrence-row.ts';
import { recordText } from './records.ts';
import { columns, type Row } from './row.ts';

/** A header, then one record an occurrence, document by document. */
export function writeCsv(set: AnnotatedSet): readonly SetFile[] {
  return [{ path: '', chunks: records(set) }];
}

function* records(set: AnnotatedSet): Generator<string> {
  yield recordText(columns);
  for (const row of occurrenceRows(set)) yield recordText(columns.map((column) => row[column]));
}

export function* occurrenceRows(set: AnnotatedSet): Generator<Row> {
  const names = new Map(set.labels.map(({ label, name }) => [label, name]));
  for (const document of set.documents()) {
    const offsets = codePoints(document.text);
    for (const occurrence of document.occurrences)
      yield occurrenceRow(document, occurrence, offsets, names.get(occurrence.label) ?? occurrence.label);
  }
}
