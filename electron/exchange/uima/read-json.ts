import { err, ok, type Result } from '#shared/text/result.ts';
import { parseJson } from '../set/json.ts';
import { problem, type ReadItem, type ReadProblem } from '../set/read-document.ts';
import type { SetSource } from '../set/source.ts';
import { wholeText } from '../set/text-pieces.ts';
import { arrayType, type Cas, type FeatureStructure, type FeatureValue, type View } from './cas.ts';
import { filesOf } from './files.ts';
import { readCas } from './read-cas.ts';

/**
 * CAS JSON 0.4 (apache/uima-uimaj-io-jsoncas, SPECIFICATION.adoc), as it is specified and as it is written: `^begin`
 * beside `begin`, with and without `%HEADER`, structures in a list or by their ids.
 */
export async function* readJson(source: SetSource): AsyncGenerator<ReadItem> {
  for (const file of filesOf(source, /\.json$/iu)) {
    const text = await wholeText(file);
    if (!text.ok) {
      yield problem(file.path, text.error);
      continue;
    }
    const value = parseJson(text.value);
    if (!value.ok) {
      yield problem(file.path, value.error);
      continue;
    }
    const problems: ReadProblem[] = [];
    const cas = casOf(value.value, file.path, problems);
    yield* problems;
    if (cas.ok) yield* readCas(cas.value, file.path);
    else yield problem(file.path, cas.error);
  }
}

type JsonObject = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function casOf(value: unknown, file: string, problems: ReadProblem[]): Result<Cas, string> {
  const listed = isObject(value) ? value['%FEATURE_STRUCTURES'] : undefined;
  if (!isObject(value) || typeof listed !== 'object' || listed === null)
    return err('it is no CAS: it has no “%FEATURE_STRUCTURES”');
  const items: readonly unknown[] = Array.isArray(listed)
    ? listed
    : Object.entries(listed).map(([id, one]: [string, unknown]) =>
        isObject(one) ? { '%ID': Number(id), ...one } : one,
      );
  const structures = new Map<string, FeatureStructure>();
  for (const [at, item] of items.entries()) {
    const where = `structure at place ${at + 1} of ${file}`;
    const structure = structureOf(item);
    if (structure === null) problems.push(problem(where, 'it has no “%ID” that is a number, or no “%TYPE”'));
    else if (structures.has(structure.id))
      problems.push(problem(where, `there is another with the id ${structure.id}`));
    else structures.set(structure.id, structure);
  }
  const views = isObject(value['%VIEWS']) ? Object.values(value['%VIEWS']).flatMap((view) => viewOf(view)) : [];
  return ok({ structures, views });
}

function structureOf(item: unknown): FeatureStructure | null {
  if (!isObject(item)) return null;
  const { '%ID': id, '%TYPE': type } = item;
  if (typeof id !== 'number' || !Number.isSafeInteger(id) || typeof type !== 'string') return null;
  const features = new Map<string, FeatureValue>();
  for (const [key, value] of Object.entries(item)) {
    const feature = featureOf(key, value);
    // `begin` outweighs `^begin`.
    if (feature !== null && !(key.startsWith('^') && features.has(feature.name)))
      features.set(feature.name, feature.value);
  }
  if (type === arrayType) features.set('elements', { to: idsOf(item['%ELEMENTS']) });
  return { id: String(id), type, features };
}

function featureOf(key: string, value: unknown): { readonly name: string; readonly value: FeatureValue } | null {
  const sign = key.charAt(0);
  if (sign === '%') return null;
  if (sign === '@') return { name: key.slice(1), value: { to: idsOf(Array.isArray(value) ? value : [value]) } };
  // Numbers that JSON cannot write: NaN, Infinity.
  if (sign === '#') return { name: key.slice(1), value: Number(typeof value === 'string' ? value : Number.NaN) };
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return null;
  return { name: sign === '^' ? key.slice(1) : key, value };
}

function idsOf(value: unknown): readonly string[] {
  const items: readonly unknown[] = Array.isArray(value) ? value : [];
  return items.filter((one) => typeof one === 'number').map(String);
}

function viewOf(view: unknown): readonly View[] {
  if (!isObject(view)) return [];
  const { '%SOFA': sofa, '%MEMBERS': members } = view;
  return typeof sofa === 'number' ? [{ sofa: String(sofa), members: new Set(idsOf(members)) }] : [];
}
