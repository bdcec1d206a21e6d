/**
 * What can be done in the reader. A command asked without `dispatch` only answers whether it applies, so the same
 * function is the key, the button and the button's greyness. With nothing to do it returns `false`.
 */
import { TextSelection, type Command, type EditorState } from 'prosemirror-state';
import type { Span } from '#shared/text/span.ts';
import { annotationsOf } from './annotations.ts';
import { drawnAt, type DrawnOccurrence } from './drawn.ts';
import { insertionAt, insertionsOf } from './insertion-plugin.ts';
import { marksOf, type OnMark } from './mark-plugin.ts';
import { blockOf, coveredBy, offsetOfPos, posOfOffset, spanOfSelection } from './positions.ts';
import { selectedAnnotation } from './selected-annotation.ts';

/** What the commands set going outside the text. */
export interface CommandTargets {
  readonly onLabel: (label: string) => void;
  readonly onAnnotation: (annotation: string | null) => void;
  readonly onRemove: (annotation: string) => void;
  readonly onMark: OnMark;
  /** What only this copy has is to be tagged as an editorial insertion. */
  readonly onInsertion: (candidate: Span) => void;
}

export type ReaderCommand =
  | 'next-annotation'
  | 'previous-annotation'
  | 'select-annotation'
  | 'collapse'
  | 'open-mark'
  | 'next-insertion'
  | 'previous-insertion'
  | 'tag-insertion'
  | 'remove-annotation';

/** What a label would tag now: the selection without white space at its ends, or `null`. */
export function selectedSpan(state: EditorState): Span | null {
  const { table, text } = annotationsOf(state);
  return spanOfSelection(table, text, state.selection);
}

/** Offset of the caret. */
export function caretOffset(state: EditorState): number {
  return offsetOfPos(annotationsOf(state).table, state.selection.head);
}

/** Annotations under the caret, each once, the innermost first. */
export function annotationsAtCaret(state: EditorState): readonly string[] {
  const found = drawnAt(annotationsOf(state).order, caretOffset(state));
  return [...new Set(found.map(({ annotation }) => annotation))];
}

/** The one after the selected in a pile of overlapping annotations; from the last back to the first. */
export function nextInPile(pile: readonly string[], selected: string | null): string | null {
  const at = selected === null ? -1 : pile.indexOf(selected);
  return pile[(at + 1) % pile.length] ?? null;
}

export function tagSelection(targets: CommandTargets, label: string): Command {
  return (state, dispatch) => {
    if (selectedSpan(state) === null) return false;
    if (dispatch !== undefined) targets.onLabel(label);
    return true;
  };
}

export function createCommands(targets: CommandTargets): Readonly<Record<ReaderCommand, Command>> {
  return {
    'next-annotation': goToAnnotation(targets, nextDrawn),
    'previous-annotation': goToAnnotation(targets, previousDrawn),
    'select-annotation': (state, dispatch) => {
      const next = nextInPile(annotationsAtCaret(state), selectedAnnotation(state));
      if (next === null) return false;
      if (dispatch !== undefined) targets.onAnnotation(next);
      return true;
    },
    collapse: (state, dispatch) => {
      const { selection } = state;
      if (selection.empty && selectedAnnotation(state) === null) return false;
      if (dispatch === undefined) return true;
      if (!selection.empty) dispatch(state.tr.setSelection(TextSelection.near(state.doc.resolve(selection.head))));
      else targets.onAnnotation(null);
      return true;
    },
    'open-mark': (state, dispatch) => {
      const caret = caretOffset(state);
      const { paragraph } = blockOf(annotationsOf(state).table, caret);
      const mark = marksOf(state).find((candidate) => candidate.paragraph === paragraph);
      if (mark === undefined) return false;
      const here = mark.stretches.filter(({ start, end }) => start <= caret && caret <= end);
      if (dispatch !== undefined) targets.onMark(here.length > 0 ? here : mark.stretches, mark.span);
      return true;
    },
    'next-insertion': goToInsertion((candidates, { start }) => candidates.find((each) => each.start > start)),
    'previous-insertion': goToInsertion((candidates, { start }) => candidates.findLast((each) => each.start < start)),
    'tag-insertion': (state, dispatch) => {
      const candidate = insertionAt(state, annotationsOf(state).table);
      if (candidate === null) return false;
      if (dispatch !== undefined) targets.onInsertion({ start: candidate.start, end: candidate.end });
      return true;
    },
    'remove-annotation': (state, dispatch) => {
      const annotation = selectedAnnotation(state);
      if (annotation === null) return false;
      if (dispatch !== undefined) targets.onRemove(annotation);
      return true;
    },
  };
}

/** Puts the caret at the start of another occurrence and selects its annotation. */
function goToAnnotation(
  targets: CommandTargets,
  choose: (order: readonly DrawnOccurrence[], caret: number, selected: string | null) => DrawnOccurrence | undefined,
): Command {
  return (state, dispatch, view) => {
    const { order, table } = annotationsOf(state);
    // One goes from occurrence to occurrence: the later ranges of a broken one are no stops.
    const beginnings = order.filter(({ part }) => part === 0);
    const occurrence = choose(beginnings, caretOffset(state), selectedAnnotation(state));
    if (occurrence === undefined) return false;
    if (dispatch !== undefined) {
      const pos = posOfOffset(table, occurrence.start, 'after');
      targets.onAnnotation(occurrence.annotation);
      // Selecting has changed the state since: the caret moves in the one that is there now.
      const { tr } = view?.state ?? state;
      dispatch(tr.setSelection(TextSelection.create(tr.doc, pos)).scrollIntoView());
    }
    return true;
  };
}

/** Selects another stretch that only this copy has, so that its key or a label's key tags it. */
function goToInsertion(choose: (candidates: readonly Span[], here: Span) => Span | undefined): Command {
  return (state, dispatch) => {
    const { table } = annotationsOf(state);
    const here = coveredBy(table, state.selection);
    // One that begins at a bare caret has not been come to yet.
    const isStanding = !state.selection.empty;
    const candidates = insertionsOf(state);
    const next =
      (isStanding ? undefined : candidates.find(({ start }) => start === here.start)) ?? choose(candidates, here);
    if (next === undefined) return false;
    if (dispatch !== undefined) {
      const from = posOfOffset(table, next.start, 'after');
      const to = Math.max(from, posOfOffset(table, next.end, 'before'));
      dispatch(state.tr.setSelection(TextSelection.create(state.doc, from, to)).scrollIntoView());
    }
    return true;
  };
}

function nextDrawn(order: readonly DrawnOccurrence[], caret: number, selected: string | null) {
  const at = standing(order, caret, selected);
  return at === -1 ? order.find(({ start }) => start >= caret) : order[at + 1];
}

function previousDrawn(order: readonly DrawnOccurrence[], caret: number, selected: string | null) {
  const at = standing(order, caret, selected);
  return at === -1 ? order.findLast(({ start }) => start < caret) : order[at - 1];
}

/** The occurrence one has come to: the caret at its start, its annotation selected. −1 where there is none. */
function standing(order: readonly DrawnOccurrence[], caret: number, selected: string | null): number {
  return order.findIndex(({ start, annotation }) => start === caret && annotation === selected);
}
