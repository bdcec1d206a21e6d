/** HTML files as articles. */
import { articleSizeLimit, type ArticleRefusal } from '../article-refusal.ts';
import type { ArticleReader, ArticleSource, ReadArticle, ReadingChoices } from '../article-reader.ts';
import { decodeText } from '../plain-text/decode.ts';
import { readWhole, refusedWhole } from '../plain-text/frozen-article.ts';
import type { HtmlFault } from './balanced.ts';
import { declaredEncoding } from './declared-encoding.ts';
import { articlePage } from './page.ts';

export const htmlReader: ArticleReader = { endings: ['.html', '.htm', '.xhtml'], read };

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
  const decoded = await decodeText(file, held, { declared: declaredEncoding(held), confirmed: encoding });
  if (!decoded.ok) {
    yield refusedWhole(decoded.error);
    return;
  }
  const refused = textRefusal(file, decoded.value.text);
  if (refused !== null) {
    yield refusedWhole(refused);
    return;
  }
  const page = await articlePage(decoded.value.text.replace(/^\ufeff/u, ''));
  yield page.ok
    ? readWhole({
        file,
        text: page.value.text,
        encoding: decoded.value.encoding,
        facts: page.value.facts,
        notes: [...decoded.value.notes, ...page.value.notes],
        bytes: held,
        isMarkup: true,
      })
    : refusedWhole(htmlRefusal(file, page.error));
}

/** Broken characters are refused where they stand in the file, before markup hides them. */
function textRefusal(file: string, text: string): ArticleRefusal | null {
  const at = text.isWellFormed() ? text.indexOf('\u0000') : text.search(/[\ud800-\udfff]/u);
  if (at === -1) return null;
  const line = text.slice(0, at).split(/\r\n|\r|\n/).length;
  return { type: text[at] === '\u0000' ? 'ArticleHoldsNul' : 'ArticleHalfCharacter', file, line };
}

export function htmlRefusal(file: string, fault: HtmlFault): ArticleRefusal {
  const type = fault.type === 'too deep' ? 'ArticleTooDeep' : 'ArticleTooManyElements';
  return { type, file, limit: fault.limit };
}
