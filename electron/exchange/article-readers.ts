/** Every reader of articles, and which file it takes: by the ending of its name, in any case. */
import type { ArticleReader } from './article-reader.ts';
import type { ArticleRefusal } from './article-refusal.ts';
import type { LineRefusal } from './articles-jsonl/line-refusal.ts';
import { articleLinesReader } from './articles-jsonl/reader.ts';
import { docxReader } from './docx/reader.ts';
import { emlReader } from './eml/reader.ts';
import { epubReader } from './epub/reader.ts';
import { htmlReader } from './html/reader.ts';
import { odtReader } from './odt/reader.ts';
import { pdfReader } from './pdf/reader.ts';
import { plainTextReader } from './plain-text/reader.ts';
import { tableReader } from './table/reader.ts';

/** Files of lines have reasons of their own for refusing one. */
export type AnyArticleReader = ArticleReader<ArticleRefusal | LineRefusal>;

/** Archives and folders are no files to read, but hold some (path-sources.ts). */
export const articleReaders: readonly AnyArticleReader[] = [
  plainTextReader,
  articleLinesReader,
  htmlReader,
  tableReader,
  emlReader,
  docxReader,
  odtReader,
  epubReader,
  pdfReader,
];

/** Endings of all files that are read, with the dot. */
export const articleEndings: readonly string[] = articleReaders.flatMap(({ endings }) => endings);

const byEnding = new Map(articleReaders.flatMap((reader) => reader.endings.map((ending) => [ending, reader] as const)));

/** @param file path or name */
export function articleReaderOf(file: string): AnyArticleReader | undefined {
  return byEnding.get(endingOf(file));
}

/** Unlike the path library, `.txt` alone is an ending too: it is a hidden file, and no article. */
function endingOf(file: string): string {
  return /[^/\\](\.[^./\\]+)$/u.exec(file)?.[1]?.toLowerCase() ?? '';
}
