/** A reader of one document that is an archive of XML parts. */
import type { Result } from '#shared/text/result.ts';
import type { ArticleReader, ArticleSource, ReadArticle } from '../article-reader.ts';
import { documentSizeLimit, type ArticleRefusal } from '../article-refusal.ts';
import { readWhole, refusedWhole, type ArticleFacts } from '../plain-text/frozen-article.ts';
import { openXmlPackage, type XmlPackage } from './xml-package.ts';

export interface PackedArticle {
  readonly text: string;
  readonly facts: ArticleFacts;
  readonly notes: readonly string[];
}

export interface PackedKind {
  readonly endings: readonly string[];
  /** With its article, for sentences: “a Word document”. */
  readonly kind: string;
  readonly articleOf: (file: string, parts: XmlPackage) => Promise<Result<PackedArticle, ArticleRefusal>>;
}

export function packedReader({ endings, kind, articleOf }: PackedKind): ArticleReader {
  async function* read({ file, size, bytes }: ArticleSource): AsyncGenerator<ReadArticle> {
    if (size > documentSizeLimit) {
      yield refusedWhole({ type: 'ArticleTooLarge', file, size, limit: documentSizeLimit });
      return;
    }
    const held = await bytes();
    if (held.length === 0) {
      yield refusedWhole({ type: 'ArticleEmpty', file });
      return;
    }
    const opened = await openXmlPackage(file, held, kind);
    if (!opened.ok) {
      yield refusedWhole(opened.error);
      return;
    }
    try {
      const article = await articleOf(file, opened.value);
      yield article.ok
        ? readWhole({ file, encoding: 'utf-8', bytes: held, isMarkup: true, ...article.value })
        : refusedWhole(article.error);
    } finally {
      opened.value.close();
    }
  }
  return { endings, read };
}
