import type { PlacedSpan } from './placing.ts';
import type { ReadSpan } from './read-document.ts';
import { alignTokens, type Tokens } from './token-text.ts';

/** Spans of whole tokens: their tokens are the words that prove them. @param text the frozen text */
export function placeTokens(tokens: Tokens, spans: readonly ReadSpan[], text: string): readonly PlacedSpan[] {
  const { start, end, fault } = alignTokens(tokens, text);
  return spans.map((read) => {
    const [from, to] = [start(read.start), end(read.end)];
    if (from !== null && to !== null && from < to) return { type: 'ok', read, place: { start: from, end: to } };
    return { type: 'rejected', read, why: fault ?? 'it is no row of whole tokens' };
  });
}
