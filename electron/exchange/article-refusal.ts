/** Why a file cannot become a document, as data; `articleRefusalSentence` says it to people. */
import { basename, dirname } from 'node:path';
import { printable } from '#shared/domain/refusal.ts';

/** The largest article that is read, in bytes. */
export const articleSizeLimit = 20 * 1024 * 1024;

/** `file` is the path as it was given; the sentences name the file alone. */
export type ArticleRefusal = { readonly file: string } & (
  | { readonly type: 'ArticleMissing' }
  | { readonly type: 'ArticleIsFolder' }
  | { readonly type: 'ArticleUnreadable'; readonly cause: string }
  | { readonly type: 'ArticleNotRegular'; readonly kind: string }
  | { readonly type: 'ArticleTooLarge'; readonly size: number }
  | { readonly type: 'ArticleUnknownEnding' }
  | { readonly type: 'ArticleEmpty' }
  | { readonly type: 'ArticleBlank' }
  | { readonly type: 'ArticleNotText'; readonly kind: string }
  | { readonly type: 'ArticleNotUtf8'; readonly encoding: string }
  | { readonly type: 'ArticleBrokenUtf8'; readonly line: number; readonly byte: number; readonly bytes: string }
  | { readonly type: 'ArticleHalfCharacter'; readonly line: number }
  | { readonly type: 'ArticleHoldsNul'; readonly line: number }
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
      return `${file} has ${megabytes(refusal.size)}; ${megabytes(articleSizeLimit)} is the most. Split it into articles.`;
    case 'ArticleUnknownEnding':
      if (/\.(gz|zip|bz2|xz|zst)$/iu.test(refusal.file)) {
        return `${file} is packed. Unpack it and import the file that is in it.`;
      }
      return `${file} is neither .txt nor .md nor JSON Lines (.jsonl, .ndjson). Save it as plain text first.`;
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
  }
}

/** Rounded up, so that a file over the limit never seems to keep it. */
export function megabytes(bytes: number): string {
  return `${Math.ceil((bytes * 10) / 1024 / 1024) / 10} MB`;
}
