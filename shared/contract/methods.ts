/**
 * Every call a window can make, once, as a type and as a schema of what it may send. Offsets: UTF-16, half-open.
 */
import { z } from 'zod';
import type { ShownStatus } from '#shared/domain/occurrence.ts';
import type { Change, Commit } from './commit.ts';

const id = z.string().min(1).max(200);
const offset = z.int().nonnegative();
const span = z.strictObject({ start: offset, end: offset }).readonly();
const freeText = z.string().max(200_000);

export const methodInputs = {
  /** The whole project: all rows but annotations and occurrences, which come with their document. */
  'project.read': z.strictObject({}).readonly(),
  /** Everything since a head the window knows. */
  'changes.since': z.strictObject({ seq: z.int().nonnegative() }).readonly(),
  /** A document's text, its annotations with all their occurrences, and where its wording stands elsewhere. */
  'document.read': z.strictObject({ document: id }).readonly(),
  /** Copies of a span: what tagging it would do. */
  'copies.find': z.strictObject({ document: id, span }).readonly(),
  'annotation.tag': z
    .strictObject({ document: id, span, quote: z.string().min(1).max(5_000_000), label: id, note: freeText.optional() })
    .readonly(),
  'annotation.remove': z.strictObject({ annotation: id }).readonly(),
  'annotation.note': z.strictObject({ annotation: id, note: freeText }).readonly(),
  /** The same wording elsewhere that is not the same passage. */
  'annotation.elsewhere': z.strictObject({ annotation: id }).readonly(),
  'occurrence.detach': z
    .strictObject({ annotation: id, document: id, start: offset, reason: freeText.optional() })
    .readonly(),
  /** Of an occurrence that was detached or waits for a look, or of one listed under "same wording elsewhere". */
  'occurrence.attach': z
    .strictObject({ annotation: id, document: id, start: offset, reason: freeText.optional() })
    .readonly(),
  'history.undo': z.strictObject({}).readonly(),
  'history.redo': z.strictObject({}).readonly(),
} as const satisfies Record<string, z.ZodType>;

export type Method = keyof typeof methodInputs;
export type MethodInput<M extends Method> = z.infer<(typeof methodInputs)[M]>;

export interface ReadOccurrence {
  readonly document: string;
  readonly start: number;
  readonly end: number;
  readonly status: ShownStatus;
  readonly coverage: number;
  /** Whether it is in the count of occurrences. */
  readonly counted: boolean;
  readonly text: string;
}

export interface ReadElsewhere {
  readonly document: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly reason: string;
}

export interface ReadCopies {
  readonly occurrences: readonly ReadOccurrence[];
  readonly elsewhere: readonly ReadElsewhere[];
}

/** A stretch of the document that stands in other documents too, for the mark in the margin. */
export interface SharedStretch {
  readonly start: number;
  readonly end: number;
  readonly elsewhere: readonly { readonly document: string; readonly start: number; readonly end: number }[];
}

export interface ReadDocument {
  readonly seq: number;
  readonly document: string;
  readonly text: string;
  readonly changes: readonly Change[];
  readonly shared: readonly SharedStretch[];
}

export interface Tagged extends ReadCopies {
  readonly annotation: string;
  readonly label: string;
  /** Whether an annotation that stood there already was joined. */
  readonly joined: boolean;
}

/** What was taken back or done again: the type of the act's first event. */
export interface Reversed {
  readonly act: string;
  readonly type: string;
  /** Where it happened, so that the window can go there; `null` where the act has no place. */
  readonly place: { readonly document: string; readonly start: number; readonly end: number } | null;
}

export interface MethodOutputs {
  readonly 'project.read': Commit;
  readonly 'changes.since': Commit;
  readonly 'document.read': ReadDocument;
  readonly 'copies.find': ReadCopies;
  readonly 'annotation.tag': Tagged;
  readonly 'annotation.remove': null;
  readonly 'annotation.note': null;
  readonly 'annotation.elsewhere': readonly ReadElsewhere[];
  readonly 'occurrence.detach': null;
  readonly 'occurrence.attach': null;
  readonly 'history.undo': Reversed;
  readonly 'history.redo': Reversed;
}
export type MethodOutput<M extends Method> = MethodOutputs[M];

export function isMethod(name: string): name is Method {
  return Object.hasOwn(methodInputs, name);
}
