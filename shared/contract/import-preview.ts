/** What an import would bring in, for a look at it before it is begun. */
import type { Failure } from './failure.ts';

/** `changed`: another text under the address of a document that is there; it comes in as a document of its group. */
export type PreviewStatus = 'new' | 'there' | 'changed' | 'refused';

/** One article, or one file that is refused. */
export interface PreviewedArticle {
  /** Which of the chosen files, folders and archives it is from, counted from 0. */
  readonly file: number;
  /** The way in that folder or archive, “/2024/story.txt”; empty where the file was chosen itself. */
  readonly inside: string;
  /** Line or record of the file, from 1; 0 where the file is one article, or is refused as a whole. */
  readonly line: number;
  /** What the document would be called; of what is refused the name of the file. */
  readonly name: string;
  readonly title: string;
  /** The file's ending without the dot, in lower case. */
  readonly kind: string;
  /** UTF-16 units; 0 where there is no text. */
  readonly length: number;
  /** By the name of the Encoding Standard; empty where there is no text. */
  readonly encoding: string;
  readonly source: string;
  readonly author: string;
  readonly date: string;
  readonly url: string;
  readonly status: PreviewStatus;
  /** Why it is refused, what it is a changed version or a copy of; may be empty. */
  readonly sentence: string;
  /** What was changed or left out on the way, as sentences. */
  readonly notes: readonly string[];
  /** Of a file that is refused until its encoding is confirmed: ways to read it, the likeliest first. */
  readonly encodings: readonly { readonly encoding: string; readonly excerpt: string }[];
  /** Of a table that is refused until its columns are chosen: their names, and its first records cell by cell. */
  readonly columns: { readonly names: readonly string[]; readonly rows: readonly (readonly string[])[] } | null;
}

export type PreviewTotals = Readonly<Record<PreviewStatus, number>>;

export interface ImportPreview {
  /** The first ones, and of the others some of those that ask for an encoding or for columns. */
  readonly rows: readonly PreviewedArticle[];
  readonly totals: PreviewTotals;
  /** UTF-16 units of all texts that would come in. */
  readonly length: number;
  readonly ending: 'complete' | 'cancelled' | Failure;
}
