/** A long array of a JSON file, read item by item: no more than one of them is held. */
import { err, type Result } from '#shared/text/result.ts';
import { createJsonScan, parseJson } from './json.ts';
import { openingOfAll, openingOfKey } from './list-opening.ts';
import { SourceFault, type SourceFile } from './source.ts';
import { pieceLimit, textPieces } from './text-pieces.ts';

export interface JsonItem {
  /** From 1. */
  readonly number: number;
  readonly value: Result<unknown, string>;
}

export interface JsonArray {
  readonly items: AsyncIterable<JsonItem>;
  /** The file without the items: the array stands empty in it. Known once the items have been walked. */
  readonly around: () => string;
}

/**
 * @param key whose value the array is, the first in the file, however deep; `null` where the file is the array
 * @throws SourceFault while it is walked: where the file cannot be read, has no such array, or is cut short
 */
export function jsonArray(file: SourceFile, key: string | null): JsonArray {
  const around = { before: '', after: '' };
  return { items: itemsOf(file, key, around), around: () => `${around.before}${around.after}` };
}

async function* itemsOf(
  file: SourceFile,
  key: string | null,
  around: { before: string; after: string },
): AsyncGenerator<JsonItem> {
  const opening = key === null ? openingOfAll() : openingOfKey(key);
  const noList = (): SourceFault => new SourceFault(`“${file.path}” has no list where one is expected.`);
  let isInside = false;
  let number = 0;
  let item = '';
  let isTooLong = false;
  let scan = createJsonScan();

  const add = (text: string): void => {
    if (!isTooLong) item += text;
    if (item.length <= pieceLimit) return;
    isTooLong = true;
    item = '';
  };
  const take = (): JsonItem => {
    number += 1;
    const value = isTooLong ? err(`it has more than ${pieceLimit / 1024 / 1024} million characters`) : parseJson(item);
    item = '';
    isTooLong = false;
    scan = createJsonScan();
    return { number, value };
  };

  for await (const piece of textPieces(file)) {
    let begin = 0;
    if (around.after !== '') {
      around.after += piece;
      if (around.after.length > pieceLimit)
        throw new SourceFault(`“${file.path}” goes on for too long after its list.`);
      continue;
    }
    if (!isInside) {
      begin = opening.take(piece);
      around.before += begin === -1 ? piece : piece.slice(0, begin);
      if (opening.isHopeless() || around.before.length > pieceLimit) throw noList();
      if (begin === -1) continue;
      isInside = true;
    }
    for (let at = begin; at < piece.length; at += 1) {
      at = scan.skip(piece, at);
      if (at === piece.length) break;
      const unit = piece.charCodeAt(at);
      if (unit === 0x2c && scan.depth === 0 && !scan.isInString) {
        add(piece.slice(begin, at));
        begin = at + 1;
        yield take();
        continue;
      }
      scan.take(unit);
      if (scan.depth >= 0) continue;
      add(piece.slice(begin, at));
      // After a comma there must be an item.
      if (isTooLong || number > 0 || item.trim() !== '') yield take();
      around.after = piece.slice(at);
      break;
    }
    if (around.after === '') add(piece.slice(begin));
  }
  if (!isInside) throw noList();
  if (around.after === '') throw new SourceFault(`“${file.path}” is cut short after item ${number}.`);
  const isClosed = key === null ? /^\]\s*$/u.test(around.after) : around.after.startsWith(']');
  if (!isClosed) throw new SourceFault(`“${file.path}” is no JSON after item ${number}.`);
}
