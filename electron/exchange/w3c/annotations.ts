/**
 * The annotations of a file, one by one, however it holds them: a collection with a page in it, a page, pages within
 * pages, a list of annotations, or one alone. Nothing is fetched: a page that is elsewhere is told.
 */
import { recordOf } from '../set/described.ts';
import { jsonArray } from '../set/json-array.ts';
import { parseJson } from '../set/json.ts';
import { notImported, problem, type ReadItem } from '../set/read-document.ts';
import type { SourceFile } from '../set/source.ts';
import { textPieces, wholeText } from '../set/text-pieces.ts';
import { ownKey, sourceToId } from './iri.ts';
import { listOf } from './target.ts';

export interface FoundAnnotation {
  readonly type: 'annotation';
  readonly where: string;
  readonly value: Readonly<Record<string, unknown>>;
}

type Found = FoundAnnotation | Exclude<ReadItem, { readonly type: 'document' }>;

/** Files up to this size, in bytes, are looked at whole; of larger ones the list of items is streamed. */
const wholeLimit = 4 * 1024 * 1024;

export async function* annotationsIn(file: SourceFile, limit = wholeLimit): AsyncGenerator<Found> {
  const numbered = createNumbers();
  if (file.size <= limit) {
    const text = await wholeText(file);
    const value = text.ok ? parseJson(text.value) : text;
    if (!value.ok) return yield problem(file.path, value.error);
    return yield* found(value.value, file.path, numbered);
  }
  const isList = await beginsWithList(file);
  const { items, around } = jsonArray(file, isList ? null : 'items');
  for await (const { number, value } of items) {
    const where = `item ${number}`;
    if (value.ok) yield* found(value.value, where, numbered);
    else yield problem(where, value.error);
  }
  if (isList) return;
  const rest = parseJson(around());
  if (rest.ok) yield* found(rest.value, file.path, numbered);
  else yield problem(file.path, rest.error);
}

async function beginsWithList(file: SourceFile): Promise<boolean> {
  for await (const piece of textPieces(file)) if (piece.trim() !== '') return piece.trimStart().startsWith('[');
  return false;
}

function createNumbers(): () => number {
  let number = 0;
  return () => {
    number += 1;
    return number;
  };
}

/** Walks what holds annotations, in order. What is in an annotation is not walked. */
function* found(top: unknown, where: string, next: () => number): Generator<Found> {
  // The last is the next to be looked at.
  const waiting: unknown[] = [top];
  while (waiting.length > 0) {
    const one = waiting.pop();
    if (Array.isArray(one)) {
      for (let at = one.length - 1; at >= 0; at -= 1) waiting.push(one[at]);
      continue;
    }
    const value = recordOf(one);
    const types = listOf(value['type']);
    if (types.includes('AnnotationCollection')) {
      yield* collection(value, where);
      waiting.push(value['items'] ?? [], value['first'] ?? []);
    } else if (types.includes('AnnotationPage')) {
      if (typeof value['next'] === 'string') yield elsewhere(value['next'], where);
      else waiting.push(value['next'] ?? []);
      waiting.push(value['items'] ?? []);
    } else if ('@graph' in value) waiting.push(value['@graph']);
    else if ('target' in value) {
      const { id } = value;
      const number = next();
      yield {
        type: 'annotation',
        where: typeof id === 'string' ? `annotation ${number} (${id})` : `annotation ${number}`,
        value,
      };
    } else yield problem(where, 'there is something that is no annotation: it has no target');
  }
}

function* collection(value: Readonly<Record<string, unknown>>, where: string): Generator<Found> {
  const { id, label, first } = value;
  const own = value[ownKey('id')];
  const known = typeof own === 'string' ? own : typeof id === 'string' ? sourceToId(id) : '';
  const [name] = listOf(label);
  if (typeof name === 'string') yield { type: 'project', id: known, name };
  if (typeof first === 'string' && value['items'] === undefined) yield elsewhere(first, where);
}

function elsewhere(page: string, where: string): Found {
  return notImported(where, `the page “${page}” is not in the file, and nothing is fetched`);
}
