/**
 * The one plugin that draws annotations. It is built once and then only changed: a new tag touches the blocks it lies
 * in, and there the stretch it covers; every other block keeps its decorations, the very same objects.
 */
import type { Node } from 'prosemirror-model';
import { Plugin, PluginKey, type EditorState, type Transaction } from 'prosemirror-state';
import { DecorationSet, type Decoration } from 'prosemirror-view';
import { compareDrawn, type DrawnChange, type DrawnOccurrence } from './drawn.ts';
import { assignLanes, type Lanes } from './lanes.ts';
import { piecesOf } from './pieces.ts';
import { blocksOfSpan, type PositionTable } from './positions.ts';
import { decorationChange, decorationsOf, type BlockDecorations } from './tag-decorations.ts';

export interface Annotations {
  readonly text: string;
  readonly table: PositionTable;
  readonly drawn: ReadonlyMap<string, DrawnOccurrence>;
  /** The same in the order of `compareDrawn`. */
  readonly order: readonly DrawnOccurrence[];
  readonly lanes: Lanes;
  /** By index of the block. */
  readonly blocks: ReadonlyMap<number, BlockDecorations>;
  readonly decorations: DecorationSet;
}

const annotationsKey = new PluginKey<Annotations>('annotations');

/** @throws in a state made without the plugin */
export function annotationsOf(state: EditorState): Annotations {
  const annotations = annotationsKey.getState(state);
  if (annotations === undefined) throw new Error('This state draws no annotations.');
  return annotations;
}

/** Puts a change of what is drawn on a transaction. */
export function changeAnnotations(tr: Transaction, change: DrawnChange): Transaction {
  return tr.setMeta(annotationsKey, change);
}

/** The change a transaction carries, if it does. */
export function annotationsChange(tr: Transaction): DrawnChange | undefined {
  return tr.getMeta(annotationsKey) as DrawnChange | undefined;
}

export function annotationsPlugin(text: string, table: PositionTable): Plugin<Annotations> {
  return new Plugin<Annotations>({
    key: annotationsKey,
    state: {
      init: () => ({
        text,
        table,
        drawn: new Map(),
        order: [],
        lanes: new Map(),
        blocks: new Map(),
        decorations: DecorationSet.empty,
      }),
      apply: (tr, annotations) => {
        const change = annotationsChange(tr);
        return change === undefined ? annotations : applyChange(annotations, change, tr.doc);
      },
    },
    props: { decorations: (state) => annotationsOf(state).decorations },
  });
}

function applyChange(annotations: Annotations, change: DrawnChange, doc: Node): Annotations {
  const { text, table } = annotations;
  const drawn = new Map(annotations.drawn);
  const lanesKept = new Map(annotations.lanes);
  const touched = new Set<number>();
  const touch = (occurrence: DrawnOccurrence): void => {
    const range = blocksOfSpan(table, occurrence);
    if (range !== null) for (let index = range.first; index <= range.last; index += 1) touched.add(index);
  };
  for (const key of change.remove) {
    const gone = drawn.get(key);
    if (gone !== undefined) touch(gone);
    drawn.delete(key);
    lanesKept.delete(key);
  }
  // Nearly in order already: what stays, then what comes. Sorting that is one pass and a merge.
  const staying =
    change.remove.length === 0 ? annotations.order : annotations.order.filter(({ key }) => drawn.has(key));
  const order = [...staying, ...change.add].sort(compareDrawn);
  for (const occurrence of change.add) {
    touch(occurrence);
    drawn.set(occurrence.key, occurrence);
  }
  const lanes = assignLanes(order, lanesKept);

  const blocks = new Map(annotations.blocks);
  const add: Decoration[] = [];
  const remove: Decoration[] = [];
  for (const [index, occurrences] of occurrencesByBlock(table, order, touched)) {
    const block = table.blocks[index];
    if (block === undefined) continue;
    const after = decorationsOf(piecesOf(text, block, occurrences), block, lanes);
    const exchanged = decorationChange(blocks.get(index) ?? [], after);
    remove.push(...exchanged.remove);
    add.push(...exchanged.add);
    if (after.length === 0) blocks.delete(index);
    else blocks.set(index, after);
  }
  const decorations = annotations.decorations.remove(remove).add(doc, add);
  return { text, table, drawn, order, lanes, blocks, decorations };
}

/** What each of the given blocks holds, in order; a block that holds nothing any more is there with nothing. */
function occurrencesByBlock(
  table: PositionTable,
  order: readonly DrawnOccurrence[],
  wanted: ReadonlySet<number>,
): ReadonlyMap<number, readonly DrawnOccurrence[]> {
  const found = new Map<number, DrawnOccurrence[]>([...wanted].map((index) => [index, []]));
  const blocks = [...wanted].flatMap((index) => table.blocks[index] ?? []);
  const start = blocks.reduce((least, block) => Math.min(least, block.start), table.length);
  const end = blocks.reduce((most, block) => Math.max(most, block.end), 0);
  for (const occurrence of order) {
    if (occurrence.end <= start || occurrence.start >= end) continue;
    const range = blocksOfSpan(table, occurrence);
    if (range !== null)
      for (let index = range.first; index <= range.last; index += 1) found.get(index)?.push(occurrence);
  }
  return found;
}
