/** Why a file cannot become a document, as data; `articleRefusalSentence` says it to people. */
import { basename, dirname } from 'node:path';
import { printable } from '#shared/domain/refusal.ts';
import { archiveRefusalSentence, type ArchiveRefusal } from './archive/archive-refusal.ts';
import type { EncodingReading } from './plain-text/detected.ts';
import { formatAdvice } from './unread-format.ts';
import { xmlFaultReason, type XmlFault } from './xml/xml-fault.ts';

/** The largest article that is read, in bytes. */
export const articleSizeLimit = 20 * 1024 * 1024;

/** The largest file that holds pictures or attachments beside its article, in bytes: .docx, .odt, .epub, .pdf, .eml. */
export const documentSizeLimit = 100 * 1024 * 1024;

/** `file` is the path as it was given; the sentences name the file alone. */
export type ArticleRefusal = { readonly file: string } & (
  | { readonly type: 'ArticleMissing' }
  | { readonly type: 'ArticleIsFolder' }
  | { readonly type: 'ArticleUnreadable'; readonly cause: string }
  | { readonly type: 'ArticleNotRegular'; readonly kind: string }
  | { readonly type: 'ArticleTooLarge'; readonly size: number; readonly limit?: number }
  | { readonly type: 'ArticleUnknownEnding' }
  | { readonly type: 'ArticleEmpty' }
  | { readonly type: 'ArticleBlank' }
  | { readonly type: 'ArticleNotText'; readonly kind: string }
  | { readonly type: 'ArticleNotUtf8'; readonly encoding: string }
  | { readonly type: 'ArticleBrokenUtf8'; readonly line: number; readonly byte: number; readonly bytes: string }
  | { readonly type: 'ArticleHalfCharacter'; readonly line: number }
  | { readonly type: 'ArticleHoldsNul'; readonly line: number }
  | {
      readonly type: 'ArticleEncodingUnconfirmed';
      /** What the file says of itself, where that cannot be true. */
      readonly declared: string | null;
      /** The likeliest first. */
      readonly readings: readonly EncodingReading[];
    }
  | { readonly type: 'ArticleArchive'; readonly refusal: ArchiveRefusal }
  | { readonly type: 'ArticleXml'; readonly part: string; readonly fault: XmlFault }
  | { readonly type: 'ArticlePartMissing'; readonly kind: string; readonly part: string }
  | { readonly type: 'ArticleTooDeep'; readonly limit: number }
  | { readonly type: 'ArticleTooManyElements'; readonly limit: number }
  | { readonly type: 'ArticleDamaged'; readonly kind: string; readonly cause: string }
  | { readonly type: 'ArticleEncrypted'; readonly kind: string }
  | { readonly type: 'ArticleScanned'; readonly pages: number }
  | { readonly type: 'ArticleTooManyPages'; readonly pages: number; readonly limit: number }
  | { readonly type: 'ArticleTooSlow'; readonly seconds: number }
  | {
      readonly type: 'ArticleColumnsUnknown';
      readonly columns: readonly string[];
      /** The first records, cell by cell, shortened. */
      readonly rows: readonly (readonly string[])[];
    }
  | { readonly type: 'ArticleColumnMissing'; readonly column: string; readonly columns: readonly string[] }
  | { readonly type: 'ArticleRecord'; readonly record: number; readonly reason: string }
);

