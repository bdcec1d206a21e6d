/** What every reader of articles does at the end: the text is frozen, the origin is written down. */
import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { NewDocument } from '#shared/domain/document.ts';
import { err, ok, type Result } from '#shared/text/result.ts';
import { articleSizeLimit, type ArticleRefusal } from '../article-refusal.ts';
import type { ReadArticle } from '../article-reader.ts';
import { freezeText } from './freeze.ts';
import { shortTitle, titleOf } from './title.ts';

/** What an article says of itself, as it was found; what is no line of text is left out. */
export interface ArticleFacts {
  readonly title?: string | undefined;
  readonly identifier?: string | undefined;
  readonly author?: string | undefined;
  readonly source?: string | undefined;
  readonly date?: string | undefined;
  readonly url?: string | undefined;
}

export interface RawArticle {
  /** The name the user knows; the document is called by its last part. */
  readonly file: string;
  /** With its byte order mark, if it had one. */
  readonly text: string;
  readonly encoding: string;
  readonly facts: ArticleFacts;
  readonly notes: readonly string[];
  /** The file's own bytes. */
  readonly bytes: Uint8Array;
  /** The text as UTF-8 is not the file: markup, or packed. */
  readonly isMarkup: boolean;
}

const factLength = 1000;

/** Freezes an article that is a file of its own. */
export function frozenArticle(
  raw: RawArticle,
): Result<{ document: NewDocument; notes: readonly string[] }, ArticleRefusal> {
  const { file, facts } = raw;
  if (raw.text.length > articleSizeLimit) return err({ type: 'ArticleTooLarge', file, size: raw.text.length });
  const frozen = freezeText(raw.text);
  if (!frozen.ok) return err(notFrozen(file, raw.text, frozen.error));
  const { text, byteOrderMark, lineEnds } = frozen.value;
  const name = basename(file).toWellFormed();
  const hasMoreBytes = raw.isMarkup || raw.encoding !== 'utf-8' || byteOrderMark || !['lf', 'none'].includes(lineEnds);
  const original = hasMoreBytes ? createHash('sha256').update(raw.bytes).digest('hex') : undefined;
  const title = shortTitle(factOf(facts.title) ?? '');
  return ok({
    document: {
      name,
      title: title === '' ? titleOf(file, text) : title,
      text,
      origin: {
        file: name,
        encoding: raw.encoding,
        byteOrderMark,
        lineEnds,
        ...originFacts(facts),
        ...(original === undefined ? {} : { original }),
      },
      ...(hasMoreBytes ? { original: raw.bytes } : {}),
    },
    notes: raw.notes,
  });
}

/** The same as what a reader gives of a file that is one article. */
export function readWhole(raw: RawArticle): ReadArticle {
  return { line: 0, share: 1, article: frozenArticle(raw) };
}

export function refusedWhole(refusal: ArticleRefusal): ReadArticle {
  return { line: 0, share: 1, article: err(refusal) };
}

/** Why a decoded text cannot be frozen, with the line. */
export function notFrozen(file: string, text: string, reason: 'nul' | 'half character' | 'blank'): ArticleRefusal {
  if (reason === 'blank') return { type: 'ArticleBlank', file };
  const at = reason === 'nul' ? text.indexOf('\u0000') : firstHalf(text);
  const line = text.slice(0, at).split(/\r\n|\r|\n/).length;
  return { type: reason === 'nul' ? 'ArticleHoldsNul' : 'ArticleHalfCharacter', file, line };
}

function firstHalf(text: string): number {
  return text.search(/[\ud800-\udfff]/u);
}

/** Everything but the title, as an origin has it. */
export function originFacts({ identifier, author, source, date, url }: ArticleFacts) {
  const given = { identifier: factOf(identifier), author: factOf(author), source: factOf(source), date: factOf(date) };
  const address = webAddress(url);
  return {
    ...(given.identifier === undefined ? {} : { identifier: given.identifier }),
    ...(given.source === undefined ? {} : { source: given.source }),
    ...(given.date === undefined ? {} : { date: given.date }),
    ...(given.author === undefined ? {} : { author: given.author }),
    ...(address === undefined ? {} : { url: address }),
  };
}

/** One line of text, or nothing. */
export function factOf(given: string | undefined | null): string | undefined {
  if (given === undefined || given === null || given.length > 10 * factLength || !given.isWellFormed())
    return undefined;
  const line = given.replace(/[\s\p{Z}\p{Cc}\ufeff]+/gu, ' ').trim();
  return line === '' || line.length > factLength ? undefined : line;
}

/** Only addresses of the web, whole ones, without the credentials that somebody may have left in them. */
export function webAddress(given: string | undefined | null): string | undefined {
  const line = factOf(given);
  if (line === undefined || !/^https?:\/\//iu.test(line) || !URL.canParse(line)) return undefined;
  const url = new URL(line);
  url.username = '';
  url.password = '';
  return url.href;
}
