/** Every article of what lies at a path, in order, by the reader that each file's ending asks for. */
import { extname } from 'node:path';
import type { ArticleSource, ReadingChoices } from './article-reader.ts';
import { articleReaderOf } from './article-readers.ts';
import { hasArticleLinesEnding } from './articles-jsonl/ending.ts';
import { lineEncoding } from './articles-jsonl/line-encoding.ts';
import { readArticleLines } from './articles-jsonl/read.ts';
import { SourceRefused } from './file-source.ts';
import { isArchiveName, isFolder, sourcesAt, type PathSource } from './path-sources.ts';
import type { ReadLine } from './read-line.ts';
import { faultOf, type ReaderFailure, type ReadRefusal } from './read-refusal.ts';

/**
 * What somebody decided after seeing the preview, by path as it is given to `readArticles`; of a file in a folder or an
 * archive by that path and the way in it, “/home/anna/stories.zip/2024/story.txt”. What is said of a folder or an archive
 * itself goes for all in it.
 */
export type PathChoices = Readonly<Record<string, ReadingChoices>>;

export interface ReadingOptions {
  readonly choices?: PathChoices;
  /** Files at the path that come before this one are passed over; see `EntryLine`. */
  readonly from?: number;
  /** What befell an earlier reader of the file: then it is refused for that and not read. */
  readonly failed?: (entry: number) => ReaderFailure | undefined;
  /** Told before each file is opened, and with -1 before it is known what lies at the path. */
  readonly onEntry?: (entry: number) => void;
}

export interface EntryLine extends ReadLine {
  /** Which of the files at the path, from 0; -1 where it is the path that is refused for what befell a reader. */
  readonly entry: number;
}

/** Is what lies there read by a reader that can neither hang nor take much memory? */
export function isReadAtOnce(path: string): boolean {
  return ['.txt', '.md', '.markdown', '.jsonl', '.ndjson'].includes(extname(path).toLowerCase()) && !isFolder(path);
}

/** Does what lies there hold one article, as far as its name tells? */
export function holdsOneArticle(path: string): boolean {
  const many = ['.jsonl', '.ndjson', '.csv', '.tsv', '.tab'].includes(extname(path).toLowerCase());
  return !many && !isArchiveName(path) && !isFolder(path);
}

/** Articles and refusals; never throws for anything that lies in a file. */
export async function* readArticles(
  path: string,
  { choices = {}, from = -1, failed = () => undefined, onEntry = () => undefined }: ReadingOptions = {},
): AsyncGenerator<EntryLine> {
  const atPath = failed(-1);
  if (atPath !== undefined) {
    yield { ...refused({ ...atPath, file: path }), entry: -1 };
    return;
  }
  onEntry(-1);
  let entry = -1;
  for await (const found of sourcesAt(path)) {
    entry += 1;
    if (entry < from) continue;
    if (!found.ok) {
      yield { ...refused(found.error), entry };
      continue;
    }
    const { source, share } = found.value;
    const failure = failed(entry);
    if (failure !== undefined) {
      yield { ...refused({ ...failure, file: source.file }, share.to), entry };
      continue;
    }
    onEntry(entry);
    for await (const line of linesOf(found.value, choicesFor(choices, path, found.value))) yield { ...line, entry };
  }
}

function choicesFor(choices: PathChoices, path: string, { source, within }: PathSource): ReadingChoices {
  if (within === null) return choices[path] ?? {};
  return choices[path + source.file.slice(source.file.indexOf('/'))] ?? choices[path] ?? {};
}

async function* linesOf(
  { source, within, share, isPacked }: PathSource,
  choices: ReadingChoices,
): AsyncGenerator<ReadLine> {
  try {
    if (within === null && hasArticleLinesEnding(source.file) && (await areUtf8Lines(source, choices))) {
      // Without a turn for each piece: a file of a million lines is read as fast as the disk gives it.
      yield* readArticleLines(source.file);
      return;
    }
    if (isPacked && isArchiveName(source.file)) {
      yield refused({ type: 'ArchiveInArchive', file: source.file }, share.to);
      return;
    }
    const reader = articleReaderOf(source.file);
    if (reader === undefined) {
      yield refused({ type: 'ArticleUnknownEnding', file: source.file }, share.to);
      return;
    }
    for await (const line of reader.read(source, choices)) {
      yield { ...placed(line, within), share: share.from + (share.to - share.from) * line.share };
    }
  } catch (error) {
    const refusal = error instanceof SourceRefused ? error.refusal : { ...faultOf(error), file: source.file };
    yield refused(refusal, share.to);
  }
}

async function areUtf8Lines(source: ArticleSource, choices: ReadingChoices): Promise<boolean> {
  // What cannot be opened is refused by whoever reads it.
  if (source.size === 0) return true;
  const encoding = await lineEncoding(source, choices);
  return encoding.ok && encoding.value === null;
}

/** With the folder or archive it came from, where the reader has not said it. */
function placed(line: ReadLine, within: string | null): ReadLine {
  const { article } = line;
  if (!article.ok || within === null || article.value.document.origin.within !== undefined) return line;
  const { document, notes } = article.value;
  const origin = { ...document.origin, within: within.toWellFormed() };
  return { ...line, article: { ok: true, value: { document: { ...document, origin }, notes } } };
}

function refused(refusal: ReadRefusal, share = 1): ReadLine {
  return { line: 0, share, article: { ok: false, error: refusal } };
}
