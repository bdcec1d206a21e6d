/** What every format of annotated sets is: what it has a place for, how it is written, how it is read. */
import type { AnnotatedDocument, AnnotatedOccurrence, AnnotatedSet } from '#shared/domain/annotated-set.ts';
import type { LossKind } from './loss.ts';
import type { ReadItem } from './read-document.ts';
import type { SetSource } from './source.ts';

/** What of a document a format may have a place for. */
export type DocumentField = Exclude<keyof AnnotatedDocument, 'occurrences'>;

/** What of an occurrence a format may have a place for, besides its place, its label and whether it counts. */
export type OccurrenceField = Exclude<
  keyof AnnotatedOccurrence,
  'start' | 'end' | 'ranges' | 'label' | 'counted' | 'leads'
>;

/** What a format holds. Whatever is not named here is lost in it, and is told before anything is written. */
export interface Holding {
  readonly project: boolean;
  readonly document: readonly DocumentField[];
  /** Are documents in the file in which nothing is tagged? */
  readonly untagged: boolean;
  readonly occurrence: readonly OccurrenceField[];
  /** Are occurrences in the file that do not count, and marked so? */
  readonly uncounted: boolean;
  /**
   * An occurrence of several ranges: stands there as it is; as one occurrence a range; as one from its start to its end;
   * not at all.
   */
  readonly ranges: 'kept' | 'split' | 'hull' | 'dropped';
  /** Names of labels besides their ids, the keys that tag with them, and labels that nothing in the file bears. */
  readonly labels: { readonly names: boolean; readonly keys: boolean; readonly unused: boolean };
}

/** Something of one document that the format cannot hold, besides what its `Holding` says. */
export interface DocumentLoss {
  readonly kind: LossKind;
  readonly example: string;
}

export interface FittedDocument {
  readonly document: AnnotatedDocument;
  readonly losses: readonly DocumentLoss[];
}

export interface WriteOptions {
  /** Are the documents' texts to be in the file? Formats that cannot do without refuse `false`. */
  readonly text: boolean;
}

/** One file of an export. A format of one file writes one with the path ''. */
export interface SetFile {
  /**
   * Path in the folder or archive, with `/`. In a format of one file: '' for the file itself, and an ending such as
   * `.schema.json` for one that lies beside it, in place of the file's own ending.
   */
  readonly path: string;
  /** Pieces in order; strings are written as UTF-8, none ends within a surrogate pair. Made only when they are asked for. */
  readonly chunks: Iterable<string | Uint8Array> | AsyncIterable<Uint8Array>;
}

export interface SetFormat {
  /** For people: “W3C Web Annotation”. */
  readonly title: string;
  /** What it is for, in a few words: for lists of formats. */
  readonly purpose: string;
  /** Endings of its files, with the dot, the usual one first; of a format of several files, those of its main file. */
  readonly endings: readonly [string, ...(readonly string[])];
  /** One file; several, in a folder or a .zip; or several in an archive with an ending of its own. */
  readonly layout: 'file' | 'files' | 'archive';
  readonly holds: Holding;
  /** May texts be left out? */
  readonly textOptional: boolean;
  /**
   * A document as this format can have it, where that takes more than leaving fields out: spans that must not overlap, or
   * must lie on words. Applied before `holds`, also to what is read back.
   */
  readonly fit?: (document: AnnotatedDocument) => FittedDocument;
  /**
   * The files, in order; documents in the order of the set. Written is `fit(document)` in full where there is a `fit`:
   * `fitted` of write.ts gives it. Occurrences that do not count are not to be written where `holds.uncounted` is false
   * (`writableDocuments` gives the documents so).
   */
  readonly write: (set: AnnotatedSet, options: WriteOptions) => Iterable<SetFile>;
  /**
   * What the files say, in their order: codebook first where there is one. What cannot be read is a problem with its
   * place, and the rest is read. Never throws for what is in the file.
   */
  readonly read?: (source: SetSource) => AsyncIterable<ReadItem>;
  /** Does the file look like this format? Its name and its first 64 KB, or the names in its folder or archive. */
  readonly recognise?: (sample: SetSample) => boolean;
  /** Reports alone: proves that the file opens and shows what it should; `null`, or what is wrong. */
  readonly check?: (source: SetSource, set: AnnotatedSet) => Promise<string | null>;
}

export interface SetSample {
  readonly name: string;
  /** Paths in the folder or archive, at most a thousand; of a single file, its own name alone. */
  readonly paths: readonly string[];
  /** The beginning of the file (the first of the main files), decoded as UTF-8 with U+FFFD for what is none. */
  readonly head: string;
}
