/**
 * The text of HTML elements as a reader sees it: white space collapsed as browsers do, a blank line between paragraphs
 * and headings, every item of a list on a line, the rows of a table on lines with TABs between the cells.
 */
import { createTextLines } from './text-lines.ts';

/** What is needed of a DOM's nodes, whoever made them. */
export interface HtmlNode {
  readonly nodeType: number;
  readonly localName?: string | null;
  readonly nodeValue: string | null;
  readonly firstChild: HtmlNode | null;
  readonly nextSibling: HtmlNode | null;
  readonly parentNode: HtmlNode | null;
  readonly getAttribute?: (name: string) => string | null;
  readonly remove?: () => void;
}

const elementType = 1;
const textType = 3;

const names = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const unseen = names(
  'head title meta link script style template noscript iframe object embed svg canvas audio video select button textarea input datalist',
);
const paragraphs = names(
  'p div h1 h2 h3 h4 h5 h6 section article header footer main aside nav blockquote figure figcaption table caption ul ol dl menu pre hr address form fieldset details summary hgroup center body',
);
const lines = names('li dt dd tr option legend');
/** A table of these is there for the look of the page. */
const layout = names('p div table ul ol dl h1 h2 h3 h4 h5 h6 blockquote pre section article');

/** @param root its own element is not looked at, only what is in it */
export function htmlText(root: HtmlNode): string {
  const out = createTextLines();
  const rows = new Map<HtmlNode, boolean>();
  /** In a list's item or a cell, paragraphs are not parted by blank lines. */
  let [items, cells, preformatted] = [0, 0, 0];

  const enter = (node: HtmlNode): boolean => {
    const name = node.localName ?? '';
    if (unseen.has(name) || isHidden(node)) return false;
    if (name === 'br') out.lineFeed(cells > 0);
    else if (name === 'td' || name === 'th') {
      const isData = isDataTable(node, rows);
      if (!isData) out.part(2);
      else if (isLaterCell(node)) out.tab();
      if (isData) cells += 1;
    } else if (cells > 0 && (lines.has(name) || paragraphs.has(name))) out.space();
    else if (lines.has(name)) out.part(1);
    else if (paragraphs.has(name)) out.part(items > 0 && name !== 'pre' ? 1 : 2);
    if (name === 'li') items += 1;
    if (name === 'pre') preformatted += 1;
    return true;
  };
  const leave = (node: HtmlNode): void => {
    const name = node.localName ?? '';
    if (name === 'li') items -= 1;
    if (name === 'pre') preformatted -= 1;
    if (name === 'td' || name === 'th') {
      if (isDataTable(node, rows)) cells -= 1;
      else out.part(2);
    } else if (cells > 0 && (lines.has(name) || paragraphs.has(name))) out.space();
    else if (lines.has(name)) out.part(1);
    else if (paragraphs.has(name)) out.part(items > 0 && name !== 'pre' ? 1 : 2);
  };

  let node = root.firstChild;
  while (node !== null) {
    const isEntered = node.nodeType === elementType && enter(node);
    if (node.nodeType === textType) {
      const isFirst = node.parentNode?.localName === 'pre' && node.parentNode.firstChild === node;
      // A line feed directly after the tag is not part of the text (HTML Standard 13.2.6.4.7).
      if (preformatted > 0 && cells === 0) out.exact((node.nodeValue ?? '').replace(isFirst ? /^\r?\n/ : /^(?!)/, ''));
      else out.text(node.nodeValue ?? '');
    }
    if (isEntered && node.firstChild !== null) {
      node = node.firstChild;
      continue;
    }
    if (isEntered) leave(node);
    while (node !== null && node.nextSibling === null) {
      node = node.parentNode;
      if (node === root || node === null) return out.end();
      leave(node);
    }
    node = node?.nextSibling ?? null;
  }
  return out.end();
}

function isHidden(node: HtmlNode): boolean {
  const hidden = node.getAttribute?.('hidden') ?? null;
  if (hidden !== null && hidden !== 'until-found') return true;
  return /(?:^|;)\s*display\s*:\s*none/iu.test(node.getAttribute?.('style') ?? '');
}

function isLaterCell(cell: HtmlNode): boolean {
  for (let node = cell.parentNode?.firstChild ?? null; node !== null && node !== cell; node = node.nextSibling) {
    if (node.nodeType === elementType) return true;
  }
  return false;
}

/** Holds the table of this cell nothing but words? Known once for a table. */
function isDataTable(cell: HtmlNode, known: Map<HtmlNode, boolean>): boolean {
  let table: HtmlNode | null = cell;
  while (table !== null && table.localName !== 'table') table = table.parentNode;
  if (table === null) return false;
  const found = known.get(table);
  if (found !== undefined) return found;
  let isData = true;
  /** Cells with a paragraph: office programs put one into each. */
  const filled = new Set<HtmlNode | null>();
  for (let node = table.firstChild; node !== null && isData; node = following(node, table)) {
    const name = node.localName ?? '';
    if (name === 'p' && !filled.has(node.parentNode)) {
      isData = /^t[dh]$/u.test(node.parentNode?.localName ?? '');
      filled.add(node.parentNode);
    } else if (layout.has(name) || (name === 'br' && filled.size > 0)) isData = false;
  }
  known.set(table, isData);
  return isData;
}

/** The next node in the order of the document, within `root`. */
export function following(node: HtmlNode, root: HtmlNode): HtmlNode | null {
  if (node.firstChild !== null) return node.firstChild;
  let at: HtmlNode | null = node;
  while (at !== null && at !== root && at.nextSibling === null) at = at.parentNode;
  return at === null || at === root ? null : at.nextSibling;
}
