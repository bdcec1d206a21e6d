/** A task of Label Studio; also in the short form (JSON_MIN), in which a label's list lies beside the text. */
import { readDescribed, recordOf } from '../set/described.ts';
import { readLabelNames } from '../set/label-names.ts';
import { joinParts, type Part } from '../set/parts.ts';
import { notImported, problem, type ReadItem } from '../set/read-document.ts';
import type { Said } from '../set/said.ts';
import { readRegion } from './region.ts';

const join = ' … ';

type Json = Readonly<Record<string, unknown>>;

export function* readTask(value: unknown, where: string): Generator<ReadItem> {
  const task = recordOf(value);
  const isShort = !('data' in task);
  const data = isShort ? task : recordOf(task['data']);
  const text = textOf(data, isShort);
  if (text === null) return yield problem(where, 'it has no text');
  const parts: Part[] = [];
  for (const { regions, said, place, left } of isShort ? shortAnnotations(task, where) : annotationsOf(task, where)) {
    if (left !== undefined) yield notImported(place, left);
    for (const [at, region] of regions.entries())
      for (const part of readRegion(recordOf(region), `region ${at + 1} of ${place}`, said)) {
        if ('type' in part) yield part;
        else parts.push(part);
      }
  }
  for (const key of ['predictions', 'drafts']) {
    const count = listOf(task[key]).length;
    if (count > 0) yield notImported(where, `it has “${key}” (${count})`);
  }
  const spans = joinParts(parts, join);
  const labels = readLabelNames(
    recordOf(task['meta'])['labels'],
    spans.map(({ label }) => label),
  );
  yield { type: 'labels', labels };
  const described = { ...readDescribed({ id: task['id'] }), ...readDescribed(isShort ? {} : data) };
  const counting = { unit: 'code-point', otherUnits: ['utf-16'], join } as const;
  yield { type: 'document', document: { where, ...described, text, ...counting, spans } };
}

/** Which field it is stands in the configuration alone: `text`, or the longest of those that are texts. */
function textOf(data: Json, isShort: boolean): string | null {
  if (typeof data['text'] === 'string') return data['text'];
  const others = new Set(isShort ? ['annotator', 'created_at', 'updated_at', 'completed_by'] : []);
  const texts = Object.entries(data).flatMap(([key, value]) =>
    typeof value === 'string' && !others.has(key) ? [value] : [],
  );
  return texts.toSorted((a, b) => b.length - a.length)[0] ?? null;
}

interface TaskAnnotation {
  readonly regions: readonly unknown[];
  readonly said: Said;
  readonly place: string;
  /** What of it is not imported. */
  readonly left?: string;
}

function annotationsOf(task: Json, where: string): readonly TaskAnnotation[] {
  // Before version 1.0 they were called completions.
  const annotations = [...listOf(task['annotations']), ...listOf(task['completions'])];
  return annotations.map((one, at) => {
    const annotation = recordOf(one);
    const { completed_by: user, created_at: made, result, was_cancelled: wasCancelled } = annotation;
    const place = annotations.length === 1 ? where : `annotation ${at + 1} of ${where}`;
    if (wasCancelled === true) return { regions: [], said: {}, place, left: 'it was skipped by its annotator' };
    const annotator = nameOf(user) ?? (annotations.length === 1 ? undefined : `annotator ${at + 1}`);
    return { regions: listOf(result), said: saidOf(annotator, made), place };
  });
}

function shortAnnotations(task: Json, where: string): readonly TaskAnnotation[] {
  const said = saidOf(nameOf(task['annotator'] ?? task['completed_by']), task['created_at']);
  return Object.values(task).flatMap((list) =>
    listOf(list).some((one) => Array.isArray(recordOf(one)['labels']))
      ? [{ regions: listOf(list), said, place: where }]
      : [],
  );
}

function saidOf(annotator: string | undefined, made: unknown): Said {
  return {
    ...(annotator === undefined ? {} : { annotator }),
    ...(typeof made === 'string' && made !== '' ? { made } : {}),
  };
}

/** A user is a number of the server, an address, or a record. */
function nameOf(user: unknown): string | undefined {
  if (typeof user === 'number') return `annotator ${user}`;
  if (typeof user === 'string') return user === '' ? undefined : user;
  const { first_name: first, last_name: last, email, id } = recordOf(user);
  const full = [first, last].filter((one) => typeof one === 'string' && one !== '').join(' ');
  if (full !== '') return full;
  if (typeof email === 'string' && email !== '') return email;
  return typeof id === 'number' ? `annotator ${id}` : undefined;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
