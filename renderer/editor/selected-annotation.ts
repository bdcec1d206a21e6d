/** The ring around the selected annotation: a small set of its own, so that selecting redraws nothing else. */
import type { Node } from 'prosemirror-model';
import { Plugin, PluginKey, type EditorState, type Transaction } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';
import { annotationsChange, annotationsOf, type Annotations } from './annotations.ts';
import { blocksOfSpan } from './positions.ts';

interface Selected {
  readonly annotation: string | null;
  readonly decorations: DecorationSet;
}

const selectedKey = new PluginKey<Selected>('selected-annotation');

/** The id of the selected annotation, or `null`. */
export function selectedAnnotation(state: EditorState): string | null {
  return selectedKey.getState(state)?.annotation ?? null;
}

export function selectAnnotation(tr: Transaction, annotation: string | null): Transaction {
  return tr.setMeta(selectedKey, annotation);
}

/** Must stand after the annotations plugin: it reads what that one has just drawn. */
export function selectedAnnotationPlugin(): Plugin<Selected> {
  return new Plugin<Selected>({
    key: selectedKey,
    state: {
      init: () => ({ annotation: null, decorations: DecorationSet.empty }),
      apply: (tr, selected, _before, state) => {
        const chosen = tr.getMeta(selectedKey) as string | null | undefined;
        const annotation = chosen === undefined ? selected.annotation : chosen;
        if (annotation === selected.annotation && annotationsChange(tr) === undefined) return selected;
        return { annotation, decorations: ringsOf(tr.doc, annotationsOf(state), annotation) };
      },
    },
    props: { decorations: (state) => selectedKey.getState(state)?.decorations },
  });
}

function ringsOf(doc: Node, { order, table }: Annotations, annotation: string | null): DecorationSet {
  if (annotation === null) return DecorationSet.empty;
  const rings = order
    .filter((occurrence) => occurrence.annotation === annotation)
    .flatMap((occurrence) => {
      const range = blocksOfSpan(table, occurrence);
      if (range === null) return [];
      return table.blocks.slice(range.first, range.last + 1).map((block) => {
        const from = Math.max(block.start, occurrence.start) - block.start;
        const to = Math.min(block.end, occurrence.end) - block.start;
        return Decoration.inline(block.pos + from, block.pos + to, { nodeName: 'span', class: 'tag-selected' });
      });
    });
  return DecorationSet.create(doc, rings);
}
