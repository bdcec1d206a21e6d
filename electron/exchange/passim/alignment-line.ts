/**
 * One line of passim's align.json. The README of passim 2 says where it lies and what `begin` and `end` are; the other
 * fields follow from the program itself (docs/decisions/0017): `id`, `begin`, `end` and `s1` of the one side, `id2`,
 * `begin2`, `end2` and `s2` of the other, every field of the input again with and without a 2, `uid`, `matches`.
 */
import { err, ok, type Result } from '#shared/text/result.ts';
import { kindOfValue } from '../articles-jsonl/field.ts';
import { readLineObject } from '../articles-jsonl/line-object.ts';
import type { AlignmentFault, AlignmentFileFault, OtherKind } from './refusal.ts';

/** Offsets in code points, half-open. */
export interface PassimSide {
  /** The id that the export gave the document. */
  readonly id: string;
  readonly begin: number;
  readonly end: number;
  /** What the line says of the text there, by the name of the field; an aligned one has `-` where the other has more. */
  readonly says: readonly { readonly field: string; readonly words: string; readonly isAligned: boolean }[];
}

export interface PassimAlignment {
  readonly one: PassimSide;
  readonly other: PassimSide;
}

type Fields = Readonly<Record<string, unknown>>;

/** @returns `null` for a blank line */
export function parseAlignmentLine(
  bytes: Uint8Array,
): Result<PassimAlignment, AlignmentFault | Extract<AlignmentFileFault, { type: 'AlignmentsOfOtherKind' }>> | null {
  const object = readLineObject(bytes);
  if (object === null) return null;
  if (!object.ok) return object;
  const fields = object.value as Fields;
  const kind = otherKindOf(fields);
  if (kind !== null) return err({ type: 'AlignmentsOfOtherKind', kind });
  const one = sideOf(fields, '', 's1');
  if (!one.ok) return one;
  const other = sideOf(fields, '2', 's2');
  return other.ok ? ok({ one: one.value, other: other.value }) : other;
}

function otherKindOf(fields: Fields): OtherKind | null {
  const has = (name: string): boolean => Object.hasOwn(fields, name);
  if (has('id1') && has('b1')) return 'passim 1';
  if (has('id2') && has('end2')) return null;
  if (has('cluster') && has('size')) return 'clusters';
  if (has('wid') || has('wits') || has('lines') || (has('alg') && has('alg2'))) return 'lines';
  return has('id') && has('text') && !has('begin') && !has('begin2') ? 'documents' : null;
}

function sideOf(fields: Fields, digit: '' | '2', aligned: string): Result<PassimSide, AlignmentFault> {
  const names = { id: `id${digit}`, begin: `begin${digit}`, end: `end${digit}`, text: `text${digit}` };
  const id = fields[names.id];
  if (typeof id !== 'string') return wrong(names.id, id, 'a text');
  const begin = fields[names.begin];
  if (!isOffset(begin)) return wrong(names.begin, begin, 'a whole number');
  const end = fields[names.end];
  if (!isOffset(end)) return wrong(names.end, end, 'a whole number');
  const says: PassimSide['says'][number][] = [];
  for (const field of [names.text, aligned]) {
    const words = fields[field];
    if (words === undefined || words === null) continue;
    if (typeof words !== 'string') return wrong(field, words, 'a text');
    says.push({ field, words, isAligned: field === aligned });
  }
  return ok({ id, begin, end, says });
}

function isOffset(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value);
}

function wrong(field: string, value: unknown, wanted: string): Result<never, AlignmentFault> {
  if (value === undefined || value === null) return err({ type: 'FieldMissing', field });
  return err({ type: 'FieldWrong', field, kind: `${kindOfValue(value)}, not ${wanted}` });
}
