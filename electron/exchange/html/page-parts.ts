/** What a page marks by itself: its headline, its one article, and what is an advertisement. */
import { following, htmlText, type HtmlNode } from './html-text.ts';

export interface PageParts {
  /** Of the headings of first rank, in their order. */
  readonly headings: readonly string[];
  /** The text of the one element that is called an article; empty where there is none, or are several. */
  readonly article: string;
}

/** More than these are not about the article, or are there to take time. */
const headingsLooked = 20;

export function pageParts(document: HtmlNode): PageParts {
  const headings: string[] = [];
  const articles: HtmlNode[] = [];
  for (let node = document.firstChild; node !== null; node = following(node, document)) {
    if (node.localName === 'h1' && headings.length < headingsLooked) headings.push(onOneLine(htmlText(node)));
    if (node.localName === 'article') articles.push(node);
  }
  const [only] = articles;
  return {
    headings: headings.filter((heading) => heading !== ''),
    article: only === undefined || articles.length > 1 ? '' : htmlText(only),
  };
}

/** The library takes a heading that says what the title says for a part of the page; readers read it first. */
export function withHeadline(text: string, headings: readonly string[], title: string): string {
  // Sites put their name behind the title.
  const [own = ''] = title.split(/\s[|·•»–—-]\s/u);
  const headline = headings.find((heading) => isSameTitle(heading, title) || isSameTitle(heading, own));
  if (headline === undefined || text === '') return text;
  return text.split('\n').some((line) => plain(line) === plain(headline)) ? text : `${headline}\n\n${text}`;
}

/** The library goes on looking among comments and menus where an article has fewer characters than this. */
const shortArticle = 500;

/** The marked article, where what was found instead has none of it, or much besides. */
export function markedIfShort(marked: string, found: string): string {
  if (marked === '' || found.length >= shortArticle) return found;
  const longest = marked.split('\n').reduce((best, line) => (line.length > best.length ? line : best), '');
  return found.includes(longest) && found.length <= marked.length ? found : marked;
}

const advertisement =
  /^(?:ads?|adverts?|advertisements?|advertising|adsbygoogle)(?:[-_]+(?:banner|block|box|break|container|label|slot|text|unit|wrap|wrapper|\d+))*$/iu;
/** In characters and in nodes: nothing that holds more is one, whatever it is called. */
const longestAdvertisement = 400;
const mostNodes = 200;

/** Takes out elements that are called advertisements. Changes the document. */
export function dropAdvertisements(document: HtmlNode): void {
  const found: HtmlNode[] = [];
  for (let node = document.firstChild; node !== null; node = following(node, document)) {
    const names = `${node.getAttribute?.('class') ?? ''} ${node.getAttribute?.('id') ?? ''}`.split(/\s+/u);
    if (names.some((name) => advertisement.test(name)) && isShort(node)) found.push(node);
  }
  for (const node of found) node.remove?.();
}

/** Walked only as far as it may reach: a whole page may be called by such a name. */
function isShort(element: HtmlNode): boolean {
  let [length, nodes] = [0, 0];
  for (let node = element.firstChild; node !== null; node = following(node, element)) {
    if (node.nodeType === textType) length += (node.nodeValue ?? '').trim().length;
    nodes += 1;
    if (length > longestAdvertisement || nodes > mostNodes) return false;
  }
  return true;
}

const textType = 3;

/** One may be a shortened form of the other. */
function isSameTitle(heading: string, title: string): boolean {
  const [one, other] = [plain(heading), plain(title)];
  if (one === '' || other === '') return false;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return long.includes(short) && 2 * short.length >= long.length;
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function onOneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
