/**
 * Every call a window can make, once, as a type and as a schema of what it may send. Offsets: UTF-16, half-open.
 */
import { z } from 'zod';
import type { Equivalent, StandingEquivalent } from '#shared/domain/equivalent.ts';
import type { ShownStatus } from '#shared/domain/occurrence.ts';
import type { Span } from '#shared/text/span.ts';
import type { Change, Commit } from './commit.ts';
import { exportChoicesSchema, type ExportOptions, type ExportPreview } from './export-choices.ts';

const id = z.string().min(1).max(200);
const offset = z.int().nonnegative();
const span = z.strictObject({ start: offset, end: offset }).readonly();
const phrase = z.string().max(10_000);
const freeText = z.string().max(200_000);
/** Places listed of the same wording elsewhere, and documents looked through for them: a common word stands in all. */
const most = z.int().positive().max(1_000_000);

export const methodInputs = {
  /**
   * The whole project: all rows but annotations and occurrences, which come with their document. Of a large library the
   * first documents; `library.read` tells the others.
   */
  'project.read': z.strictObject({}).readonly(),
  /** The documents that follow one in the order of names and ids, some at a time, with what belongs to them. */
  'library.read': z.strictObject({ after: id }).readonly(),
  /** Everything since a head the window knows. */
  'changes.since': z.strictObject({ seq: z.int().nonnegative() }).readonly(),
  /** A document's text, its annotations with all their occurrences, and where its wording stands elsewhere. */
  'document.read': z.strictObject({ document: id }).readonly(),
  /** What of a document none of its copies has, and its editor may have put in. */
  'document.variants': z.strictObject({ document: id }).readonly(),
  /**
   * Copies of a span: what tagging it would do. A window that only wants the `latest` it asked for has an earlier
   * question refused (`Superseded`) where that still waits.
   */
  'copies.find': z
    .strictObject({ document: id, span, most: most.optional(), latest: z.boolean().optional() })
    .readonly(),
  'annotation.tag': z
    .strictObject({
      document: id,
      span,
      quote: z.string().min(1).max(5_000_000),
      label: id,
      note: freeText.optional(),
      most: most.optional(),
    })
    .readonly(),
  'annotation.remove': z.strictObject({ annotation: id }).readonly(),
  'annotation.note': z.strictObject({ annotation: id, note: freeText }).readonly(),
  /** The same wording elsewhere that is not the same passage. */
  'annotation.elsewhere': z.strictObject({ annotation: id, most: most.optional() }).readonly(),
  'occurrence.detach': z
    .strictObject({ annotation: id, document: id, start: offset, reason: freeText.optional() })
    .readonly(),
  /** Of an occurrence that was detached or waits for a look, or of one listed under "same wording elsewhere". */
  'occurrence.attach': z
    .strictObject({ annotation: id, document: id, start: offset, reason: freeText.optional() })
    .readonly(),
  /** An occurrence at a span of one's own choosing. */
  'occurrence.place': z
    .strictObject({
      annotation: id,
      document: id,
      span,
      quote: z.string().min(1).max(5_000_000),
      reason: freeText.optional(),
    })
    .readonly(),
  /** Annotations of an older version of an article that have no place in a newer one; into one document, or into all. */
  'orphans.list': z.strictObject({ document: id.optional() }).readonly(),
  /** The passage is not in the newer version. */
  'orphan.dismiss': z.strictObject({ annotation: id, document: id, reason: freeText.optional() }).readonly(),
  /** The table of equivalents: words and short phrases that stand for one another. */
  'equivalents.list': z.strictObject({}).readonly(),
  'equivalent.add': z.strictObject({ a: phrase, b: phrase }).readonly(),
  'equivalent.remove': z.strictObject({ a: phrase, b: phrase }).readonly(),
  /** The formats there are, and whose annotations. */
  'export.options': z.strictObject({}).readonly(),
  /** How an export would begin, and what its format cannot hold; of a large project the first documents. */
  'export.preview': z.strictObject({ choices: exportChoicesSchema, latest: z.boolean().optional() }).readonly(),
  'history.undo': z.strictObject({}).readonly(),
  'history.redo': z.strictObject({}).readonly(),
} as const satisfies Record<string, z.ZodType>;

