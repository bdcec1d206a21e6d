/** The reader's keys. Caret and selection keys are the browser's own. */
import { chainCommands } from 'prosemirror-commands';
import { keymap } from 'prosemirror-keymap';
import { Plugin, Selection, TextSelection, type Command } from 'prosemirror-state';
import type { LabelRow } from '#shared/contract/rows.ts';
import { createCommands, tagSelection, type CommandTargets } from './commands.ts';

export interface KeyTargets extends CommandTargets {
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  /** A label's key was pressed while nothing was selected. */
  readonly onNothingSelected: () => void;
  /** Escape was pressed, whatever else it does. */
  readonly onEscape: () => void;
}

export function readerKeymap(targets: KeyTargets): Plugin {
  const commands = createCommands(targets);
  return keymap({
    Enter: chainCommands(commands['select-annotation'], commands['open-mark']),
    Escape: (state, dispatch, view) => {
      if (dispatch !== undefined) targets.onEscape();
      return commands.collapse(state, dispatch, view);
    },
    Backspace: commands['remove-annotation'],
    Delete: commands['remove-annotation'],
    'Alt-ArrowDown': commands['next-annotation'],
    'Alt-ArrowUp': commands['previous-annotation'],
    n: commands['next-annotation'],
    p: commands['previous-annotation'],
    m: commands['open-mark'],
    j: commands['next-insertion'],
    k: commands['previous-insertion'],
    i: commands['tag-insertion'],
    // The browser's own stop at the last section it has laid out.
    'Mod-a': selectWhole,
    'Mod-Home': toEdge('start', 'caret'),
    'Mod-End': toEdge('end', 'caret'),
    'Shift-Mod-Home': toEdge('start', 'selection'),
    'Shift-Mod-End': toEdge('end', 'selection'),
    // ProseMirror keeps these from the menu while the text has the focus, so they are answered here.
    'Mod-z': always(targets.onUndo),
    'Mod-y': always(targets.onRedo),
    'Shift-Mod-z': always(targets.onRedo),
  });
}

/** Label keys: digits, on the number row and the number pad, and on layouts that write digits with Shift. */
export function labelKeys(targets: KeyTargets, labels: () => readonly LabelRow[]): Plugin {
  return new Plugin({
    props: {
      handleKeyDown: (view, event) => {
        if (event.ctrlKey || event.metaKey || event.altKey) return false;
        const label = labels().find(({ key }) => key !== '' && isKey(event, key));
        if (label === undefined) return false;
        if (!tagSelection(targets, label.id)(view.state, view.dispatch, view)) targets.onNothingSelected();
        return true;
      },
    },
  });
}

function isKey(event: KeyboardEvent, key: string): boolean {
  return event.key === key || (event.code === `Digit${key}` && !event.shiftKey);
}

const selectWhole: Command = ({ tr }, dispatch) => {
  dispatch?.(tr.setSelection(TextSelection.between(tr.doc.resolve(0), tr.doc.resolve(tr.doc.content.size))));
  return true;
};

function toEdge(edge: 'start' | 'end', moved: 'caret' | 'selection'): Command {
  return ({ tr, selection }, dispatch) => {
    const { $head } = edge === 'start' ? Selection.atStart(tr.doc) : Selection.atEnd(tr.doc);
    const $anchor = moved === 'caret' ? $head : selection.$anchor;
    dispatch?.(tr.setSelection(TextSelection.between($anchor, $head)).scrollIntoView());
    return true;
  };
}

function always(act: () => void): Command {
  return (_state, dispatch) => {
    if (dispatch !== undefined) act();
    return true;
  };
}
