/**
 * HTML with every element closed, none deeper than can be walked, and nothing in it that would run or load: what is
 * given to the library that makes a document of it. Missing closing tags are put where the HTML Standard puts them,
 * roughly; the text and its order are kept.
 */
import { err, ok, type Result } from '#shared/text/result.ts';
import { htmlTokens, type HtmlToken } from './tags.ts';

export type HtmlFault =
  | { readonly type: 'too deep'; readonly limit: number }
  | { readonly type: 'too many elements'; readonly limit: number };

export interface BalancedHtml {
  readonly html: string;
  readonly elements: number;
}

/** Elements deeper than this are refused; tags that only mark words are left out there. Browsers stop at 512 too. */
const depthLimit = 512;
const elementLimit = 100_000;
/** Each `&amp;` in the text costs as much as an element. */
const referenceLimit = 500_000;
const tagLength = 20_000;

const names = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const voidNames = names('area base br col embed frame hr img input link meta param source track wbr basefont bgsound');
/** What a page says of itself, wherever it stands. */
const headNames = names('meta link');
/** Written by us, once. */
const frameNames = names('html head body base');
const markNames = names(
  'a abbr acronym b big cite code del dfn em font i ins kbd label mark nobr q s samp small span strike strong sub sup time tt u var',
);
/** They begin a block, so that an open paragraph ends before them. */
const blockNames = names(
  'address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav ol p pre section summary table ul',
);
/** What an opening tag closes, up to the nearest element that holds it together. */
const closes: Readonly<Record<string, { readonly ends: ReadonlySet<string>; readonly within: ReadonlySet<string> }>> = {
  li: { ends: names('li'), within: names('ul ol menu dir table td th') },
  dt: { ends: names('dt dd'), within: names('dl table td th') },
  dd: { ends: names('dt dd'), within: names('dl table td th') },
  option: { ends: names('option'), within: names('select datalist') },
  tr: { ends: names('tr'), within: names('table') },
  td: { ends: names('td th'), within: names('table tr') },
  th: { ends: names('td th'), within: names('table tr') },
  tbody: { ends: names('thead tbody tfoot caption colgroup'), within: names('table') },
  thead: { ends: names('thead tbody tfoot caption colgroup'), within: names('table') },
  tfoot: { ends: names('thead tbody tfoot caption colgroup'), within: names('table') },
  a: { ends: names('a'), within: names('td th div p li section article') },
};
const paragraph = { ends: names('p'), within: names('table td th button div li blockquote section article') };
/** Elements that are never part of a text, with what is in them. */
const dropped = names('noscript object applet svg canvas audio video template select button map datalist frameset');

/** @param isXml `<a/>` is an element without contents, as in XHTML; in HTML it opens one */
export function balancedHtml(source: string, isXml = false): Result<BalancedHtml, HtmlFault> {
  const head: string[] = [];
  const written: string[] = [];
  const open: string[] = [];
  let [elements, references] = [0, 0];
  let droppedDepth = 0;
  let dropping = '';

  const closeTo = (length: number): void => {
    while (open.length > length) written.push(`</${open.pop() ?? ''}>`);
  };
  const closeImplied = ({ ends, within }: { ends: ReadonlySet<string>; within: ReadonlySet<string> }): void => {
    for (let at = open.length - 1; at >= 0; at -= 1) {
      const name = open[at] ?? '';
      if (ends.has(name)) closeTo(at);
      if (ends.has(name) || within.has(name)) return;
    }
  };

  for (const token of htmlTokens(source, isXml)) {
    if (dropping !== '') {
      if (token.type === 'open' && token.name === dropping && !token.isClosed) droppedDepth += 1;
      if (token.type === 'close' && token.name === dropping) droppedDepth -= 1;
      if (droppedDepth === 0) dropping = '';
      continue;
    }
    if (token.type === 'text') {
      references += countOf(token.source, '&', referenceLimit) + countOf(token.source, '<', referenceLimit);
      if (references > referenceLimit) return err({ type: 'too many elements', limit: referenceLimit });
      written.push(token.source.replaceAll('<', '&lt;'));
    } else if (token.type === 'raw') (token.name === 'xmp' ? written : head).push(keptRaw(token));
    else if (frameNames.has(token.name)) continue;
    else if (token.type === 'close') {
      const at = voidNames.has(token.name) ? -1 : open.lastIndexOf(token.name);
      if (at !== -1) closeTo(at);
    } else {
      elements += 1;
      if (elements > elementLimit) return err({ type: 'too many elements', limit: elementLimit });
      const { name } = token;
      const isClosed = token.isClosed && (isXml || name.includes(':'));
      if (dropped.has(name)) {
        if (!isClosed) [dropping, droppedDepth] = [name, 1];
        continue;
      }
      const implied = closes[name];
      if (implied !== undefined) closeImplied(implied);
      if (blockNames.has(name)) closeImplied(paragraph);
      if (voidNames.has(name)) {
        (headNames.has(name) ? head : written).push(shortTag(token));
      } else if (open.length < depthLimit || !markNames.has(name)) {
        if (open.length >= depthLimit) return err({ type: 'too deep', limit: depthLimit });
        written.push(shortTag(token));
        open.push(name);
        if (isClosed) closeTo(open.length - 1);
      }
    }
  }
  closeTo(0);
  return ok({ html: `<html><head>${head.join('')}</head><body>${written.join('')}</body></html>`, elements });
}

/** Up to one more than `most`. */
function countOf(text: string, character: string, most: number): number {
  let count = 0;
  for (let at = text.indexOf(character); at !== -1 && count <= most; at = text.indexOf(character, at + 1)) count += 1;
  return count;
}

/** Only titles and what pages say of themselves in JSON are kept of what is no markup. */
function keptRaw({ name, source }: Extract<HtmlToken, { readonly type: 'raw' }>): string {
  const isKept = name === 'title' || name === 'xmp' || (name === 'script' && /ld\+json/iu.test(source.slice(0, 200)));
  if (!isKept) return '';
  return new RegExp(`</${name}\\s*>$`, 'iu').test(source) ? source : `${source}</${name}>`;
}

/** The tag, without its attributes where they are no attributes any more. */
function shortTag({ name, source, isClosed }: Extract<HtmlToken, { readonly type: 'open' }>): string {
  if (source.length > tagLength || !source.endsWith('>')) return `<${name}>`;
  return isClosed ? `${source.slice(0, -2)} >` : source;
}
