/** From a path to an article: whatever lies there is looked at before it is opened, so that nothing is waited for. */
import { closeSync, constants, fstatSync, openSync, readFileSync, statSync, type Stats } from 'node:fs';
import type { NewDocument } from '#shared/domain/document.ts';
import { err, type Result } from '#shared/text/result.ts';
import { articleSizeLimit, type ArticleRefusal } from './article-refusal.ts';
import { irregularFile, unreadableFile } from './file-refusal.ts';
import { hasArticleEnding } from './plain-text/ending.ts';
import { parseArticle } from './plain-text/parse.ts';

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
      return replaced === null ? parseArticle(path, readFileSync(descriptor)) : err(replaced);
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    return err(unreadableFile(path, error));
  }
}

function checkFile(file: string, stats: Stats): ArticleRefusal | null {
  const irregular = irregularFile(file, stats);
  if (irregular !== null) return irregular;
  if (!hasArticleEnding(file)) return { type: 'ArticleUnknownEnding', file };
  if (stats.size > articleSizeLimit) return { type: 'ArticleTooLarge', file, size: stats.size };
  return null;
}
