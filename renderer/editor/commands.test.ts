import type { EditorState, Transaction } from 'prosemirror-state';
import { describe, expect, it } from 'vitest';
import {
  annotationsAtCaret,
  caretOffset,
  createCommands,
  nextInPile,
  tagSelection,
  type CommandTargets,
  type ReaderCommand,
} from './commands.ts';
import { changeInsertions } from './insertion-plugin.ts';
import { changeMarks } from './mark-plugin.ts';
import { drawn, readerState, withSelection } from './reader-state.fixture.ts';
import { selectAnnotation } from './selected-annotation.ts';

interface Ran {
  readonly did: boolean;
  readonly state: EditorState;
  readonly told: readonly string[];
}

function run(command: ReaderCommand | 'tag', state: EditorState): Ran {
  const told: string[] = [];
  const targets: CommandTargets = {
    onLabel: (label) => told.push(`label ${label}`),
    onAnnotation: (annotation) => told.push(`annotation ${annotation}`),
    onRemove: (annotation) => told.push(`remove ${annotation}`),
    onInsertion: ({ start, end }) => told.push(`insertion ${start} ${end}`),
    onMark: (stretches) => told.push(`mark ${stretches.map(({ start }) => start).join(' ')}`),
  };
  let next = state;
  const dispatch = (tr: Transaction): void => {
    next = state.apply(tr);
  };
  const chosen = command === 'tag' ? tagSelection(targets, 'claim') : createCommands(targets)[command];
  const can = chosen(state);
  const silent = told.length === 0;
  const did = chosen(state, dispatch);
  expect({ can, silent }).toEqual({ can: did, silent: true });
  return { did, state: next, told };
}

function selecting(state: EditorState, annotation: string): EditorState {
  return state.apply(selectAnnotation(state.tr, annotation));
}

const text = 'one two three four';
const pile = [drawn('long', 0, 13), drawn('short', 4, 7), drawn('middle', 4, 13)];

describe('tagging the selection', () => {
  it('passes the label on', () => {
    expect(run('tag', withSelection(readerState(text), 4, 7)).told).toEqual(['label claim']);
  });

  it('does not apply to a caret alone', () => {
    expect(run('tag', withSelection(readerState(text), 4)).did).toBe(false);
  });

  it('does not apply to white space alone', () => {
    expect(run('tag', withSelection(readerState(text), 3, 4)).did).toBe(false);
  });
});

describe('annotations under the caret', () => {
  it('are named with the innermost first', () => {
    expect(annotationsAtCaret(withSelection(readerState(text, pile), 5))).toEqual(['short', 'middle', 'long']);
  });

  it('count at both of their ends', () => {
    const state = readerState(text, [drawn('A', 4, 7)]);
    expect([3, 4, 7, 8].map((offset) => annotationsAtCaret(withSelection(state, offset)).length)).toEqual([0, 1, 1, 0]);
  });

  it('are selected one after the other, each reachable, and then again from the first', () => {
    const names = ['short', 'middle', 'long'];
    expect([null, ...names].map((selected) => nextInPile(names, selected))).toEqual([...names, 'short']);
  });

  it('are selected by the command, the innermost first', () => {
    const state = withSelection(readerState(text, pile), 5);
    expect(run('select-annotation', state).told).toEqual(['annotation short']);
    expect(run('select-annotation', selecting(state, 'short')).told).toEqual(['annotation middle']);
  });

  it('leave the command nothing to do where there are none', () => {
    expect(run('select-annotation', withSelection(readerState(text, pile), 16)).did).toBe(false);
  });
});

describe('going from annotation to annotation', () => {
  const three = readerState(text, [drawn('A', 0, 3), drawn('B', 4, 7), drawn('C', 4, 13)]);

  it('goes to the next start after the caret', () => {
    const { told, state } = run('next-annotation', withSelection(three, 2));
    expect([told, caretOffset(state)]).toEqual([['annotation C'], 4]);
  });

  it('goes on among those that start at the same place', () => {
    const { told } = run('next-annotation', selecting(withSelection(three, 4), 'C'));
    expect(told).toEqual(['annotation B']);
  });

  it('goes back', () => {
    const { told, state } = run('previous-annotation', withSelection(three, 2));
    expect([told, caretOffset(state)]).toEqual([['annotation A'], 0]);
  });

  it('ends at the last', () => {
    expect(run('next-annotation', selecting(withSelection(three, 4), 'B')).did).toBe(false);
  });
});

describe('what only this copy has', () => {
  const bare = readerState('one two three four\nfive');
  const candidates = [
    { start: 4, end: 7, lackedBy: ['d2'] },
    { start: 14, end: 23, lackedBy: ['d2'] },
  ];
  const marked = bare.apply(changeInsertions(bare.tr, candidates));
  const selected = ({ state }: Ran): string => state.doc.textBetween(state.selection.from, state.selection.to, '|');

  it('is gone to one after the other, selected, and back', () => {
    const first = run('next-insertion', withSelection(marked, 0));
    const second = run('next-insertion', first.state);
    expect([selected(first), selected(second), selected(run('previous-insertion', second.state))]).toEqual([
      'two',
      'four|five',
      'two',
    ]);
    expect(run('next-insertion', second.state).did).toBe(false);
    expect(run('previous-insertion', first.state).did).toBe(false);
  });

  it('is tagged whole from any caret in it, or where it is selected', () => {
    const places = [withSelection(marked, 5), withSelection(marked, 7), withSelection(marked, 4, 7)];
    expect(places.map((state) => run('tag-insertion', state).told)).toEqual([
      ['insertion 4 7'],
      ['insertion 4 7'],
      ['insertion 4 7'],
    ]);
  });

  it('is not tagged where a part of it is selected, or the caret is elsewhere', () => {
    const places = [withSelection(marked, 4, 6), withSelection(marked, 9), withSelection(bare, 5)];
    expect(places.map((state) => run('tag-insertion', state).did)).toEqual([false, false, false]);
  });
});

describe('other commands', () => {
  it('collapse a selection to its caret', () => {
    const { state } = run('collapse', withSelection(readerState(text), 7, 4));
    expect([state.selection.empty, caretOffset(state)]).toEqual([true, 4]);
  });

  it('deselect the annotation where nothing else is selected', () => {
    expect(run('collapse', selecting(withSelection(readerState(text), 4), 'A')).told).toEqual(['annotation null']);
  });

  it('remove the selected annotation, and nothing where none is selected', () => {
    expect(run('remove-annotation', selecting(readerState(text), 'A')).told).toEqual(['remove A']);
    expect(run('remove-annotation', readerState(text)).did).toBe(false);
  });

  it('open what the paragraph shares at the caret', () => {
    const state = readerState('one two three\nfour');
    const stretches = [0, 8].map((start) => ({ start, end: start + 5, elsewhere: [], places: 0 }));
    const marked = state.apply(
      changeMarks(state.tr, [{ paragraph: 1, span: { start: 0, end: 13 }, copies: 1, stretches }]),
    );
    expect(run('open-mark', withSelection(marked, 9)).told).toEqual(['mark 8']);
    expect(run('open-mark', withSelection(marked, 6)).told).toEqual(['mark 0 8']);
    expect(run('open-mark', withSelection(marked, 15)).did).toBe(false);
  });
});
