/** Why a line of a JSON Lines file cannot become a document, as data; `lineRefusalSentence` says it to people. */
import { basename } from 'node:path';
import { printable } from '#shared/domain/refusal.ts';
import { articleRefusalSentence, articleSizeLimit, megabytes, type ArticleRefusal } from '../article-refusal.ts';
import { lineValueLimit, type LineFault } from './line-object.ts';

/** The longest line that is read, in bytes: an article of the largest size with every character escaped fits. */
export const lineSizeLimit = 64 * 1024 * 1024;

/** `file` is the path as it was given; the sentences name the file alone. `line` counts from 1. */
export type LineRefusal = { readonly file: string; readonly line: number } & (
  | { readonly type: 'LineTooLong'; readonly size: number; readonly limit: number }
  | LineFault
  | { readonly type: 'LineWithoutText' }
  | { readonly type: 'LineTextNotString'; readonly field: string; readonly kind: string }
  | { readonly type: 'LineTextEmpty'; readonly field: string }
  | { readonly type: 'LineTextBlank'; readonly field: string }
  | { readonly type: 'LineTextHoldsNul'; readonly field: string }
  | { readonly type: 'LineTextHalfCharacter'; readonly field: string }
  | { readonly type: 'LineTextTooLarge'; readonly field: string; readonly size: number }
);

/** `big.jsonl line 17: …`, or the sentence about the whole file. */
export function lineRefusalSentence(refusal: LineRefusal | ArticleRefusal): string {
  if (!isLineRefusal(refusal)) return articleRefusalSentence(refusal);
  return `${printable(basename(refusal.file))} line ${refusal.line}: ${reason(refusal)}`;
}

function isLineRefusal(refusal: LineRefusal | ArticleRefusal): refusal is LineRefusal {
  return refusal.type.startsWith('Line');
}

function reason(refusal: LineRefusal): string {
  switch (refusal.type) {
    case 'LineTooLong':
      return `the line has ${megabytes(refusal.size)}; ${megabytes(refusal.limit)} is the most. Put every article on a line of its own.`;
    case 'LineTooManyValues':
      return `the line holds more than ${lineValueLimit.toLocaleString('en')} values. An article is one object with a text.`;
    case 'LineNotUtf8':
      return `the line is not UTF-8: it holds the bytes ${refusal.bytes} (at byte ${refusal.byte} of the line). Save the file as UTF-8.`;
    case 'LineNotJson':
      return `the line is not JSON${refusal.at === null ? '' : ` (wrong at character ${refusal.at})`}. Write one object, {"text": "…"}, on each line.`;
    case 'LineUnfinished':
      return 'the line ends in the middle of its JSON. Write each object whole on one line.';
    case 'LineNotObject':
      return `the line is ${refusal.kind}, not an object. Write one object, {"text": "…"}, on each line.`;
    case 'LineWithoutText':
      return 'the object has neither “text” nor “content”. There is nothing to import.';
    case 'LineTextNotString':
      return `its “${refusal.field}” is ${refusal.kind}, not a text in quotation marks.`;
    case 'LineTextEmpty':
      return `its “${refusal.field}” is empty. There is nothing to import.`;
    case 'LineTextBlank':
      return `its “${refusal.field}” holds nothing but blank space. There is nothing to import.`;
    case 'LineTextHoldsNul':
      return `its “${refusal.field}” holds a NUL character. Remove it and import the file again.`;
    case 'LineTextHalfCharacter':
      return `its “${refusal.field}” holds half a character (a lone surrogate). Correct it and import the file again.`;
    case 'LineTextTooLarge':
      return `its “${refusal.field}” has ${megabytes(refusal.size)}; ${megabytes(articleSizeLimit)} is the most. Split it into articles.`;
  }
}
