import type { ImportPreview, PreviewedArticle, PreviewStatus } from '#shared/contract/import-preview.ts';
import { articleFacts, articleStatusText, importArticlesText as text } from '#renderer/catalogue/import-articles.ts';
import { isQuestion } from './article-decisions.ts';

/** What needs an eye first. */
const order: readonly PreviewStatus[] = ['refused', 'changed', 'new', 'there'];

/** Every article of the files, by what would become of it. */
export function ArticleList({ preview }: { readonly preview: ImportPreview }) {
  const { rows, totals } = preview;
  return (
    <div className="articles">
      {order.map((status) => {
        const shown = rows.filter((row) => row.status === status && !isQuestion(row));
        if (shown.length === 0) return null;
        const asking = rows.filter((row) => row.status === status && isQuestion(row)).length;
        const hidden = totals[status] - shown.length - asking;
        return (
          <section key={status} aria-label={articleStatusText[status].heading}>
            <h3 className="section-name">
              {articleStatusText[status].heading}
              <span className="section-more">{(totals[status] - asking).toLocaleString('en')}</span>
            </h3>
            <ul>
              {shown.map((row, at) => (
                // oxlint-disable-next-line react/no-array-index-key -- the list is read anew as a whole
                <Article key={at} row={row} />
              ))}
            </ul>
            {hidden > 0 && <p className="remark-more">{text.more(hidden)}</p>}
          </section>
        );
      })}
    </div>
  );
}

function Article({ row }: { readonly row: PreviewedArticle }) {
  const { title, name, status, sentence, notes } = row;
  const facts = articleFacts(row);
  return (
    <li className={`article article-${status}`}>
      <span className="article-title">{title === '' ? name : title}</span>
      {facts !== '' && <span className="article-facts">{facts}</span>}
      {sentence !== '' && <span className="article-sentence">{sentence}</span>}
      {notes.map((note) => (
        <span key={note} className="article-note">
          {note}
        </span>
      ))}
    </li>
  );
}
