/** One line of JSON Lines as an article. */
import { basename } from 'node:path';
import type { NewDocument } from '#shared/domain/document.ts';
import { err, ok, type Result } from '#shared/text/result.ts';
import { articleSizeLimit } from '../article-refusal.ts';
import { freezeText } from '../plain-text/freeze.ts';
import { shortTitle, titleOf } from '../plain-text/title.ts';
import { kindOfValue, readField } from './field.ts';
import { readLineObject } from './line-object.ts';
import type { LineRefusal } from './line-refusal.ts';

export interface ParsedLine {
  readonly document: NewDocument;
  /** Sentences about fields that were left out; mostly none. */
  readonly notes: readonly string[];
}

/**
 * An article from `{"text"|"content", "id"?, "title"?, "source"?, "author"?, "date"?, "url"?}`; other fields are passed
 * over, and of a field that is there twice the last counts (RFC 8259 §4). The text is frozen by the rules of plain text files. The
 * document is called by its id, else by its title, else `big.jsonl:17`. Every field but the text is taken as one line.
 * @returns `null` for a blank line
 */
export function parseLine(file: string, line: number, bytes: Uint8Array): Result<ParsedLine, LineRefusal> | null {
  const place = { file, line };
  const object = readLineObject(bytes);
  if (object === null) return null;
  return object.ok ? articleOf(place, object.value) : err({ ...place, ...object.error });
}

interface LineObject {
  readonly text?: unknown;
  readonly content?: unknown;
  readonly id?: unknown;
  readonly title?: unknown;
  readonly source?: unknown;
  readonly author?: unknown;
  readonly date?: unknown;
  readonly url?: unknown;
}

function articleOf(
  { file, line }: { readonly file: string; readonly line: number },
  object: LineObject,
): Result<ParsedLine, LineRefusal> {
  const field = object.text === undefined || object.text === null ? 'content' : 'text';
  const given = object[field];
  const refuse = <R>(refusal: R) => err({ file, line, field, ...refusal });
  if (given === undefined || given === null) return err({ file, line, type: 'LineWithoutText' });
  if (typeof given !== 'string') return refuse({ type: 'LineTextNotString', kind: kindOfValue(given) } as const);
  if (given === '') return refuse({ type: 'LineTextEmpty' } as const);
  const size = Buffer.byteLength(given, 'utf8');
  if (size > articleSizeLimit) return refuse({ type: 'LineTextTooLarge', size } as const);
  const frozen = freezeText(given);
  if (!frozen.ok) return refuse({ type: textRefusals[frozen.error] });
  const { text, byteOrderMark, lineEnds } = frozen.value;

  const notes: string[] = [];
  const read = (name: 'id' | 'title' | 'source' | 'author' | 'date' | 'url'): string => {
    const value = readField(object[name]);
    if (value.type === 'left out') notes.push(`Its “${name}” ${value.because}; it was left out.`);
    return value.type === 'given' ? value.text : '';
  };
  const [identifier, title, source, date] = [read('id'), shortTitle(read('title')), read('source'), read('date')];
  const [author, url] = [read('author'), read('url')];
  const fileName = basename(file).toWellFormed();
  const origin = {
    file: fileName,
    encoding: 'utf-8',
    byteOrderMark,
    lineEnds,
    line,
    ...(identifier === '' ? {} : { identifier }),
    ...(source === '' ? {} : { source }),
    ...(date === '' ? {} : { date }),
    ...(author === '' ? {} : { author }),
    ...(url === '' ? {} : { url }),
  } as const;
  const name = [identifier, title].find((one) => one !== '') ?? `${fileName}:${line}`;
  return ok({ document: { name, title: title === '' ? titleOf(fileName, text) : title, text, origin }, notes });
}

const textRefusals = {
  nul: 'LineTextHoldsNul',
  'half character': 'LineTextHalfCharacter',
  blank: 'LineTextBlank',
} as const;
