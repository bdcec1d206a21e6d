/** The records of a JSON file: those of its one list, or one a line, or the one it is. */
import type { Result } from '#shared/text/result.ts';
import { jsonArray } from './json-array.ts';
import { parseJson } from './json.ts';
import type { SourceFile } from './source.ts';
import { pieceLimit, textLines, textPieces, wholeText } from './text-pieces.ts';

export interface JsonRecord {
  /** “line 3” or “item 3”. */
  readonly where: string;
  readonly value: Result<unknown, string>;
}

/** Throws `SourceFault`. */
export async function* jsonRecords(file: SourceFile): AsyncGenerator<JsonRecord> {
  const head = await headOf(file);
  if (head.startsWith('[')) {
    for await (const { number, value } of jsonArray(file, null).items) yield { where: `item ${number}`, value };
    return;
  }
  if (file.size <= pieceLimit && /^\{[ \t]*\r?\n/u.test(head)) {
    const text = await wholeText(file);
    yield { where: 'the file', value: text.ok ? parseJson(text.value) : text };
    return;
  }
  for await (const { number, text } of textLines(file)) {
    if (text.ok && text.value.trim() === '') continue;
    yield { where: `line ${number}`, value: text.ok ? parseJson(text.value) : text };
  }
}

const enough = 100;

async function headOf(file: SourceFile): Promise<string> {
  let head = '';
  for await (const piece of textPieces(file)) {
    head = (head + piece.slice(0, enough)).trimStart();
    if (head.length >= enough) break;
  }
  return head;
}
