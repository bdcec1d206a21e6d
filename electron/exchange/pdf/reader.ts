/** PDF files as articles. */
import type { ArticleReader, ArticleSource, ReadArticle } from '../article-reader.ts';
import { documentSizeLimit, type ArticleRefusal } from '../article-refusal.ts';
import { readWhole, refusedWhole } from '../plain-text/frozen-article.ts';
import { pdfText, type PdfFault } from './pdf-text.ts';

export const pdfReader: ArticleReader = { endings: ['.pdf'], read };

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
  const found = await pdfText(held);
  yield found.ok
    ? readWhole({ file, encoding: 'binary', bytes: held, isMarkup: true, ...found.value })
    : refusedWhole(refusalOf(file, found.error));
}

function refusalOf(file: string, fault: PdfFault): ArticleRefusal {
  switch (fault.type) {
    case 'encrypted':
      return { type: 'ArticleEncrypted', file, kind: 'a PDF file' };
    case 'damaged':
      return { type: 'ArticleDamaged', file, kind: 'a PDF file', cause: fault.cause };
    case 'too many pages':
      return { type: 'ArticleTooManyPages', file, pages: fault.pages, limit: fault.limit };
    case 'scanned':
      return { type: 'ArticleScanned', file, pages: fault.pages };
    case 'too much text':
      return { type: 'ArticleTooLarge', file, size: fault.length };
    case 'too slow':
      return { type: 'ArticleTooSlow', file, seconds: fault.seconds };
  }
}
