/** A file of articles, one JSON object a line, read as a stream. */
import { closeSync, constants, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { err, ok, type Result } from '#shared/text/result.ts';
import type { ArticleRefusal } from '../article-refusal.ts';
import { irregularFile, unreadableFile } from '../file-refusal.ts';
import { binaryKind, wideEncoding } from '../plain-text/encoding.ts';
import { readByteLines } from './byte-lines.ts';
import { hasArticleLinesEnding } from './ending.ts';
import { withoutMark } from './line-object.ts';
import { lineSizeLimit, type LineRefusal } from './line-refusal.ts';
import { parseLine, type ParsedLine } from './parse-line.ts';

export interface ArticleLine {
  /** From 1; 0 where it is the file that is refused. */
  readonly line: number;
  /** How much of the file has been read, 0…1. */
  readonly share: number;
  readonly article: Result<ParsedLine, LineRefusal | ArticleRefusal>;
}

export interface LineLimits {
  /** The longest line that is read, in bytes. */
  readonly lineSize: number;
  /** How much is read at a time, in bytes. */
  readonly chunkSize: number;
}

const usualLimits: LineLimits = { lineSize: lineSizeLimit, chunkSize: 256 * 1024 };

/**
 * Every article of a .jsonl or .ndjson file in turn, and every line that is refused, with the reason. Blank lines are
 * passed over. A file that cannot be read, or is no text at all, is one refusal, with `line` 0, and the end; it may
 * come after some articles, if the disk fails between. Never holds more than a chunk and one line, as bytes and as
 * text; a line above the limit is refused without being held. Synchronous; closes the file also when it is left early.
 * @param path absolute, or relative to the process's folder
 */
export function* readArticleLines(path: string, limits: Partial<LineLimits> = {}): Generator<ArticleLine> {
  const { lineSize, chunkSize } = { ...usualLimits, ...limits };
  let descriptor: number | undefined;
  try {
    const opened = openLines(path);
    if (!opened.ok) {
      yield refusedFile(opened.error);
      return;
    }
    ({ descriptor } = opened.value);
    let isBlank = true;
    for (const { number, end, length, bytes } of readByteLines(descriptor, lineSize, chunkSize)) {
      const article =
        bytes === null
          ? err({ type: 'LineTooLong', file: path, line: number, size: length, limit: lineSize } as const)
          : parseLine(path, number, number === 1 ? withoutMark(bytes) : bytes);
      if (article === null) continue;
      isBlank = false;
      yield { line: number, share: Math.min(1, end / opened.value.size), article };
    }
    if (isBlank) yield refusedFile({ type: 'ArticleBlank', file: path });
  } catch (error) {
    yield refusedFile(unreadableFile(path, error));
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

function openLines(file: string): Result<{ readonly descriptor: number; readonly size: number }, ArticleRefusal> {
  const irregular = irregularFile(file, statSync(file));
  if (irregular !== null) return err(irregular);
  if (!hasArticleLinesEnding(file)) return err({ type: 'ArticleUnknownEnding', file });
  const descriptor = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  const stats = fstatSync(descriptor);
  // What was looked at may have been replaced by something else before it was opened.
  const refused = irregularFile(file, stats) ?? noLines(file, descriptor, stats.size);
  if (refused === null) return ok({ descriptor, size: stats.size });
  closeSync(descriptor);
  return err(refused);
}

/** What has no lines at all is refused once and not line by line. */
function noLines(file: string, descriptor: number, size: number): ArticleRefusal | null {
  if (size === 0) return { type: 'ArticleEmpty', file };
  const head = Buffer.alloc(Math.min(size, 4096));
  const beginning = head.subarray(0, readSync(descriptor, head, 0, head.length, 0));
  const kind = binaryKind(beginning);
  if (kind !== null) return { type: 'ArticleNotText', file, kind };
  const encoding = wideEncoding(beginning);
  return encoding === null ? null : { type: 'ArticleNotUtf8', file, encoding };
}

function refusedFile(refusal: ArticleRefusal): ArticleLine {
  return { line: 0, share: 1, article: err(refusal) };
}
