/** What is said of a document besides its text, for formats that have room for a few keys of ours: as with `said.ts`. */
import type { AnnotatedDocument } from '#shared/domain/annotated-set.ts';
import type { DocumentField } from './format.ts';
import type { ReadDocument } from './read-document.ts';

export const describedFields = [
  'id',
  'name',
  'title',
  'source',
  'author',
  'date',
  'url',
  'group',
  'sha256',
] as const satisfies readonly DocumentField[];

export type Described = Pick<ReadDocument, (typeof describedFields)[number]>;

export function describedOf(document: AnnotatedDocument): Described {
  const described: { -readonly [Field in keyof Described]: Described[Field] } = {};
  for (const field of describedFields) if (document[field] !== '') described[field] = document[field];
  return described;
}

/** @param value as a file has it; ids may be numbers */
export function readDescribed(value: Readonly<Record<string, unknown>>): Described {
  const described: { -readonly [Field in keyof Described]: Described[Field] } = {};
  for (const field of describedFields) {
    const found = value[field];
    if (typeof found === 'string') described[field] = found;
    else if (field === 'id' && typeof found === 'number') described.id = String(found);
  }
  if (described.sha256 !== undefined && !/^[0-9a-f]{64}$/u.test(described.sha256)) delete described.sha256;
  return described;
}

/** A JSON object, or an empty one. */
export function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : {};
}
