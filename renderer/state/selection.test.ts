import { describe, expect, it } from 'vitest';
import { createSelection, type Selection } from './selection.ts';

function place(document: string, start: number) {
  return { document, start, end: start + 3 };
}

function openAt(document: string, caret: number): Selection {
  const selection = createSelection();
  selection.openDocument(document);
  selection.caretMoved({ document, caret, span: null, atCaret: [] });
  return selection;
}

function destination(selection: Selection): string {
  const { document, destination: next } = selection.store.getState();
  return next === null ? `${document}` : `${document} → ${next.document} ${next.start}`;
}

describe('going to a place', () => {
  it('opens its document and names it as the destination', () => {
    const selection = openAt('d0', 7);
    selection.goTo(place('d1', 20));
    expect(destination(selection)).toBe('d1 → d1 20');
  });

  it('is over when the reader has arrived, and not when it arrives from an earlier journey', () => {
    const selection = openAt('d0', 7);
    selection.goTo(place('d1', 20));
    const first = selection.store.getState().destination?.turn ?? 0;
    selection.goTo(place('d1', 40));
    selection.arrived(first);
    expect(destination(selection)).toBe('d1 → d1 40');
    selection.arrived(first + 1);
    expect(destination(selection)).toBe('d1');
  });

  it('can be taken back, and forward again', () => {
    const selection = openAt('d0', 7);
    selection.goTo(place('d1', 20));
    selection.caretMoved({ document: 'd1', caret: 20, span: null, atCaret: [] });
    expect(selection.back()).toBe(true);
    expect(destination(selection)).toBe('d0 → d0 7');
    expect(selection.back()).toBe(false);
    expect(selection.forward()).toBe(true);
    expect(destination(selection)).toBe('d1 → d1 20');
    expect(selection.forward()).toBe(false);
  });

  it('takes along the annotation to look at there, and none unless told', () => {
    const selection = openAt('d0', 7);
    selection.goTo(place('d1', 20), 'a');
    expect(selection.store.getState().annotation).toBe('a');
    selection.goTo(place('d0', 20));
    expect(selection.store.getState().annotation).toBeNull();
  });

  it('forgets what was ahead', () => {
    const selection = openAt('d0', 7);
    selection.goTo(place('d1', 20));
    selection.back();
    selection.goTo(place('d2', 1));
    expect(selection.forward()).toBe(false);
  });
});

describe('opening a document', () => {
  it('returns to where it was left', () => {
    const selection = openAt('d0', 7);
    selection.scrolled('d0', 5);
    selection.openDocument('d1');
    selection.openDocument('d0');
    const { caret, places } = selection.store.getState();
    expect([caret, places.get('d0')]).toEqual([7, { caret: 7, top: 5 }]);
  });

  it('leaves selection and annotation behind', () => {
    const selection = openAt('d0', 7);
    selection.caretMoved({ document: 'd0', caret: 9, span: { start: 7, end: 9 }, atCaret: ['a'] });
    selection.selectAnnotation('a');
    selection.openDocument('d1');
    expect(selection.store.getState()).toMatchObject({ span: null, atCaret: [], annotation: null });
  });

  it('begins where an earlier window was', () => {
    const selection = createSelection();
    selection.restore({ document: 'd0', caret: 7, top: 5 });
    expect(selection.store.getState()).toMatchObject({ document: 'd0', caret: 7 });
    expect(selection.store.getState().places.get('d0')).toEqual({ caret: 7, top: 5 });
  });
});

describe('what the reader is asked for', () => {
  it('waits until it is taken, once', () => {
    const selection = openAt('d0', 7);
    selection.ask({ type: 'focus' });
    expect([selection.takeRequest(), selection.takeRequest()]).toEqual([{ type: 'focus' }, null]);
  });

  it('is dropped with the document it was meant for, and where none is open', () => {
    const selection = createSelection();
    selection.ask({ type: 'focus' });
    expect(selection.takeRequest()).toBeNull();
    selection.openDocument('d0');
    selection.ask({ type: 'run', command: 'next-annotation' });
    selection.openDocument('d1');
    expect(selection.takeRequest()).toBeNull();
  });
});

describe('the caret', () => {
  it('of a document that is no longer open is not heard', () => {
    const selection = openAt('d0', 7);
    selection.caretMoved({ document: 'd1', caret: 1, span: null, atCaret: [] });
    expect(selection.store.getState().caret).toBe(7);
  });
});
