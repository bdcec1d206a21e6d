/** What the readers of annotated sets make of a file, before any of it is believed. */
import type { SetLabel } from '#shared/domain/annotated-set.ts';
import type { ShownStatus } from '#shared/domain/occurrence.ts';
import type { Span } from '#shared/text/span.ts';

/** What a file's offsets count. Grapheme clusters are those of UAX 29. */
export type OffsetUnit = 'utf-16' | 'code-point' | 'grapheme' | 'byte';

export interface ReadSpan {
  /** Where in the file: “line 7”, “T3”, “span 2 of line 4”. */
  readonly where: string;
  /** In the document's unit, half-open, just as the file says; may be nonsense. Both NaN where it has words alone. */
  readonly start: number;
  readonly end: number;
  /** Two or more, as the file says. */
  readonly ranges?: readonly Span[] | undefined;
  /** The same place in UTF-16 units of the frozen text, where the file says it in both: the two must agree. */
  readonly utf16?: Span | undefined;
  /** The words that the file says stand there; `null` where it does not say. */
  readonly quote: string | null;
  /** What the file says stands before and after. */
  readonly prefix?: string | undefined;
  readonly suffix?: string | undefined;
  readonly label: string;
  readonly labelName?: string | undefined;
  readonly annotator?: string | undefined;
  readonly note?: string | undefined;
  readonly annotation?: string | undefined;
  readonly passage?: string | undefined;
  readonly made?: string | undefined;
  readonly status?: ShownStatus | undefined;
  readonly coverage?: number | undefined;
  readonly counted?: boolean | undefined;
  readonly own?: boolean | undefined;
  readonly reason?: string | undefined;
}

export interface ReadDocument {
  /** Where in the file: “doc1.ann”, “line 3”. */
  readonly where: string;
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  readonly title?: string | undefined;
  /**
   * The text as the file has it, line ends and all, but for a byte order mark; `null` where it has none: then the spans
   * belong to a document that is known by `id`, `name` or `sha256`.
   */
  readonly text: string | null;
  /**
   * The tokens of each sentence, where the file has these and not the text, which is then `null`: spans count UTF-16
   * units of the text that `writtenText` makes of them, and are placed in whatever text has the same tokens.
   */
  readonly tokens?: readonly (readonly string[])[] | undefined;
  readonly sha256?: string | undefined;
  readonly source?: string | undefined;
  readonly author?: string | undefined;
  readonly date?: string | undefined;
  readonly url?: string | undefined;
  readonly group?: string | undefined;
  /** What the offsets count by the rules of the format. */
  readonly unit: OffsetUnit;
  /** What else they are known to count in files of this format, tried in this order where the words do not fit. */
  readonly otherUnits: readonly OffsetUnit[];
  /** What the quotes of several ranges are joined by. */
  readonly join: string;
  readonly spans: readonly ReadSpan[];
}

export type ReadItem =
  | { readonly type: 'project'; readonly id: string; readonly name: string }
  /** Names of labels; of a codebook, which is a part of the set by itself, also those that nothing bears. */
  | { readonly type: 'labels'; readonly labels: readonly SetLabel[]; readonly isCodebook?: boolean | undefined }
  | { readonly type: 'document'; readonly document: ReadDocument }
  | ReadProblem;

/** Something in the file that could not be read. */
export interface ReadProblem {
  readonly type: 'problem';
  /** File, line, element: “set.jsonl, line 7”. */
  readonly where: string;
  readonly why: string;
  /** Nothing is wrong with it, but a set has no place for it: relations, events, marks of whole texts. */
  readonly kind?: 'not-imported' | undefined;
}

/** @param what “R2 is a relation (Origin)” */
export function notImported(where: string, what: string): ReadProblem {
  return { type: 'problem', where, why: `${what}: not imported`, kind: 'not-imported' };
}

export function problem(where: string, why: string): ReadProblem {
  return { type: 'problem', where, why };
}
