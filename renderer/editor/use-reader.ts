/** The reader in a React view, wired to the window's state. Commits reach it directly, not through a render. */
import { useEffect, useRef, useState } from 'react';
import type { InsertionCandidate, SharedStretch } from '#shared/contract/methods.ts';
import type { Span } from '#shared/text/span.ts';
import { useWindowState } from '#renderer/state/hooks.ts';
import type { OpenDocument } from '#renderer/state/mirror.ts';
import { annotationsIn, labelsInOrder } from '#renderer/state/selectors.ts';
import type { WindowState } from '#renderer/state/window-state.ts';
import type { OnMark } from './mark-plugin.ts';
import { createReader, type Reader, type ReaderContent, type ReaderWords } from './view.ts';

export interface ReaderProps {
  readonly document: OpenDocument;
  /** The same object from render to render: new words make a new reader. */
  readonly words: ReaderWords;
  /** A margin mark was chosen. */
  readonly onMark: OnMark;
}

export interface ReaderBinding {
  /** The `ref` of an empty element inside the one that scrolls. */
  readonly place: (element: HTMLElement | null) => void;
  readonly reader: Reader | null;
}

export function useReader({ document, words, onMark }: ReaderProps): ReaderBinding {
  const state = useWindowState();
  const [element, place] = useState<HTMLElement | null>(null);
  const [reader, setReader] = useState<Reader | null>(null);
  const latestOnMark = useRef(onMark);
  const { id, text } = document;

  useEffect(() => {
    latestOnMark.current = onMark;
  }, [onMark]);

  useEffect(() => {
    if (element === null) return undefined;
    const created = connectReader(state, { place: element, id, text, words }, (stretches, paragraph) =>
      latestOnMark.current(stretches, paragraph),
    );
    setReader(created.reader);
    return () => {
      created.disconnect();
      setReader(null);
    };
  }, [state, element, id, text, words]);

  return { place, reader };
}

interface Connection {
  readonly place: HTMLElement;
  readonly id: string;
  readonly text: string;
  readonly words: ReaderWords;
}

function connectReader(
  state: WindowState,
  { place, id, text, words }: Connection,
  onMark: OnMark,
): { readonly reader: Reader; readonly disconnect: () => void } {
  const { mirror, selection, acts, notices } = state;
  let insertions: readonly InsertionCandidate[] = [];
  const contentNow = (): ReaderContent => ({
    occurrences: annotationsIn(mirror.getState(), id),
    labels: labelsInOrder(mirror.getState()),
    shared: mirror.getState().documents.get(id)?.shared ?? noStretches,
    furniture: mirror.getState().documents.get(id)?.furniture ?? noFurniture,
    insertions,
    selected: selection.store.getState().annotation,
  });
  const left = selection.store.getState().places.get(id);

  const reader = createReader({
    place,
    text,
    words,
    ...contentNow(),
    onMark,
    onLabel: (label) => void acts.tagSelection(label),
    onNothingSelected: () => acts.sayNothingSelected(),
    onEscape: () => notices.dismissRefusals(),
    onAnnotation: (annotation) => selection.selectAnnotation(annotation),
    onInsertion: (candidate) => void acts.tagInsertion(candidate),
    onRemove: (annotation) => void acts.removeAnnotation(annotation),
    onUndo: () => void acts.undo(),
    onRedo: () => void acts.redo(),
    onCaret: (caret) => selection.caretMoved({ document: id, ...caret }),
    onScroll: (top) => selection.scrolled(id, top),
  });

  const travel = (): boolean => {
    const { destination } = selection.store.getState();
    if (destination?.document !== id) return false;
    reader.goTo(destination);
    selection.arrived(destination.turn);
    return true;
  };
  const serve = (): void => {
    if (selection.store.getState().document !== id) return;
    const request = selection.takeRequest();
    if (request === null) return;
    if (request.type === 'select') return reader.select(request.span);
    reader.focus();
    if (request.type === 'run' && !reader.run(request.command))
      notices.add('refusal', words.nothingThere[request.command]);
    return undefined;
  };

  let isConnected = true;
  const readInsertions = async (): Promise<void> => {
    const found = await state.call('document.variants', { document: id });
    if (!isConnected) return;
    if (found.ok) insertions = found.value.insertions;
    else if (found.error.type !== 'UnknownDocument') notices.add('refusal', found.error.message);
    reader.update({ insertions });
  };
  // The text first: what only this copy has follows when it has been painted.
  let pause: ReturnType<typeof setTimeout> | undefined;
  const readInsertionsSoon = (): void => {
    clearTimeout(pause);
    pause = setTimeout(() => void readInsertions(), afterPainting);
  };
  readInsertionsSoon();

  const endings = [
    () => {
      isConnected = false;
      clearTimeout(pause);
    },
    mirror.subscribe((next, before) => {
      if (next !== before) reader.update(contentNow());
      // It was read again, for its copies have changed.
      const open = next.documents.get(id);
      if (open !== undefined && open !== before.documents.get(id)) readInsertionsSoon();
    }),
    selection.store.subscribe((next, before) => {
      if (next.annotation !== before.annotation) reader.update({ selected: next.annotation });
      if (next.destination !== before.destination) travel();
      if (next.request !== before.request) serve();
    }),
  ];
  // What the reader does on its way has to be heard.
  if (!travel() && left !== undefined) reader.restore(left);
  serve();
  return {
    reader,
    disconnect: () => {
      for (const end of endings) end();
      reader.destroy();
    },
  };
}

/** Milliseconds: enough for the text to be on screen. */
const afterPainting = 120;
const noStretches: readonly SharedStretch[] = [];
const noFurniture: readonly Span[] = [];