/** What happened, to which file, and what to do next. */
export function articleRefusalSentence(refusal: ArticleRefusal): string {
  const file = `“${printable(basename(refusal.file))}”`;
  switch (refusal.type) {
    case 'ArticleMissing':
      return `There is no file ${file} in “${printable(dirname(refusal.file))}”. Check the path.`;
    case 'ArticleIsFolder':
      return `${file} is a folder. Give the articles in it one by one.`;
    case 'ArticleUnreadable':
      return `${file} cannot be read (${refusal.cause}). Check the file's permissions.`;
    case 'ArticleNotRegular':
      return `${file} is ${refusal.kind}, not a file. Save its contents as a .txt file and import that.`;
    case 'ArticleTooLarge':
      return `${file} has ${megabytes(refusal.size)}; ${megabytes(refusal.limit ?? articleSizeLimit)} is the most. Split it into articles.`;
    case 'ArticleUnknownEnding':
      return `${file} is ${formatAdvice(refusal.file)}`;
    case 'ArticleEmpty':
      return `${file} is empty (0 bytes). There is nothing to import.`;
    case 'ArticleBlank':
      return `${file} holds nothing but blank space. There is nothing to import.`;
    case 'ArticleNotText':
      return `${file} is ${refusal.kind}, not plain text. Save its text as UTF-8 and import that.`;
    case 'ArticleNotUtf8':
      return `${file} is written in ${refusal.encoding}, not UTF-8. Save it as UTF-8 and import it again.`;
    case 'ArticleBrokenUtf8':
      return `${file} is not UTF-8: line ${refusal.line} holds the bytes ${refusal.bytes} (at byte ${refusal.byte}). Save it as UTF-8 and import it again.`;
    case 'ArticleHalfCharacter':
      return `${file} is not UTF-8: line ${refusal.line} holds half a character (a lone surrogate). Correct that line, save it as UTF-8 and import it again.`;
    case 'ArticleHoldsNul':
      return `${file} holds a NUL character in line ${refusal.line}. Remove it and import the file again.`;
    case 'ArticleEncodingUnconfirmed':
      return unconfirmedSentence(file, refusal.declared, refusal.readings);
    case 'ArticleArchive':
      return archiveRefusalSentence(refusal.refusal);
    case 'ArticleXml':
      return `${file} cannot be read: “${printable(refusal.part)}” ${xmlFaultReason(refusal.fault)} Save it again with the program that made it.`;
    case 'ArticlePartMissing':
      return `${file} is no ${refusal.kind}: it has no “${printable(refusal.part)}”. Save it again with the program that made it.`;
    case 'ArticleTooDeep':
      return `${file} holds elements more than ${refusal.limit} deep in one another. Save its text as plain text and import that.`;
    case 'ArticleTooManyElements':
      return `${file} holds more than ${refusal.limit.toLocaleString('en')} elements. Save its text as plain text and import that.`;
    case 'ArticleDamaged':
      return `${file} cannot be read as ${refusal.kind} (${printable(refusal.cause)}). Fetch or save it again.`;
    case 'ArticleEncrypted':
      return `${file} is ${refusal.kind} with a password. Save it without one and import that.`;
    case 'ArticleScanned':
      return `${file} holds pictures of ${refusal.pages === 1 ? 'its page' : `its ${refusal.pages} pages`} and no text. Run text recognition (OCR) on it and import the result.`;
    case 'ArticleTooManyPages':
      return `${file} has ${refusal.pages.toLocaleString('en')} pages; ${refusal.limit.toLocaleString('en')} is the most. Split it.`;
    case 'ArticleTooSlow':
      return `${file} was not read within ${refusal.seconds} seconds. Save its text as plain text and import that.`;
    case 'ArticleColumnsUnknown':
      return `In ${file} no column is certain to hold the text. Its columns are ${list(refusal.columns)}. Choose the columns in the preview.`;
    case 'ArticleColumnMissing':
      return `${file} has no column “${printable(refusal.column)}”. Its columns are ${list(refusal.columns)}.`;
    case 'ArticleRecord':
      return `${file} record ${refusal.record}: ${refusal.reason}`;
  }
}

function unconfirmedSentence(file: string, declared: string | null, readings: readonly EncodingReading[]): string {
  const [first, ...others] = readings.map(({ encoding }) => encoding);
  const says = declared === null ? 'is not UTF-8' : `is not written in ${printable(declared)} as it says`;
  const or = others.length === 0 ? '' : ` (or ${others.join(', ')})`;
  return `${file} ${says}; it seems to be ${first ?? 'unknown'}${or}. Confirm the encoding in the preview, or save it as UTF-8.`;
}

function list(columns: readonly string[]): string {
  const shown = columns.slice(0, 20).map((column) => `“${printable(column)}”`);
  return `${shown.join(', ')}${columns.length > shown.length ? ' and more' : ''}`;
}

/** Rounded up, so that a file over the limit never seems to keep it. */
export function megabytes(bytes: number): string {
  return `${Math.ceil((bytes * 10) / 1024 / 1024) / 10} MB`;
}
