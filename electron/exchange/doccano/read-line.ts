/** A line of doccano: spans as `label` or `labels` has them, or as `entities` of a project with relations. */
import { readDescribed, recordOf } from '../set/described.ts';
import { readLabelNames } from '../set/label-names.ts';
import { joinParts, type Part } from '../set/parts.ts';
import { notImported, problem, type OffsetUnit, type ReadItem } from '../set/read-document.ts';
import { readSaid } from '../set/said.ts';

const join = ' … ';
const units: readonly OffsetUnit[] = ['utf-16', 'grapheme', 'code-point'];

export function* readLine(value: unknown, where: string): Generator<ReadItem> {
  const line = recordOf(value);
  const { text, relations } = line;
  if (typeof text !== 'string') return yield problem(where, 'it has no text');
  const meta = recordOf(line['meta']);
  const unit = units.find((one) => one === meta['offset_unit']) ?? 'utf-16';
  const details = createDetails(meta['spans']);
  const parts: Part[] = [];
  let number = 0;
  for (const entry of ['label', 'labels', 'entities'].flatMap((key) => listOf(line[key]))) {
    number += 1;
    const place = `span ${number} of ${where}`;
    const span = spanOf(entry);
    if (span === null) {
      yield typeof entry === 'string'
        ? notImported(where, `it bears “${entry}” as a whole`)
        : problem(place, 'it is not [start, end, label]');
      continue;
    }
    const { occurrence, quote, ...detail } = details(span);
    const words = typeof quote === 'string' ? quote : null;
    const mark = typeof occurrence === 'number' ? occurrence : undefined;
    parts.push({ mark, span: { where: place, ...span, quote: words, ...readSaid(detail) } });
  }
  if (listOf(relations).length > 0) yield notImported(where, `it has relations (${listOf(relations).length})`);
  const spans = joinParts(parts, join);
  yield {
    type: 'labels',
    labels: readLabelNames(
      meta['labels'],
      spans.map(({ label }) => label),
    ),
  };
  const described = { ...readDescribed({ id: line['id'] }), ...readDescribed(meta) };
  const otherUnits = units.filter((one) => one !== unit);
  yield { type: 'document', document: { where, ...described, text, unit, otherUnits, join, spans } };
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

interface Place {
  readonly start: number;
  readonly end: number;
  readonly label: string;
}

function spanOf(entry: unknown): Place | null {
  const { start_offset: from, end_offset: to, start = from, end = to, label: name } = recordOf(entry);
  const [first, last, label]: readonly unknown[] = Array.isArray(entry) ? entry : [start, end, name];
  if (typeof first !== 'number' || typeof last !== 'number' || typeof label !== 'string' || label === '') return null;
  return { start: first, end: last, label };
}

/** What `meta` says of a label of the line: they are matched by what they say, for labels may have come and gone. */
function createDetails(value: unknown): (place: Place) => Readonly<Record<string, unknown>> {
  const known = new Map<string, Readonly<Record<string, unknown>>[]>();
  const keyOf = ({ start, end, label }: Readonly<Record<keyof Place, unknown>>): string =>
    JSON.stringify([start, end, label]);
  for (const one of listOf(value)) {
    const detail = recordOf(one);
    const key = keyOf({ start: detail['start'], end: detail['end'], label: detail['label'] });
    const same = known.get(key);
    if (same === undefined) known.set(key, [detail]);
    else same.push(detail);
  }
  for (const same of known.values()) same.reverse();
  return (place) => known.get(keyOf(place))?.pop() ?? {};
}
