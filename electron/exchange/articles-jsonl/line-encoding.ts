/** How a file of lines is written, where that is not UTF-8: JSON is UTF-8 (RFC 8259, 8.1), but not all programs know. */
import { err, ok, type Result } from '#shared/text/result.ts';
import type { ArticleRefusal } from '../article-refusal.ts';
import type { ArticleSource, ReadingChoices } from '../article-reader.ts';
import { encodingName } from '../plain-text/charset.ts';
import { detectEncodings } from '../plain-text/detected.ts';
import { binaryKind, brokenUtf8, wideEncoding } from '../plain-text/encoding.ts';
import { streamDecoder } from '../table/text-pieces.ts';

/** Of a file, this many bytes are looked at. */
const bytesLooked = 64 * 1024;

/**
 * The encoding to read the lines in, `null` where it is UTF-8 and whatever is not is refused line by line. Certain is
 * UTF-16 by its byte order mark; what was confirmed counts where the beginning is not UTF-8; where no line of it is that
 * has more than ASCII, it is to be confirmed.
 */
export async function lineEncoding(
  source: ArticleSource,
  { encoding: confirmed }: ReadingChoices,
): Promise<Result<string | null, ArticleRefusal>> {
  const head = await beginning(source);
  const [first, second] = head;
  const wide = wideEncoding(head.length % 2 === 0 ? head : head.subarray(0, -1));
  if (binaryKind(head) !== null || wide === 'UTF-32') return ok(null);
  const wideName = wide === null ? null : wide.includes('little') ? 'utf-16le' : 'utf-16be';
  if (wideName !== null && ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)))
    return ok(wideName);
  const chosen = confirmed === undefined ? null : encodingName(confirmed);
  const { whole } = brokenUtf8(head);
  const brokenLines = linesWithBrokenBytes(head);
  if (wideName === null && brokenLines === 0) return ok(null);
  if (chosen !== null && chosen !== 'utf-8') return ok(chosen);
  // A broken line among good ones is told by its number.
  if (wideName === null && (whole > 0 || brokenLines < 2)) return ok(null);
  const readings = await detectEncodings(head, wideName);
  if (readings.length === 0) return ok(null);
  return err({ type: 'ArticleEncodingUnconfirmed', file: source.file, declared: null, readings });
}

/** The same file as if it were UTF-8. */
export function asUtf8(source: ArticleSource, encoding: string): ArticleSource {
  const pieces = async function* pieces(): AsyncGenerator<Uint8Array> {
    const decode = await streamDecoder(encoding);
    for await (const bytes of source.pieces()) yield Buffer.from(decode(bytes), 'utf8');
    yield Buffer.from(decode(null), 'utf8');
  };
  return { ...source, pieces };
}

/** Up to the last line feed in it, so that no character is cut. */
async function beginning(source: ArticleSource): Promise<Uint8Array> {
  const held: Uint8Array[] = [];
  let length = 0;
  for await (const piece of source.pieces()) {
    held.push(Uint8Array.from(piece.subarray(0, bytesLooked - length)));
    length += piece.length;
    if (length >= bytesLooked) break;
  }
  const head = Buffer.concat(held);
  const end = head.lastIndexOf(0x0a);
  return length < bytesLooked || end === -1 ? head : head.subarray(0, end + 1);
}

function linesWithBrokenBytes(head: Uint8Array): number {
  let [lines, from] = [0, 0];
  while (from < head.length) {
    const feed = head.indexOf(0x0a, from);
    const end = feed === -1 ? head.length : feed;
    if (brokenUtf8(head.subarray(from, end)).broken > 0) lines += 1;
    from = end + 1;
  }
  return lines;
}
