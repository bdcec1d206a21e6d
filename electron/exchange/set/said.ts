/**
 * What is said of an occurrence besides its place and its label, for formats that have room for a few keys of ours:
 * only what says something is written, and each key is read by itself, for a program may have changed any of them.
 */
import type { AnnotatedOccurrence } from '#shared/domain/annotated-set.ts';
import { occurrenceStatuses, type ShownStatus } from '#shared/domain/occurrence.ts';
import type { OccurrenceField } from './format.ts';
import type { ReadSpan } from './read-document.ts';

export type Said = Pick<ReadSpan, OccurrenceField>;

/** All that `saidOf` tells and `readSaid` reads: what a format that uses them holds of an occurrence. */
export const saidFields = [
  'annotation',
  'passage',
  'annotator',
  'note',
  'made',
  'status',
  'coverage',
  'own',
  'reason',
] as const satisfies readonly OccurrenceField[];

const texts = ['annotation', 'passage', 'annotator', 'note', 'made', 'reason'] as const;
const statuses: ReadonlySet<unknown> = new Set<ShownStatus>([...occurrenceStatuses, 'detached']);

export function saidOf(occurrence: AnnotatedOccurrence): Said {
  const said: { -readonly [Field in keyof Said]: Said[Field] } = {};
  for (const field of texts) if (occurrence[field] !== '') said[field] = occurrence[field];
  if (occurrence.status !== 'exact') said.status = occurrence.status;
  if (occurrence.coverage !== 1) said.coverage = occurrence.coverage;
  if (!occurrence.own) said.own = false;
  return said;
}

/** @param value as a file has it: a key that is not what it should be says nothing */
export function readSaid(value: Readonly<Record<string, unknown>>): Said {
  const said: { -readonly [Field in keyof Said]: Said[Field] } = {};
  for (const field of texts) {
    const found = value[field];
    if (typeof found === 'string') said[field] = found;
  }
  const { status, coverage, own } = value;
  if (isStatus(status)) said.status = status;
  if (typeof coverage === 'number' && coverage >= 0 && coverage <= 1) said.coverage = coverage;
  if (typeof own === 'boolean') said.own = own;
  return said;
}

export function isStatus(value: unknown): value is ShownStatus {
  return statuses.has(value);
}
