/** What bringing in another program's annotations is: asked part by part, one act, told as a whole. */
import type { ReadItem } from '#electron/exchange/set/read-document.ts';
import type { Failure } from '#shared/contract/failure.ts';
import type { Result } from '#shared/text/result.ts';

export interface AnnotationImportOptions {
  /** The file's own name, for the record. */
  readonly file: string;
  /** The act that all of it is, a UUIDv7 of the caller's: one undo takes back all. */
  readonly act: string;
  /** Who annotated what the file does not attribute; the project's own annotator where absent. */
  readonly annotator?: string | undefined;
  /** May spans be put where they were found, though the file says another place? Else they are refused. */
  readonly repairs: boolean;
  /** Documents that the project lacks: are they to come in? Else their annotations are placed by collation or refused. */
  readonly newDocuments: boolean;
  /**
   * Looks at everything and writes nothing. Spans come out as they would, but for those of a document that the file has
   * in two places, and only in the first with its text, where that is to come in.
   */
  readonly dryRun: boolean;
}

export interface ImportProblem {
  /** File, line, element: “set.jsonl, span 2 of line 4”. */
  readonly where: string;
  readonly why: string;
}

/** How a document of the file was found in the project. */
export type MatchedBy = 'hash' | 'name' | 'collation' | 'new';

export interface AnnotationImportSummary {
  /** Documents of the file that were found in the project, or came in. */
  readonly documents: number;
  readonly matched: Readonly<Record<MatchedBy, number>>;
  /** Documents of the file whose text the project lacks. */
  readonly lacking: number;
  /** Annotations that are in the project now and were not before, and those that stood there already. */
  readonly annotations: number;
  readonly joined: number;
  readonly spans: { readonly ok: number; readonly repaired: number; readonly rejected: number };
  /** Of the rejected ones, those that a repair would place. */
  readonly repairable: number;
  /** Lines, elements or entries that could not be read at all: the file is not whole. */
  readonly broken: number;
  /** Names of labels that the codebook lacked. */
  readonly newLabels: readonly string[];
  /** What was repaired and how, and what was refused and why: the first thousand. */
  readonly repairs: readonly ImportProblem[];
  readonly problems: readonly ImportProblem[];
  readonly problemCount: number;
}

export interface AnnotationImport {
  /** Takes some items of the file, in its order, in one transaction. */
  readonly take: (items: readonly ReadItem[]) => Result<null, Failure>;
  /** After the last: writes what waited for more of the file. */
  readonly end: () => Result<AnnotationImportSummary, Failure>;
  readonly summary: () => AnnotationImportSummary;
}
