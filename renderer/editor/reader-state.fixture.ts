/** A reader's state without a window, for tests. */
import { EditorState, TextSelection } from 'prosemirror-state';
import { annotationsOf, annotationsPlugin, changeAnnotations } from './annotations.ts';
import { textToDocument } from './document.ts';
import type { DrawnOccurrence } from './drawn.ts';
import { insertionsPlugin } from './insertion-plugin.ts';
import { marksPlugin } from './mark-plugin.ts';
import { posOfOffset } from './positions.ts';
import { selectedAnnotationPlugin } from './selected-annotation.ts';

/** An occurrence of the claim label whose key and annotation are the same letter. */
export function drawn(key: string, start: number, end: number, digit = '1'): DrawnOccurrence {
  return { key, annotation: key, start, end, look: 'tag-claim', digit, part: 0 };
}

export function readerState(text: string, occurrences: readonly DrawnOccurrence[] = []): EditorState {
  const { doc, table } = textToDocument(text);
  const state = EditorState.create({
    doc,
    plugins: [
      annotationsPlugin(text, table),
      selectedAnnotationPlugin(),
      marksPlugin({ mark: () => '' }, () => undefined),
      insertionsPlugin(table, { insertion: ({ lackedBy }) => `not in ${lackedBy.join(' ')}` }),
    ],
  });
  return state.apply(changeAnnotations(state.tr, { add: occurrences, remove: [] }));
}

/** The state with a selection from one offset to another; the second is where the caret is. */
export function withSelection(state: EditorState, anchor: number, head = anchor): EditorState {
  const { table } = annotationsOf(state);
  const selection = TextSelection.create(state.doc, posOfOffset(table, anchor), posOfOffset(table, head));
  return state.apply(state.tr.setSelection(selection));
}
