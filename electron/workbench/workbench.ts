/** The workbench: everything that can be done with an open project, with or without a window. */
import type { Group } from '#shared/collation/copies.ts';
import type { PreparedText } from '#shared/collation/prepared-text.ts';
import type { CountRow } from '#shared/contract/rows.ts';
import type { Commit } from '#shared/contract/commit.ts';
import type { Failure } from '#shared/contract/failure.ts';
import type { Method, MethodOutput, ReadOccurrence, ReadOrphan } from '#shared/contract/methods.ts';
import type { AnnotatedSet } from '#shared/domain/annotated-set.ts';
import type { OutsideAlignment } from '#shared/domain/alignment.ts';
import type { Annotation } from '#shared/domain/annotation.ts';
import type { OccurrenceStatus } from '#shared/domain/occurrence.ts';
import type { NewDocument, PackedOriginal } from '#shared/domain/document.ts';
import type { Refusal } from '#shared/domain/refusal.ts';
import type { Result } from '#shared/text/result.ts';
import type { AnnotationImport, AnnotationImportOptions } from './annotations-import/import.ts';
import type { PartlyReversing } from './handlers/history.ts';

/** Shorter shared runs are stock phrases more often than passages (docs/decisions/0007). */
export const passageWords = 5;

export interface DocumentListing {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  /** UTF-16 units. */
  readonly length: number;
  readonly sha256: string;
  /** Who published it, when and where, and who wrote it, as its origin says; empty where nobody said. */
  readonly source: string;
  readonly date: string;
  readonly author: string;
  readonly url: string;
  readonly group: string | null;
}

/** What an importer hands over, with what a thread that reads ahead has found out about it. */
export interface PreparedDocument extends NewDocument {
  /** What `prepareText` says of the text: found out when it is brought in, where it is not given. */
  readonly prepared?: PreparedText | undefined;
  /** What `packOriginal` makes of the file's own bytes; they need not be there then. */
  readonly packed?: PackedOriginal | undefined;
}

export interface ImportedDocument {
  /** The document's name in the project. */
  readonly document: string;
  readonly documentId: string;
  readonly status: 'added' | 'already there';
  /** What there is to say about it; may be empty. */
  readonly reason: string;
  /** The name of the document that it is a changed version of. */
  readonly versionOf?: string;
}

export interface ImportedAlignments {
  readonly imported: number;
  /** Those that were in the project already. */
  readonly known: number;
}

export interface ListedAnnotation extends Omit<Annotation, 'id'> {
  readonly annotation: string;
  readonly occurrences: readonly ReadOccurrence[];
}

export interface AnnotationFilter {
  /** A document's id: annotations with an occurrence in it. */
  readonly document?: string | undefined;
  readonly label?: string | undefined;
  readonly annotator?: string | undefined;
}

export type CountLine = Pick<CountRow, 'label' | 'passages' | 'occurrences' | 'pending'>;

/** A line for every label, also where nothing is counted. */
export interface Counts {
  readonly labels: readonly CountLine[];
  readonly documents: readonly { readonly document: string; readonly labels: readonly CountLine[] }[];
}

/** A stretch of wording that stands in several places; offsets UTF-16, half-open. */
export interface ListedPassage {
  /** Words that every copy has in common with the first occurrence, at the least. */
  readonly words: number;
  /** True where it was found to be a publisher's standing line. */
  readonly boilerplate: boolean;
  /** The exemplar first; the status of each other occurrence is that of a copy of it. */
  readonly occurrences: readonly {
    readonly document: string;
    readonly start: number;
    readonly end: number;
    readonly status: OccurrenceStatus;
  }[];
}

/** A place where two documents differ, as seen from the first; offsets UTF-16, half-open. */
export interface ListedVariant {
  readonly kind: 'insertion' | 'omission' | 'substitution';
  readonly document: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly against: string;
  readonly againstStart: number;
  readonly againstEnd: number;
  readonly againstText: string;
  /** Whether the other document has these words too, in another order. */
  readonly moved: boolean;
}

export interface ListedEvent {
  readonly seq: number;
  readonly id: string;
  readonly type: string;
  readonly version: number;
  readonly clock: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly actor: string;
  readonly writer: string;
  readonly act: string;
  readonly reverses: string;
  readonly previous: string;
  readonly hash: string;
  readonly payload: unknown;
}

