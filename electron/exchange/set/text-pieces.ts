/** Files of text read piece by piece, or as lines. Never holds more than one of them. */
import { err, ok, type Result } from '#shared/text/result.ts';
import { SourceFault, type SourceFile } from './source.ts';

/** The longest line or value, in UTF-16 units. */
export const pieceLimit = 64 * 1024 * 1024;

export interface TextLine {
  /** From 1. */
  readonly number: number;
  readonly text: Result<string, string>;
}

/** The file's text, strictly UTF-8, without a byte order mark, in pieces that end anywhere. Throws `SourceFault`. */
export async function* textPieces(file: SourceFile): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decode = (bytes?: Uint8Array): string => {
    try {
      return bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true });
    } catch {
      throw new SourceFault(`“${file.path}” is not UTF-8. Save it as UTF-8 and try again.`);
    }
  };
  for await (const bytes of file.pieces()) {
    const text = decode(bytes);
    if (text !== '') yield text;
  }
  const rest = decode();
  if (rest !== '') yield rest;
}

/** The whole text of a file that is held whole. */
export async function wholeText(file: SourceFile): Promise<Result<string, string>> {
  const bytes = await file.bytes();
  if (!bytes.ok) return bytes;
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes.value));
  } catch {
    return err(`“${file.path}” is not UTF-8. Save it as UTF-8 and try again.`);
  }
}

/** The lines of a file; a CR before the LF belongs to the line end. Throws `SourceFault`. */
export async function* textLines(file: SourceFile): AsyncGenerator<TextLine> {
  let number = 1;
  let rest = '';
  let isTooLong = false;
  const line = (text: string): TextLine => {
    const found: TextLine = isTooLong
      ? { number, text: err(`the line has more than ${pieceLimit / 1024 / 1024} million characters`) }
      : { number, text: ok(text.endsWith('\r') ? text.slice(0, -1) : text) };
    number += 1;
    isTooLong = false;
    return found;
  };
  for await (const piece of textPieces(file)) {
    let from = 0;
    for (let at = piece.indexOf('\n'); at !== -1; at = piece.indexOf('\n', from)) {
      yield line(rest + piece.slice(from, at));
      rest = '';
      from = at + 1;
    }
    rest += piece.slice(from);
    if (rest.length > pieceLimit) {
      isTooLong = true;
      rest = '';
    }
  }
  if (rest !== '' || isTooLong) yield line(rest);
}
