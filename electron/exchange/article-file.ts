/**
 * An article of the program's own, which is UTF-8 for certain, read at once where nothing can be waited for. Articles of
 * people come through `readArticles`.
 */
import { closeSync, constants, fstatSync, openSync, readFileSync, statSync, type Stats } from 'node:fs';
import type { NewDocument } from '#shared/domain/document.ts';
import { err, ok, type Result } from '#shared/text/result.ts';
import { articleSizeLimit, type ArticleRefusal } from './article-refusal.ts';
import { irregularFile, unreadableFile } from './file-refusal.ts';
import { decodeCertain } from './plain-text/decode.ts';
import { frozenArticle } from './plain-text/frozen-article.ts';
import { plainTextReader } from './plain-text/reader.ts';
import { articleEnding } from './plain-text/ending.ts';

/** Reads one .txt or .md file. @param path absolute, or relative to the process's folder */
export function readArticle(path: string): Result<NewDocument, ArticleRefusal> {
  try {
    // A pipe must be refused before it is opened: opening waits for a writer.
    const refused = checkFile(path, statSync(path));
    if (refused !== null) return err(refused);
    const descriptor = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      // What was looked at may have been replaced by something else before it was opened.
      const replaced = checkFile(path, fstatSync(descriptor));
      return replaced === null ? articleOf(path, readFileSync(descriptor)) : err(replaced);
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    return err(unreadableFile(path, error));
  }
}

function articleOf(file: string, bytes: Uint8Array): Result<NewDocument, ArticleRefusal> {
  if (bytes.length === 0) return err({ type: 'ArticleEmpty', file });
  const decoded = decodeCertain(bytes);
  if (decoded === null) return err({ type: 'ArticleNotUtf8', file, encoding: 'another encoding' });
  const article = frozenArticle({ file, ...decoded, facts: {}, bytes, isMarkup: false });
  return article.ok ? ok(article.value.document) : article;
}

function checkFile(file: string, stats: Stats): ArticleRefusal | null {
  const irregular = irregularFile(file, stats);
  if (irregular !== null) return irregular;
  if (!plainTextReader.endings.includes(articleEnding(file))) return { type: 'ArticleUnknownEnding', file };
  if (stats.size > articleSizeLimit) return { type: 'ArticleTooLarge', file, size: stats.size };
  return null;
}