export type Method = keyof typeof methodInputs;
export type MethodInput<M extends Method> = z.infer<(typeof methodInputs)[M]>;

export interface ReadOccurrence {
  readonly document: string;
  readonly start: number;
  readonly end: number;
  /** Its ranges where something was put into it; absent where it stands in one piece. */
  readonly ranges?: readonly Span[];
  readonly status: ShownStatus;
  readonly coverage: number;
  /** Whether it is in the count of occurrences. */
  readonly counted: boolean;
  /** Its words, those of several ranges joined by “ … ”. */
  readonly text: string;
}

export interface ReadElsewhere {
  readonly document: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly reason: string;
}

/** The same wording where it is not the same passage. */
export interface ReadElsewheres {
  readonly places: readonly ReadElsewhere[];
  /** Documents that hold these words too, and of which no place is listed because there are too many. */
  readonly unread: number;
}

export interface ReadCopies {
  readonly occurrences: readonly ReadOccurrence[];
  readonly elsewhere: readonly ReadElsewhere[];
  /** Documents that hold these words too, and of which no place is listed because there are too many. */
  readonly unread: number;
}

/** Documents of the library, in order, with the rows that belong to them, as they were at the head `seq`. */
export interface ReadLibrary {
  readonly seq: number;
  readonly changes: readonly Change[];
  /** The last of the documents, where more follow. */
  readonly rest?: string;
}

/** A stretch of the document that stands in other documents too, for the mark in the margin. */
export interface SharedStretch {
  readonly start: number;
  readonly end: number;
  /** The first of the places where it stands too. */
  readonly elsewhere: readonly { readonly document: string; readonly start: number; readonly end: number }[];
  /** How many there are, those in `elsewhere` among them. */
  readonly places: number;
}

export interface ReadDocument {
  readonly seq: number;
  readonly document: string;
  readonly text: string;
  readonly changes: readonly Change[];
  readonly shared: readonly SharedStretch[];
  /** Lines of the page and not of the article ("Read more"), in order, without the white space around them. */
  readonly furniture: readonly Span[];
}

/** A stretch of a document that none of its copies has. Offsets: UTF-16, half-open. */
export interface InsertionCandidate {
  readonly start: number;
  readonly end: number;
  /** The documents that have what stands around it, and not the stretch itself. */
  readonly lackedBy: readonly string[];
}

export interface DocumentVariants {
  readonly document: string;
  /** In the order of the text, none overlapping. */
  readonly insertions: readonly InsertionCandidate[];
}

/** An annotation that waits to be placed in a newer version of its article. */
export interface ReadOrphan {
  readonly annotation: string;
  readonly label: string;
  readonly annotator: string;
  /** Where it is counted in an older version, with the words there. */
  readonly from: { readonly document: string; readonly start: number; readonly end: number; readonly text: string };
  /** The newer version. */
  readonly into: string;
}

export interface Tagged extends Omit<ReadCopies, 'unread'> {
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
  readonly 'library.read': ReadLibrary;
  readonly 'changes.since': Commit;
  readonly 'document.read': ReadDocument;
  readonly 'document.variants': DocumentVariants;
  readonly 'copies.find': ReadCopies;
  readonly 'annotation.tag': Tagged;
  readonly 'annotation.remove': null;
  readonly 'annotation.note': null;
  readonly 'annotation.elsewhere': ReadElsewheres;
  readonly 'occurrence.detach': null;
  readonly 'occurrence.attach': null;
  readonly 'occurrence.place': null;
  readonly 'orphans.list': readonly ReadOrphan[];
  readonly 'orphan.dismiss': null;
  readonly 'equivalents.list': readonly StandingEquivalent[];
  readonly 'equivalent.add': Equivalent;
  readonly 'equivalent.remove': Equivalent;
  readonly 'export.options': ExportOptions;
  readonly 'export.preview': ExportPreview;
  readonly 'history.undo': Reversed;
  readonly 'history.redo': Reversed;
}
export type MethodOutput<M extends Method> = MethodOutputs[M];

export function isMethod(name: string): name is Method {
  return Object.hasOwn(methodInputs, name);
}
