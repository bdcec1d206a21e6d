import type { AnnotatedDocument, AnnotatedSet } from '#shared/domain/annotated-set.ts';
import { createFileNames } from '../set/file-name.ts';
import type { SetFile } from '../set/format.ts';
import { casOfDocument } from './cas-of-document.ts';
import { arrayType, type Cas, type FeatureStructure } from './cas.ts';
import { documentFileName } from './file-name.ts';
import { fragmentType, typeDescriptions } from './types.ts';

/** A file a document: CAS JSON 0.4 as the implementations have it, with plain `begin` and `end` and without a header. */
export function* writeJson(set: AnnotatedSet): Generator<SetFile> {
  const names = new Map(set.labels.map(({ label, name }) => [label, name]));
  const fileName = createFileNames();
  for (const document of set.documents())
    yield { path: `${fileName(documentFileName(document))}.json`, chunks: casJson(document, names) };
}

function* casJson(document: AnnotatedDocument, names: ReadonlyMap<string, string>): Generator<string> {
  const cas = casOfDocument(document, names);
  yield `{\n"%TYPES": ${JSON.stringify(types)},\n"%FEATURE_STRUCTURES": [`;
  let separator = '\n';
  for (const line of structureLines(cas)) {
    yield `${separator}${line}`;
    separator = ',\n';
  }
  const views = cas.views.map(({ sofa, members }) => ({
    '%SOFA': Number(sofa),
    '%MEMBERS': Array.from(members, Number),
  }));
  yield `\n],\n"%VIEWS": ${JSON.stringify({ _InitialView: views[0] })}\n}\n`;
}

/** References to several structures go over an array of its own. */
function* structureLines({ structures }: Cas): Generator<string> {
  let free = structures.size;
  for (const structure of structures.values()) {
    const arrays: unknown[] = [];
    yield JSON.stringify(
      jsonStructure(structure, (to) => {
        free += 1;
        arrays.push({ '%ID': free, '%TYPE': arrayType, '%ELEMENTS': to.map(Number) });
        return free;
      }),
    );
    for (const array of arrays) yield JSON.stringify(array);
  }
}

function jsonStructure(
  { id, type, features }: FeatureStructure,
  array: (to: readonly string[]) => number,
): Readonly<Record<string, unknown>> {
  const written: Record<string, unknown> = { '%ID': Number(id), '%TYPE': type };
  for (const [name, value] of features) {
    if (typeof value !== 'object') written[name] = value;
    else written[`@${name}`] = name === 'sofa' ? Number(value.to[0]) : array(value.to);
  }
  return written;
}

const types = Object.fromEntries(
  typeDescriptions.map(({ name, supertype, features }) => {
    const described = Object.entries(features).map(([feature, range]) => [
      feature,
      { '%NAME': feature, '%RANGE': range === arrayType ? `${fragmentType}[]` : range },
    ]);
    return [name, { '%NAME': name, '%SUPER_TYPE': supertype, ...Object.fromEntries(described) }];
  }),
);
