/** A text with a caret that nothing can change: what the browser would write is refused, what it copies is the frozen text. */
import { Plugin, type EditorState } from 'prosemirror-state';
import { annotationsOf } from './annotations.ts';
import { coveredBy } from './positions.ts';

export function readOnlyPlugin(): Plugin {
  const refuse = (_view: unknown, event: Event): boolean => {
    event.preventDefault();
    return true;
  };
  // An input method's text cannot be prevented; unheeded, it is a change of the page that is drawn over at once.
  const ignore = (): boolean => true;
  return new Plugin({
    filterTransaction: (tr) => !tr.docChanged,
    props: {
      // The browser draws a caret and moves it by its own keys only where it may edit.
      editable: () => true,
      handleTextInput: () => true,
      handlePaste: () => true,
      handleDrop: () => true,
      handleDOMEvents: {
        beforeinput: refuse,
        paste: refuse,
        drop: refuse,
        dragstart: refuse,
        compositionstart: ignore,
        compositionupdate: ignore,
        compositionend: ignore,
        copy: (view, event) => copy(view.state, event),
        cut: (view, event) => copy(view.state, event),
      },
    },
  });
}

function copy(state: EditorState, event: ClipboardEvent): boolean {
  if (state.selection.empty || event.clipboardData === null) return false;
  event.preventDefault();
  const { text, table } = annotationsOf(state);
  const { start, end } = coveredBy(table, state.selection);
  event.clipboardData.setData('text/plain', text.slice(start, end));
  return true;
}
