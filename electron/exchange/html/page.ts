/** A page of HTML: its article, or the whole of it, as text, and what it says of itself. Nothing in it runs or loads. */
import { ok, type Result } from '#shared/text/result.ts';
import type { ArticleFacts } from '../plain-text/frozen-article.ts';
import { balancedHtml, type HtmlFault } from './balanced.ts';
import { following, htmlText, type HtmlNode } from './html-text.ts';
import { dropAdvertisements, markedIfShort, pageParts, withHeadline } from './page-parts.ts';

export interface HtmlPage {
  readonly text: string;
  readonly facts: ArticleFacts;
  readonly notes: readonly string[];
}

/** Above this, finding the article would take too long, and the whole page is taken. */
const elementsLooked = 25_000;

/** The article of a page that has more than an article on it. */
export async function articlePage(html: string): Promise<Result<HtmlPage, HtmlFault>> {
  const balanced = balancedHtml(html);
  if (!balanced.ok) return balanced;
  const document = await documentOf(balanced.value.html);
  const whole = htmlText(document);
  const facts = pageFacts(document);
  if (isBare(document)) return ok({ text: whole, facts, notes: [] });
  if (balanced.value.elements > elementsLooked)
    return ok({ text: whole, facts, notes: [wholePage('it is very long')] });

  dropAdvertisements(document);
  const marked = pageParts(document);
  const found = await foundArticle(document);
  const content = found?.content === null || found?.content === undefined ? '' : htmlText(found.content);
  const title = given(found?.title) ?? facts.title;
  const article = withHeadline(markedIfShort(marked.article, content), marked.headings, title ?? '');
  if (article === '') return ok({ text: whole, facts, notes: [wholePage('no article was found in it')] });
  const kept = Math.floor((100 * article.length) / Math.max(1, whole.length));
  const notes =
    article.length < whole.length
      ? [`The article is ${kept} % of the page's text; menus and other parts of the page were left out.`]
      : [];
  return ok({
    text: article,
    facts: {
      title,
      author: given(found?.byline)?.replace(/^by\s+/iu, '') ?? facts.author,
      source: given(found?.siteName) ?? facts.source,
      date: given(found?.publishedTime) ?? facts.date,
      url: facts.url,
    },
    notes,
  });
}

/** All text of a page that is known to be nothing but its text: a chapter of a book, a message. @param isXml XHTML */
export async function wholePageText(html: string, isXml = false): Promise<Result<HtmlPage, HtmlFault>> {
  const balanced = balancedHtml(html, isXml);
  if (!balanced.ok) return balanced;
  const document = await documentOf(balanced.value.html);
  return ok({ text: htmlText(document), facts: pageFacts(document), notes: [] });
}

async function documentOf(html: string): Promise<HtmlNode> {
  const { parseHTML } = await import('linkedom');
  return parseHTML(html).document;
}

/** Changes the document. The library stumbles over some pages: then it has found nothing. */
async function foundArticle(document: HtmlNode) {
  const { Readability } = await import('@mozilla/readability');
  try {
    return new Readability<HtmlNode>(document as never, { serializer: (node) => node }).parse();
  } catch {
    return null;
  }
}

/** A document without any of what pages have around their article. */
function isBare(root: HtmlNode): boolean {
  for (let node = root.firstChild; node !== null; node = following(node, root)) {
    if (/^(?:nav|header|footer|aside|form|article|main|section)$/u.test(node.localName ?? '')) return false;
    if (['class', 'id', 'role'].some((name) => (node.getAttribute?.(name) ?? '') !== '')) return false;
  }
  return true;
}

const metaNames: Readonly<Record<string, keyof ArticleFacts>> = {
  'og:title': 'title',
  author: 'author',
  'dc.creator': 'author',
  'article:author': 'author',
  'og:site_name': 'source',
  'dc.publisher': 'source',
  publisher: 'source',
  'article:published_time': 'date',
  date: 'date',
  'dc.date': 'date',
  'dcterms.date': 'date',
  'dcterms.created': 'date',
  pubdate: 'date',
  'og:url': 'url',
};

/** From `<title>`, `<meta>` and `<link rel=canonical>`; what comes first counts. */
function pageFacts(document: HtmlNode): ArticleFacts {
  const facts: { -readonly [K in keyof ArticleFacts]: ArticleFacts[K] } = {};
  let canonical: string | undefined;
  let title: string | undefined;
  for (let node = document.firstChild; node !== null; node = following(node, document)) {
    if (node.localName === 'meta') {
      const name = node.getAttribute?.('property') ?? node.getAttribute?.('name') ?? '';
      const fact = metaNames[name.toLowerCase()];
      const content = given(node.getAttribute?.('content'));
      // An author's address is no author's name.
      const isAddress = fact === 'author' && /^https?:/iu.test(content ?? '');
      if (fact !== undefined && content !== undefined && !isAddress) facts[fact] ??= content;
    }
    if (node.localName === 'title') title ??= given(node.firstChild?.nodeValue);
    if (node.localName === 'link' && /\bcanonical\b/iu.test(node.getAttribute?.('rel') ?? '')) {
      canonical ??= given(node.getAttribute?.('href'));
    }
  }
  return { ...facts, title: facts.title ?? title, url: canonical ?? facts.url };
}

function given(text: string | null | undefined): string | undefined {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? undefined : trimmed;
}

function wholePage(because: string): string {
  return `The whole page was taken, since ${because}.`;
}
