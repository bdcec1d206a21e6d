import { ok } from '#shared/text/result.ts';
import { readArticle } from './article-file.ts';
import { hasArticleLinesEnding } from './articles-jsonl/ending.ts';
import { readArticleLines, type ArticleLine } from './articles-jsonl/read.ts';

/** Every article of a file, by its ending: one of .txt and .md (its `line` is 0), any number of .jsonl and .ndjson. */
export function* readArticles(path: string): Generator<ArticleLine> {
  if (hasArticleLinesEnding(path)) {
    yield* readArticleLines(path);
    return;
  }
  const article = readArticle(path);
  yield { line: 0, share: 1, article: article.ok ? ok({ document: article.value, notes: [] }) : article };
}
