/** Marks in the margin: which paragraphs hold a stretch that stands in other documents too. */
import type { SharedStretch } from '#shared/contract/methods.ts';
import type { Span } from '#shared/text/span.ts';
import { blocksOfSpan, type PositionTable } from './positions.ts';

export interface MarginMark {
  /** The position before the paragraph's node. */
  readonly paragraph: number;
  /** The paragraph in the text. */
  readonly span: Span;
  /** In how many other documents something of this paragraph stands; where not all are told, places for documents. */
  readonly copies: number;
  readonly stretches: readonly SharedStretch[];
}

/**
 * One mark for each paragraph that shares at least a letter or digit with another document, in order.
 * @param furniture lines of the page, which are no copy of anything, in order
 */
export function marginMarks(
  text: string,
  table: PositionTable,
  shared: readonly SharedStretch[],
  furniture: readonly Span[],
): readonly MarginMark[] {
  const byParagraph = new Map<number, SharedStretch[]>();
  for (const stretch of shared) {
    const range = blocksOfSpan(table, stretch);
    if (range === null) continue;
    for (const block of table.blocks.slice(range.first, range.last + 1)) {
      const common = { start: Math.max(block.start, stretch.start), end: Math.min(block.end, stretch.end) };
      if (!hasWords(text, common, furniture)) continue;
      const known = byParagraph.get(block.paragraph);
      if (known === undefined) byParagraph.set(block.paragraph, [stretch]);
      else if (known.at(-1) !== stretch) known.push(stretch);
    }
  }
  const spans = paragraphSpans(table);
  return [...byParagraph]
    .sort(([a], [b]) => a - b)
    .map(([paragraph, stretches]) => ({
      paragraph,
      span: spans.get(paragraph) ?? { start: 0, end: 0 },
      stretches,
      copies: documentsOf(stretches).size + untoldPlaces(stretches),
    }));
}

/** Whether a letter or digit stands in the span outside of the furniture. */
function hasWords(text: string, { start, end }: Span, furniture: readonly Span[]): boolean {
  let from = start;
  for (const line of furniture) {
    if (line.start >= end) break;
    if (line.end <= from) continue;
    if (/[\p{L}\p{N}]/u.test(text.slice(from, Math.max(from, line.start)))) return true;
    from = line.end;
  }
  return from < end && /[\p{L}\p{N}]/u.test(text.slice(from, end));
}

/** Each paragraph in the text, by the position before its node; a long one is several blocks, one after the other. */
function paragraphSpans({ blocks }: PositionTable): ReadonlyMap<number, Span> {
  const spans = new Map<number, Span>();
  for (const { paragraph, start, end } of blocks) {
    spans.set(paragraph, { start: spans.get(paragraph)?.start ?? start, end });
  }
  return spans;
}

/** How many places of the stretches are a number only: those of the one that has most, for stretches share places. */
export function untoldPlaces(stretches: readonly SharedStretch[]): number {
  return Math.max(0, ...stretches.map(({ elsewhere, places }) => places - elsewhere.length));
}

function documentsOf(stretches: readonly SharedStretch[]): ReadonlySet<string> {
  return new Set(stretches.flatMap(({ elsewhere }) => elsewhere.map(({ document }) => document)));
}
