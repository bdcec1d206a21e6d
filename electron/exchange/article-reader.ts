/** What every reader of articles is: bytes of one file in, one article or many out, each of them or the reason why not. */
import type { NewDocument } from '#shared/domain/document.ts';
import type { Result } from '#shared/text/result.ts';
import type { ArticleRefusal } from './article-refusal.ts';

/** Which columns of a table are what. Names as in its header, or “1”, “2”, … where it has none. */
export interface TableColumns {
  readonly text: string;
  readonly title?: string | undefined;
  readonly identifier?: string | undefined;
  readonly source?: string | undefined;
  readonly author?: string | undefined;
  readonly date?: string | undefined;
  readonly url?: string | undefined;
}

/** What somebody decided about a file after seeing the preview. */
export interface ReadingChoices {
  /** Name of the encoding (as the Encoding Standard calls it) that was confirmed for a file that is not UTF-8. */
  readonly encoding?: string | undefined;
  readonly columns?: TableColumns | undefined;
}

/** A file, or an entry of an archive. */
export interface ArticleSource {
  /** Its name as the user knows it: “story.docx”, or “stories.zip/2024/story.docx”. */
  readonly file: string;
  /** In bytes; readers that hold a file whole refuse above `articleSizeLimit`. */
  readonly size: number;
  readonly bytes: () => Promise<Uint8Array>;
  /** The same piece by piece, for files of many articles. */
  readonly pieces: () => AsyncIterable<Uint8Array>;
}

/** `R` says why not: of files of lines, each line has reasons of its own. */
export interface ReadArticle<R = ArticleRefusal> {
  /** Line or record of the file, from 1; 0 where the file is one article, or is refused as a whole. */
  readonly line: number;
  /** How much of the file has been read, 0…1. */
  readonly share: number;
  readonly article: Result<
    {
      readonly document: NewDocument;
      /** What was changed or left out on the way, as sentences: “12 hyphens at line ends were taken out.” */
      readonly notes: readonly string[];
    },
    R
  >;
}

export interface ArticleReader<R = ArticleRefusal> {
  /** Endings of file names, with the dot, in lower case. */
  readonly endings: readonly string[];
  /** Refusals are data; whatever is thrown is a bug, and is told as one. */
  readonly read: (source: ArticleSource, choices: ReadingChoices) => AsyncIterable<ReadArticle<R>>;
}
