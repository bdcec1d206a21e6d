/** Shows page furniture faint. It is made of whole lines, so it is a look of paragraphs, and tags lie in it as anywhere. */
import { Plugin, PluginKey, type EditorState, type Transaction } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';
import type { Span } from '#shared/text/span.ts';
import { blocksOfSpan, type PositionTable } from './positions.ts';

const furnitureKey = new PluginKey<DecorationSet>('furniture');

/** Puts on a transaction which spans are furniture; of a line that is so in part, the whole paragraph is. Offsets: UTF-16. */
export function changeFurniture(tr: Transaction, furniture: readonly Span[]): Transaction {
  return tr.setMeta(furnitureKey, furniture);
}

/** What is shown faint. */
export function furnitureOf(state: EditorState): DecorationSet {
  return furnitureKey.getState(state) ?? DecorationSet.empty;
}

export function furniturePlugin(table: PositionTable): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key: furnitureKey,
    state: {
      init: () => DecorationSet.empty,
      apply: (tr, decorations) => {
        const furniture = tr.getMeta(furnitureKey) as readonly Span[] | undefined;
        if (furniture === undefined) return decorations;
        const faint = [...paragraphsOf(table, furniture)].map((paragraph) => {
          const size = tr.doc.nodeAt(paragraph)?.nodeSize ?? 0;
          return Decoration.node(paragraph, paragraph + size, { class: 'furniture' });
        });
        return DecorationSet.create(tr.doc, faint);
      },
    },
    props: { decorations: furnitureOf },
  });
}

/** The positions before the paragraphs that share a character with a span. */
function paragraphsOf(table: PositionTable, spans: readonly Span[]): ReadonlySet<number> {
  const paragraphs = new Set<number>();
  for (const span of spans) {
    const range = blocksOfSpan(table, span);
    if (range === null) continue;
    for (const { paragraph } of table.blocks.slice(range.first, range.last + 1)) paragraphs.add(paragraph);
  }
  return paragraphs;
}
