/**
 * An occurrence of several ranges in a format whose spans have one: it is a span for each, and a mark of ours, the same
 * on each of them, says that they are one occurrence. What a program has moved or taken away since then counts.
 */
import type { ReadSpan } from './read-document.ts';

export interface Part {
  /** Absent on a span that is an occurrence by itself. */
  readonly mark: string | number | undefined;
  readonly span: ReadSpan;
}

/** @param join what stands between the words of two ranges in the quote that is made */
export function joinParts(parts: readonly Part[], join: string): readonly ReadSpan[] {
  const marked = new Map<string | number, ReadSpan[]>();
  for (const { mark, span } of parts) {
    if (mark === undefined) continue;
    const known = marked.get(mark);
    if (known === undefined) marked.set(mark, [span]);
    else known.push(span);
  }
  return parts.flatMap(({ mark, span }) => {
    const all = mark === undefined ? [span] : (marked.get(mark) ?? []);
    return all[0] === span ? [joined(all, span, join)] : [];
  });
}

function joined(all: readonly ReadSpan[], first: ReadSpan, join: string): ReadSpan {
  if (all.length < 2) return first;
  const quotes = all.map(({ quote }) => quote);
  return {
    ...first,
    end: all.at(-1)?.end ?? first.end,
    ranges: all.map(({ start, end }) => ({ start, end })),
    quote: quotes.includes(null) ? null : quotes.join(join),
    prefix: undefined,
    suffix: undefined,
  };
}
