/**
 * JSON Lines as a reader of articles, for where they lie in an archive or are not UTF-8: piece by piece, whatever they
 * come from.
 */
import { err, ok } from '#shared/text/result.ts';
import type { ArticleReader, ArticleSource, ReadArticle, ReadingChoices } from '../article-reader.ts';
import type { ArticleRefusal } from '../article-refusal.ts';
import { binaryKind, wideEncoding } from '../plain-text/encoding.ts';
import { asUtf8, lineEncoding } from './line-encoding.ts';
import { withoutMark } from './line-object.ts';
import { lineSizeLimit, type LineRefusal } from './line-refusal.ts';
import { parseLine } from './parse-line.ts';

type Read = ReadArticle<ArticleRefusal | LineRefusal>;

export const articleLinesReader: ArticleReader<ArticleRefusal | LineRefusal> = {
  endings: ['.jsonl', '.ndjson'],
  read: readEncoded,
};

async function* readEncoded(source: ArticleSource, choices: ReadingChoices): AsyncGenerator<Read> {
  const encoding = await lineEncoding(source, choices);
  if (!encoding.ok) yield refusedFile(encoding.error);
  else if (encoding.value === null) yield* readLines(source, lineSizeLimit);
  else {
    const { value } = encoding;
    for await (const line of readLines(asUtf8(source, value), lineSizeLimit)) yield writtenIn(value, line);
  }
}

function writtenIn(encoding: string, line: Read): Read {
  if (!line.article.ok) return line;
  const { document, notes } = line.article.value;
  const origin = { ...document.origin, encoding };
  const lost = document.text.includes('\ufffd')
    ? [`Not every byte of it is a character of ${encoding}: what could not be read is shown as “\ufffd”.`]
    : [];
  return { ...line, article: ok({ document: { ...document, origin }, notes: [...notes, ...lost] }) };
}

/** The same articles and refusals as `readArticleLines` gives. @param limit the longest line that is read, in bytes */
export async function* readLines(source: ArticleSource, limit: number): AsyncGenerator<Read> {
  const { file, size } = source;
  let isBlank = true;
  for await (const { number, length, end, bytes, head } of byteLines(source, limit)) {
    const refused = head === null ? null : noLines(file, head);
    if (refused !== null) {
      yield refusedFile(refused);
      return;
    }
    const article =
      bytes === null
        ? err({ type: 'LineTooLong', file, line: number, size: length, limit } as const)
        : parseLine(file, number, number === 1 ? withoutMark(bytes) : bytes);
    if (article === null) continue;
    isBlank = false;
    yield { line: number, share: Math.min(1, end / Math.max(1, size)), article };
  }
  if (isBlank) yield refusedFile({ type: size === 0 ? 'ArticleEmpty' : 'ArticleBlank', file });
}

interface PiecedLine {
  readonly number: number;
  /** Without the line feed, in bytes. */
  readonly length: number;
  /** Just after the line, in bytes from the beginning of the file. */
  readonly end: number;
  /** `null` where the line is longer than the limit. */
  readonly bytes: Uint8Array | null;
  /** The beginning of the file, with its first line. */
  readonly head: Uint8Array | null;
}

async function* byteLines(source: ArticleSource, limit: number): AsyncGenerator<PiecedLine> {
  let held: Uint8Array[] = [];
  let [length, number, end] = [0, 0, 0];
  let head: Uint8Array | null = null;
  const hold = (bytes: Uint8Array): void => {
    length += bytes.length;
    if (length <= limit) held.push(bytes);
    else held = [];
  };
  const line = (): PiecedLine => {
    number += 1;
    const bytes = length > limit ? null : Buffer.concat(held);
    const given = { number, length, end, bytes, head: number === 1 ? head : null };
    [held, length] = [[], 0];
    return given;
  };
  for await (const piece of source.pieces()) {
    head ??= Uint8Array.from(piece.subarray(0, 4096));
    let from = 0;
    for (let feed = piece.indexOf(0x0a); feed !== -1; feed = piece.indexOf(0x0a, from)) {
      hold(piece.subarray(from, feed));
      end += feed + 1 - from;
      from = feed + 1;
      yield line();
    }
    // A piece need not stay as it is.
    if (from < piece.length) hold(Uint8Array.from(piece.subarray(from)));
    end += piece.length - from;
  }
  if (length > 0) yield line();
}

/** What has no lines at all is refused once and not line by line. */
function noLines(file: string, head: Uint8Array): ArticleRefusal | null {
  const kind = binaryKind(head);
  if (kind !== null) return { type: 'ArticleNotText', file, kind };
  const encoding = wideEncoding(head);
  return encoding === null ? null : { type: 'ArticleNotUtf8', file, encoding };
}

function refusedFile(refusal: ArticleRefusal): Read {
  return { line: 0, share: 1, article: err(refusal) };
}
