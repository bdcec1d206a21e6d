/** A file of any size as text, piece by piece, once its encoding is certain or was confirmed. */
import { err, ok, type Result } from '#shared/text/result.ts';
import { articleSizeLimit, type ArticleRefusal } from '../article-refusal.ts';
import type { ArticleSource, ReadingChoices } from '../article-reader.ts';
import { encodingName } from '../plain-text/charset.ts';
import { decodeCertain, decodeText } from '../plain-text/decode.ts';

export interface TextPiece {
  /** Well-formed, with the line ends of the file. */
  readonly text: string;
  /** How much of the file has been read, 0…1. */
  readonly share: number;
}

export interface PiecedText {
  readonly encoding: string;
  readonly byteOrderMark: boolean;
  readonly notes: readonly string[];
  /** May be gone through more than once. */
  readonly pieces: () => AsyncIterable<TextPiece>;
}

const pieceLength = 256 * 1024;
/** Around the first bytes that are not UTF-8, this many are looked at. */
const windowSize = 256 * 1024;

/** A file that an article could be is decoded whole; of a larger one only pieces are held. */
export async function piecedText(
  source: ArticleSource,
  { encoding: confirmed }: ReadingChoices,
): Promise<Result<PiecedText, ArticleRefusal>> {
  if (source.size === 0) return err({ type: 'ArticleEmpty', file: source.file });
  return source.size <= articleSizeLimit ? heldText(source, confirmed) : streamedText(source, confirmed);
}

async function heldText(
  source: ArticleSource,
  confirmed: string | undefined,
): Promise<Result<PiecedText, ArticleRefusal>> {
  const decoded = await decodeText(source.file, await source.bytes(), { confirmed });
  if (!decoded.ok) return decoded;
  const { encoding, notes } = decoded.value;
  const byteOrderMark = decoded.value.text.startsWith('\ufeff');
  const text = byteOrderMark ? decoded.value.text.slice(1) : decoded.value.text;
  const pieces = async function* pieces(): AsyncGenerator<TextPiece> {
    for (let at = 0; at < text.length; at += pieceLength) {
      const end = Math.min(text.length, at + pieceLength);
      yield { text: text.slice(at, end), share: end / text.length };
    }
  };
  return ok({ encoding, byteOrderMark, notes, pieces });
}

/** UTF-8 is proved to the end before the first piece is given. */
async function streamedText(
  source: ArticleSource,
  confirmed: string | undefined,
): Promise<Result<PiecedText, ArticleRefusal>> {
  const looked = await lookThrough(source);
  if (looked.suspect !== null) {
    const refused = await decodeText(source.file, looked.suspect, { confirmed });
    if (!refused.ok) return refused;
  }
  const certain = looked.suspect === null ? looked.encoding : encodingName(confirmed ?? '');
  const encoding = certain ?? 'utf-8';
  const pieces = async function* pieces(): AsyncGenerator<TextPiece> {
    const decode = await streamDecoder(encoding);
    let read = 0;
    for await (const bytes of source.pieces()) {
      read += bytes.length;
      const text = decode(bytes);
      const isFirst = read === bytes.length && looked.byteOrderMark;
      yield { text: isFirst ? text.replace(/^\ufeff/u, '') : text, share: Math.min(1, read / source.size) };
    }
    yield { text: decode(null), share: 1 };
  };
  const notes = encoding === 'utf-8' ? [] : [`It is written in ${encoding} and was turned into Unicode.`];
  return ok({ encoding, byteOrderMark: looked.byteOrderMark, notes, pieces });
}

interface Looked {
  readonly encoding: string;
  readonly byteOrderMark: boolean;
  /** The bytes around the first that are not UTF-8, if there are any. */
  readonly suspect: Uint8Array | null;
}

async function lookThrough(source: ArticleSource): Promise<Looked> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let before = Buffer.alloc(0);
  let byteOrderMark = false;
  for await (const bytes of source.pieces()) {
    const isFirst = before.length === 0;
    const window = Buffer.concat([before.subarray(-windowSize), bytes]);
    if (isFirst) {
      const encoding = decodeCertain(bytes.subarray(0, 4))?.encoding ?? '';
      if (encoding.startsWith('utf-16')) return { encoding, byteOrderMark: true, suspect: null };
      byteOrderMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
    }
    try {
      decoder.decode(bytes, { stream: true });
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      return { encoding: 'utf-8', byteOrderMark, suspect: window };
    }
    before = Buffer.from(window.subarray(-windowSize));
  }
  return { encoding: 'utf-8', byteOrderMark, suspect: null };
}

/** @param encoding by the name of the Encoding Standard. @returns decodes a piece, and the end where there is none */
export async function streamDecoder(encoding: string): Promise<(bytes: Uint8Array | null) => string> {
  const { default: iconv } = await import('iconv-lite');
  if (encoding === 'utf-8' || encoding.startsWith('utf-16') || !iconv.encodingExists(encoding)) {
    const decoder = new TextDecoder(encoding, { ignoreBOM: true });
    return (bytes) => (bytes === null ? decoder.decode() : decoder.decode(bytes, { stream: true }));
  }
  const decoder = iconv.getDecoder(encoding);
  return (bytes) => (bytes === null ? (decoder.end() ?? '') : decoder.write(Buffer.from(bytes)));
}
