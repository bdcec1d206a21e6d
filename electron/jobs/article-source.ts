/** The articles of the chosen files, one after the other, whatever form each file has. */
import { statSync } from 'node:fs';
import { readArticle } from '#electron/exchange/article-file.ts';
import { articleRefusalSentence } from '#electron/exchange/article-refusal.ts';
import { hasArticleLinesEnding } from '#electron/exchange/articles-jsonl/ending.ts';
import { lineRefusalSentence } from '#electron/exchange/articles-jsonl/line-refusal.ts';
import { readArticleLines } from '#electron/exchange/articles-jsonl/read.ts';
import type { NewDocument } from '#shared/domain/document.ts';
import { err, ok, type Result } from '#shared/text/result.ts';

export interface SourceArticle {
  /** How much of all files has been read, 0…1, by bytes. */
  readonly share: number;
  /** The article, or the sentence that says why there is none. */
  readonly article: Result<NewDocument, string>;
  /** What was left out of it; mostly nothing. */
  readonly notes: readonly string[];
}

/** How many articles the files hold; `null` where one of them would have to be read to know. */
export function articleCount(paths: readonly string[]): number | null {
  return paths.some(hasArticleLinesEnding) ? null : paths.length;
}

/** Reads each file when it is come to, and never more of it than one article. */
export function* readArticles(paths: readonly string[]): Generator<SourceArticle> {
  const sizes = paths.map(sizeOf);
  const whole = Math.max(
    1,
    sizes.reduce((sum, size) => sum + size, 0),
  );
  let before = 0;
  for (const [at, path] of paths.entries()) {
    const size = sizes[at] ?? 0;
    if (hasArticleLinesEnding(path)) {
      for (const { line, share, article } of readArticleLines(path)) {
        yield {
          share: Math.min(1, (before + share * size) / whole),
          article: article.ok ? ok(article.value.document) : err(lineRefusalSentence(article.error)),
          notes: article.ok
            ? article.value.notes.map((note) => `“${article.value.document.name}” (line ${line}): ${note}`)
            : [],
        };
      }
    } else {
      const article = readArticle(path);
      const share = Math.min(1, (before + size) / whole);
      yield { share, article: article.ok ? article : err(articleRefusalSentence(article.error)), notes: [] };
    }
    before += size;
  }
}

/** In bytes. A file that is not there counts as one: it is refused when it is come to. */
function sizeOf(path: string): number {
  try {
    return Math.max(1, statSync(path).size);
  } catch {
    return 1;
  }
}
