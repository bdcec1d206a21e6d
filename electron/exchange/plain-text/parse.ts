/** Plain text and Markdown as articles: the bytes are decoded strictly and frozen as they are. */
import { basename } from 'node:path';
import type { NewDocument } from '#shared/domain/document.ts';
import { err, ok, type Result } from '#shared/text/result.ts';
import { articleSizeLimit, type ArticleRefusal } from '../article-refusal.ts';
import { binaryKind, firstBrokenByte, isHalfCharacter, looksBinary, wideEncoding } from './encoding.ts';
import { hasArticleEnding } from './ending.ts';
import { freezeText } from './freeze.ts';
import { titleOf } from './title.ts';

/**
 * Reads an article from the bytes of a .txt or .md file. One byte order mark is dropped and line ends become LF;
 * nothing else is changed, and the origin records both. Refused: what is not UTF-8 in the strict sense of RFC 3629
 * (overlong forms and surrogates written as three bytes, as CESU-8 has them, are not), NUL, and blank files. What
 * is accepted therefore holds no lone surrogate, and comes back from UTF-8 as it went in.
 * @param file path or name; the document is called by its last part
 */
export function parseArticle(file: string, bytes: Uint8Array): Result<NewDocument, ArticleRefusal> {
  if (!hasArticleEnding(file)) return err({ type: 'ArticleUnknownEnding', file });
  if (bytes.length > articleSizeLimit) return err({ type: 'ArticleTooLarge', file, size: bytes.length });
  if (bytes.length === 0) return err({ type: 'ArticleEmpty', file });
  const decoded = decodeUtf8(bytes);
  const frozen = decoded === null ? null : freezeText(decoded);
  if (frozen === null || (!frozen.ok && frozen.error !== 'blank')) return err(notText(file, bytes, decoded));
  if (!frozen.ok) return err({ type: 'ArticleBlank', file });
  const { text, byteOrderMark, lineEnds } = frozen.value;
  const name = basename(file).toWellFormed();
  return ok({
    name,
    title: titleOf(file, text),
    text,
    origin: { file: name, encoding: 'utf-8', byteOrderMark, lineEnds },
  });
}

/** The text with its byte order mark, or `null` where the bytes are not UTF-8. */
function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** Says as exactly as can be told what the bytes are instead. @param decoded the text if it is UTF-8 with a NUL in it */
function notText(file: string, bytes: Uint8Array, decoded: string | null): ArticleRefusal {
  const kind = binaryKind(bytes);
  if (kind !== null) return { type: 'ArticleNotText', file, kind };
  const encoding = wideEncoding(bytes);
  if (encoding !== null) return { type: 'ArticleNotUtf8', file, encoding };
  const byte = decoded === null ? firstBrokenByte(bytes) : bytes.indexOf(0);
  const line = lineOf(bytes, byte);
  if (decoded !== null) return { type: 'ArticleHoldsNul', file, line };
  if (isHalfCharacter(bytes, byte)) return { type: 'ArticleHalfCharacter', file, line };
  if (looksBinary(bytes)) return { type: 'ArticleNotText', file, kind: 'a binary file' };
  const shown = [...bytes.subarray(byte, byte + 4)].map((value) => value.toString(16).toUpperCase().padStart(2, '0'));
  return { type: 'ArticleBrokenUtf8', file, line, byte, bytes: shown.join(' ') };
}

/** Number of the line, from 1, in which a byte lies. */
function lineOf(bytes: Uint8Array, offset: number): number {
  let line = 1;
  for (let at = 0; at < offset; at += 1) {
    if (bytes[at] === 0x0a || (bytes[at] === 0x0d && bytes[at + 1] !== 0x0a)) line += 1;
  }
  return line;
}
