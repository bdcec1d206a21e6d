/** From bytes to text: certain encodings are read, probable ones only when somebody has confirmed them. */
import { isUtf8 } from 'node:buffer';
import { err, ok, type Result } from '#shared/text/result.ts';
import type { ArticleRefusal } from '../article-refusal.ts';
import { decodeAs, encodingName, isUnlikely } from './charset.ts';
import { detectEncodings } from './detected.ts';
import { binaryKind, brokenUtf8, firstBrokenByte, isHalfCharacter, looksBinary, wideEncoding } from './encoding.ts';

export interface DecodedText {
  /** With its byte order mark, if it had one. */
  readonly text: string;
  /** By the name of the Encoding Standard. */
  readonly encoding: string;
  readonly notes: readonly string[];
}

export interface EncodingHints {
  /** What the file itself says, in a tag or a header. */
  readonly declared?: string | undefined;
  /** What somebody confirmed. */
  readonly confirmed?: string | undefined;
}

/**
 * Decodes strictly. In this order: UTF-16 by its byte order mark; UTF-8 whenever the bytes are UTF-8; what was
 * confirmed; what is declared, if that can be true; otherwise a refusal with the likely encodings to choose from.
 * Never guesses in silence. NUL and lone surrogates are not looked for here (see freeze.ts).
 */
export async function decodeText(
  file: string,
  bytes: Uint8Array,
  { declared, confirmed }: EncodingHints,
): Promise<Result<DecodedText, ArticleRefusal>> {
  const certain = decodeCertain(bytes);
  if (certain !== null) return ok(withDeclared(certain, declared));
  const kind = binaryKind(bytes);
  if (kind !== null) return err({ type: 'ArticleNotText', file, kind });
  const wide = wideEncoding(bytes);
  if (wide === 'UTF-32') return err({ type: 'ArticleNotUtf8', file, encoding: wide });

  const wideName = wide === null ? null : wide.includes('little') ? 'utf-16le' : 'utf-16be';
  const chosen = confirmed === undefined ? null : encodingName(confirmed);
  if (chosen !== null && chosen !== 'utf-8') {
    const { text, isExact } = await decodeAs(bytes, chosen);
    return ok({ text, encoding: chosen, notes: [writtenIn(chosen), ...(isExact ? [] : [notExact(chosen)])] });
  }
  if (wideName === null && looksBinary(bytes)) return err({ type: 'ArticleNotText', file, kind: 'a binary file' });
  const said = declared === undefined || wideName !== null ? null : encodingName(declared);
  if (said !== null && said !== 'utf-8' && !said.startsWith('utf-16')) {
    const { text, isExact } = await decodeAs(bytes, said);
    if (isExact && !isUnlikely(text)) return ok({ text, encoding: said, notes: [writtenIn(said)] });
  }
  const broken = wideName !== null || isUtf8(bytes) ? null : brokenRefusal(file, bytes);
  if (broken !== null) return err(broken);
  const readings = await detectEncodings(bytes, wideName);
  if (readings.length === 0) return err({ type: 'ArticleNotText', file, kind: 'a binary file' });
  return err({ type: 'ArticleEncodingUnconfirmed', file, declared: declared ?? null, readings });
}

/** UTF-16 with its mark, or UTF-8; `null` for anything else. */
export function decodeCertain(bytes: Uint8Array): DecodedText | null {
  const [first, second, third, fourth] = bytes;
  if (first === 0xff && second === 0xfe && !(third === 0 && fourth === 0)) return utf16('utf-16le', bytes);
  if (first === 0xfe && second === 0xff) return utf16('utf-16be', bytes);
  if (!isUtf8(bytes)) return null;
  const held = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const isWide = wideEncoding(bytes) !== null;
  // Japanese mail hides its characters in ASCII behind escapes.
  const isEscaped = held.includes('\u001b$') || held.includes('\u001b(');
  return isWide || isEscaped ? null : { text: held.toString('utf8'), encoding: 'utf-8', notes: [] };
}

/** Decoded unit by unit: half a pair comes through, and is refused with its line. */
function utf16(encoding: 'utf-16le' | 'utf-16be', bytes: Uint8Array): DecodedText {
  const whole = Buffer.from(bytes.subarray(0, bytes.length - (bytes.length % 2)));
  const text = (encoding === 'utf-16le' ? whole : whole.swap16()).toString('utf16le');
  return { text: bytes.length % 2 === 0 ? text : `${text}\ud800`, encoding, notes: [writtenIn(encoding)] };
}

function withDeclared(decoded: DecodedText, declared: string | undefined): DecodedText {
  const said = declared === undefined ? null : encodingName(declared);
  const isOther = said !== null && said !== decoded.encoding && /[\u0080-\u{10ffff}]/u.test(decoded.text);
  if (!isOther || decoded.encoding !== 'utf-8') return decoded;
  return { ...decoded, notes: [...decoded.notes, `It says that it is written in ${said}, but it is UTF-8.`] };
}

/** What is UTF-8 but for some bytes is told the place of the first. */
function brokenRefusal(file: string, bytes: Uint8Array): ArticleRefusal | null {
  const { whole, broken, isForged } = brokenUtf8(bytes);
  const byte = firstBrokenByte(bytes);
  const line = lineOfByte(bytes, byte);
  if (isHalfCharacter(bytes, byte)) return { type: 'ArticleHalfCharacter', file, line };
  if (whole <= broken && !isForged) return null;
  const shown = [...bytes.subarray(byte, byte + 4)].map((value) => value.toString(16).toUpperCase().padStart(2, '0'));
  return { type: 'ArticleBrokenUtf8', file, line, byte, bytes: shown.join(' ') };
}

function lineOfByte(bytes: Uint8Array, byte: number): number {
  return Buffer.from(bytes.subarray(0, byte))
    .toString('latin1')
    .split(/\r\n|\r|\n/).length;
}

function writtenIn(encoding: string): string {
  return `It is written in ${encoding} and was turned into Unicode.`;
}

function notExact(encoding: string): string {
  return `Not every byte of it is a character of ${encoding}: what could not be read is shown as “\ufffd”.`;
}
