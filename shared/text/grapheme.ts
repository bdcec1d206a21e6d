import { splitsPair } from './surrogate.ts';

/** What is looked at on either side of an offset; longer clusters do not occur in prose. */
const REACH = 40;

let segmenter: Intl.Segmenter | undefined;

/** True when the UTF-16 offset does not lie inside a user-perceived character of `text`. */
export function isGraphemeBoundary(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return true;
  const unit = text.charCodeAt(offset);
  const unitBefore = text.charCodeAt(offset - 1);
  // Below the combining marks only CR LF makes a cluster.
  if (unit < 0x300 && unitBefore < 0x300) return !(unit === 0x0a && unitBefore === 0x0d);
  if (splitsPair(text, offset)) return false;
  let from = Math.max(0, offset - REACH);
  if (splitsPair(text, from)) from += 1;
  let to = Math.min(text.length, offset + REACH);
  if (splitsPair(text, to)) to -= 1;
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  const cluster = segmenter.segment(text.slice(from, to)).containing(offset - from);
  return cluster === undefined || cluster.index === offset - from;
}
