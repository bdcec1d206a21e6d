/**
 * Marks what only this copy has: a candidate for an editorial insertion, until it is tagged. A quiet mark of its own
 * shape, above the words and at their corners; tags are below and behind them.
 */
import { Plugin, PluginKey, type EditorState, type Transaction } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';
import type { InsertionCandidate } from '#shared/contract/methods.ts';
import { editorialInsertion } from '#shared/domain/label.ts';
import { rangesOf } from '#shared/domain/occurrence.ts';
import { overlaps } from '#shared/text/span.ts';
import type { OccurrenceToDraw } from './drawn.ts';
import { blocksOfSpan, coveredBy, type PositionTable } from './positions.ts';

export interface InsertionWords {
  /** What the mark says in words: who lacks it, and the key that tags it. */
  readonly insertion: (candidate: InsertionCandidate) => string;
}

interface Insertions {
  readonly candidates: readonly InsertionCandidate[];
  readonly decorations: DecorationSet;
}

const insertionsKey = new PluginKey<Insertions>('insertions');

export function changeInsertions(tr: Transaction, candidates: readonly InsertionCandidate[]): Transaction {
  return tr.setMeta(insertionsKey, candidates);
}

/** The candidates that are marked, in order. */
export function insertionsOf(state: EditorState): readonly InsertionCandidate[] {
  return insertionsKey.getState(state)?.candidates ?? [];
}

/** The marked candidate that the caret stands in, or that is selected; `null` where something else is selected. */
export function insertionAt(state: EditorState, table: PositionTable): InsertionCandidate | null {
  const here = coveredBy(table, state.selection);
  const found = insertionsOf(state).find(({ start, end }) => start <= here.start && here.end <= end);
  if (found === undefined) return null;
  const isSelected = here.start === found.start && here.end === found.end;
  return state.selection.empty || isSelected ? found : null;
}

/** The candidates without those in which somebody has tagged an editorial insertion: the tag takes the mark's place. */
export function untagged(
  candidates: readonly InsertionCandidate[],
  occurrences: readonly OccurrenceToDraw[],
): readonly InsertionCandidate[] {
  const tagged = occurrences
    .filter(
      ({ annotation, occurrence }) => annotation.label === editorialInsertion && occurrence.verdict !== 'detached',
    )
    .flatMap(({ occurrence }) => rangesOf(occurrence));
  return candidates.filter((candidate) => !tagged.some((range) => overlaps(candidate, range)));
}

export function insertionsPlugin(table: PositionTable, words: InsertionWords): Plugin<Insertions> {
  return new Plugin<Insertions>({
    key: insertionsKey,
    state: {
      init: () => ({ candidates: [], decorations: DecorationSet.empty }),
      apply: (tr, before) => {
        const candidates = tr.getMeta(insertionsKey) as readonly InsertionCandidate[] | undefined;
        if (candidates === undefined) return before;
        const marks = candidates.flatMap((candidate) => marksOf(table, candidate, words.insertion(candidate)));
        return { candidates, decorations: DecorationSet.create(tr.doc, marks) };
      },
    },
    props: { decorations: (state) => insertionsKey.getState(state)?.decorations },
  });
}

function marksOf(table: PositionTable, { start, end }: InsertionCandidate, title: string): readonly Decoration[] {
  const range = blocksOfSpan(table, { start, end });
  if (range === null) return [];
  return table.blocks.slice(range.first, range.last + 1).map((block) => {
    const from = Math.max(block.start, start) - block.start;
    const to = Math.min(block.end, end) - block.start;
    return Decoration.inline(block.pos + from, block.pos + to, { nodeName: 'span', class: 'insertion-mark', title });
  });
}
