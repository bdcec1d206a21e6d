/** Plain text and Markdown as articles, in any encoding that is certain or was confirmed. */
import { articleSizeLimit } from '../article-refusal.ts';
import type { ArticleReader, ArticleSource, ReadArticle, ReadingChoices } from '../article-reader.ts';
import { decodeText } from './decode.ts';
import { readWhole, refusedWhole } from './frozen-article.ts';

export const plainTextReader: ArticleReader = { endings: ['.txt', '.md', '.markdown'], read };

/** The text is kept as it is written but for its byte order mark and its line ends, which become LF. */
async function* read({ file, size, bytes }: ArticleSource, { encoding }: ReadingChoices): AsyncGenerator<ReadArticle> {
  if (size > articleSizeLimit) {
    yield refusedWhole({ type: 'ArticleTooLarge', file, size });
    return;
  }
  const held = await bytes();
  if (held.length === 0) {
    yield refusedWhole({ type: 'ArticleEmpty', file });
    return;
  }
  const decoded = await decodeText(file, held, { confirmed: encoding });
  yield decoded.ok
    ? readWhole({ file, ...decoded.value, facts: {}, bytes: held, isMarkup: false })
    : refusedWhole(decoded.error);
}
