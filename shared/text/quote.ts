import type { Span } from './span.ts';
import { splitsPair } from './surrogate.ts';

/** Words of a span with a little of what stands around them, as the W3C TextQuoteSelector has it. */
export interface Quote {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** How much context a quote carries on either side, in UTF-16 units. */
export const QUOTE_CONTEXT = 32;

/**
 * Quotes a span of a text with up to `context` UTF-16 units on either side. The context is one unit
 * shorter where it would otherwise begin or end between the halves of a surrogate pair. The span
 * must have passed `checkSpan`.
 */
export function quoteOf(text: string, span: Span, context: number = QUOTE_CONTEXT): Quote {
  let from = Math.max(0, span.start - context);
  if (splitsPair(text, from)) from += 1;
  let to = Math.min(text.length, span.end + context);
  if (splitsPair(text, to)) to -= 1;
  return {
    exact: text.slice(span.start, span.end),
    prefix: text.slice(from, span.start),
    suffix: text.slice(span.end, to),
  };
}
