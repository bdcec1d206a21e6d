/** Marks in the margin: which paragraphs hold a stretch that stands in other documents too. */
import type { SharedStretch } from '#shared/contract/methods.ts';
import type { Span } from '#shared/text/span.ts';
import { blocksOfSpan, type PositionTable } from './positions.ts';

export interface MarginMark {
  /** The position before the paragraph's node. */
  readonly paragraph: number;
  /** The paragraph in the text. */
  readonly span: Span;
  /** In how many other documents something of this paragraph stands. */
  readonly copies: number;
  readonly stretches: readonly SharedStretch[];
}

/** One mark for each paragraph that shares at least a letter or digit with another document, in order. */
export function marginMarks(
  text: string,
  table: PositionTable,
  shared: readonly SharedStretch[],
): readonly MarginMark[] {
  const byParagraph = new Map<number, SharedStretch[]>();
  for (const stretch of shared) {
    const range = blocksOfSpan(table, stretch);
    if (range === null) continue;
    for (const block of table.blocks.slice(range.first, range.last + 1)) {
      const common = text.slice(Math.max(block.start, stretch.start), Math.min(block.end, stretch.end));
      if (!/[\p{L}\p{N}]/u.test(common)) continue;
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
      copies: documentsOf(stretches).size,
    }));
}

/** Each paragraph in the text, by the position before its node; a long one is several blocks, one after the other. */
function paragraphSpans({ blocks }: PositionTable): ReadonlyMap<number, Span> {
  const spans = new Map<number, Span>();
  for (const { paragraph, start, end } of blocks) {
    spans.set(paragraph, { start: spans.get(paragraph)?.start ?? start, end });
  }
  return spans;
}

function documentsOf(stretches: readonly SharedStretch[]): ReadonlySet<string> {
  return new Set(stretches.flatMap(({ elsewhere }) => elsewhere.map(({ document }) => document)));
}