export interface Workbench {
  readonly path: string;
  /**
   * Every call of the contract. The input is checked here, whoever sends it.
   * @param as the annotator's name; the project's own where absent
   */
  readonly call: <M extends Method>(method: M, input: unknown, as?: string) => Result<MethodOutput<M>, Failure>;
  /**
   * Brings documents in as one act, each of them or none.
   * @param act the act they belong to, a UUIDv7 of the caller's, where an import comes in several calls: one undo then
   * takes back all of them. Refused (`ImportUndone`) once that has happened.
   */
  readonly importDocuments: (
    documents: readonly PreparedDocument[],
    as?: string,
    act?: string,
  ) => Result<readonly ImportedDocument[], Failure>;
  /**
   * Brings in alignments that another program found, held against the texts already (UTF-16), all or none.
   * @param origin the name of the file they were read from
   * @param act as for `importDocuments`
   */
  readonly importAlignments: (
    origin: string,
    alignments: readonly OutsideAlignment[],
    as?: string,
    act?: string,
  ) => Result<ImportedAlignments, Failure>;
  /**
   * Begins to bring in another program's annotations, which are then taken part by part. Refused at once where the
   * annotator's name is none.
   */
  readonly importAnnotations: (options: AnnotationImportOptions) => Result<AnnotationImport, Failure>;
  /** What an import of documents would answer, each in its turn after those before it; nothing is written. */
  readonly previewDocuments: () => (document: PreparedDocument) => ImportedDocument;
  readonly documents: () => readonly DocumentListing[];
  /** Id, name, or an unambiguous beginning of either. */
  readonly resolveDocument: (text: string) => Result<DocumentListing, Refusal>;
  /** Id or an unambiguous beginning of it. */
  readonly resolveAnnotation: (text: string) => Result<string, Refusal>;
  readonly annotations: (filter?: AnnotationFilter) => readonly ListedAnnotation[];
  readonly counts: () => Counts;
  readonly passages: (minWords: number) => Iterable<ListedPassage>;
  /**
   * Where a document differs from another; without one, from every sibling in its group, or if it has none from every
   * document it shares a stretch with, the best first.
   */
  readonly variants: (document: string, against?: string) => readonly ListedVariant[];
  readonly groups: () => readonly Group[];
  /** Brings copy finding in step with the documents, at most so many; returns whether all is done. */
  readonly settle: (most?: number) => boolean;
  /** How many documents copy finding has yet to take in or to forget. */
  readonly unsettled: () => number;
  /** How many events undo or redo would take back. */
  readonly reversalSize: (way: 'undo' | 'redo') => number;
  /** Undo or redo of an act of thousands of events, as one act in several transactions. */
  readonly reverseInParts: (
    way: 'undo' | 'redo',
    parts: PartlyReversing,
    as?: string,
  ) => Result<MethodOutput<'history.undo'>, Failure>;
  readonly overview: () => { readonly documents: number; readonly groups: number; readonly sharedPassages: number };
  /** The frozen text; throws for a document that is not there. */
  readonly text: (document: string) => string;
  /** The project as exporters take it, read anew on each walk. */
  /** Annotations that wait to be placed in this document, a newer version of an article, or in any. */
  readonly orphans: (document?: string) => readonly ReadOrphan[];
  /** The file that it was read from, byte for byte; `null` where the text alone tells it, or it was never kept. */
  readonly original: (document: string) => Uint8Array | null;
  readonly annotatedSet: () => AnnotatedSet;
  /** The same as it is now, whatever others write until it is let go. Nothing can be written with this workbench before. */
  readonly holdAnnotatedSet: () => { readonly set: AnnotatedSet; readonly letGo: () => void };
  /** Oldest first, in the order of replay. */
  readonly log: () => readonly ListedEvent[];
  readonly rebuild: () => { readonly events: number; readonly differed: readonly string[] };
  /** Makes what has been done so far the project's beginning: undo does not go behind it. */
  readonly found: () => void;
  readonly saveCopy: (path: string) => Promise<Result<null, Failure>>;
  /** Returns the function that ends the subscription. */
  readonly onCommit: (listener: (commit: Commit) => void) => () => void;
  /**
   * Looks for what other processes and threads wrote and tells the listeners; a part of it where it is much, and the
   * next part with the next call. Returns whether that was all.
   */
  readonly catchUp: () => boolean;
  readonly close: () => void;
}
