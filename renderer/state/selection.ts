/** Where the reader is: the open document, the caret and what it selects, the selected annotation, and the way back. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { InsertionCandidate } from '#shared/contract/methods.ts';
import type { Span } from '#shared/text/span.ts';

/** A span of a document. Offsets: UTF-16, half-open. */
export interface Place extends Span {
  readonly document: string;
}

/** What the reader reports when the caret has moved. */
export interface CaretMove {
  readonly document: string;
  /** Offset of the caret. */
  readonly caret: number;
  /** What is selected, without space at its ends; `null` where that is nothing. */
  readonly span: Span | null;
  /** Annotations under the caret, the innermost first. */
  readonly atCaret: readonly string[];
  /** What only this copy has, where the caret stands in it. */
  readonly insertion?: InsertionCandidate | null;
}

/** Where in a document the reader was. `top` is the offset of the first text on screen. */
export interface ReadingPlace {
  readonly caret: number;
  readonly top: number;
}

/** Where the reader has to go next; `turn` tells two journeys to the same place apart. */
export interface Destination extends Place {
  readonly turn: number;
}

/** What the reader can be asked to do from outside the text. */
export type RequestedCommand =
  | 'next-annotation'
  | 'previous-annotation'
  | 'open-mark'
  | 'next-insertion'
  | 'previous-insertion'
  | 'tag-insertion';

/** What the reader is asked for from outside the text: only it can do it, and it may have to be opened first. */
export type ReaderRequest =
  | { readonly type: 'focus' }
  /** Takes the focus and runs one of its commands. */
  | { readonly type: 'run'; readonly command: RequestedCommand }
  /** Selects a span, or puts the caret where it is empty, and leaves the focus where it is. */
  | { readonly type: 'select'; readonly span: Span };

export interface SelectionState {
  readonly document: string | null;
  readonly caret: number;
  readonly span: Span | null;
  readonly atCaret: readonly string[];
  /** What only this copy has, where the caret stands in it. */
  readonly insertion: InsertionCandidate | null;
  /** The selected annotation: shown in the pane, ringed in the text. */
  readonly annotation: string | null;
  readonly destination: Destination | null;
  /** What the reader of the open document has yet to do. */
  readonly request: ReaderRequest | null;
  /** Places left by a jump, the latest last, and those left by going back. */
  readonly past: readonly Place[];
  readonly future: readonly Place[];
  /** Where each document opened in this window was left. */
  readonly places: ReadonlyMap<string, ReadingPlace>;
}

export interface Selection {
  readonly store: StoreApi<SelectionState>;
  /** Opens a document where it was left. `null` closes the one that is open. */
  readonly openDocument: (document: string | null) => void;
  /** Opens a document where an earlier window left it. */
  readonly restore: (place: ReadingPlace & { readonly document: string }) => void;
  /**
   * Opens the place's document, scrolls there and selects it; the place left goes on the jump list. `annotation` is the
   * one to look at there, be it drawn at the place or not; without it the pane shows what lies at the caret.
   */
  readonly goTo: (place: Place, annotation?: string | null) => void;
  /** Along the jump list; `false` where there is nowhere to go. */
  readonly back: () => boolean;
  readonly forward: () => boolean;
  readonly selectAnnotation: (annotation: string | null) => void;
  /** Asks the reader of the open document, now or as soon as it is there. */
  readonly ask: (request: ReaderRequest) => void;
  /** For the reader alone. */
  readonly caretMoved: (move: CaretMove) => void;
  readonly scrolled: (document: string, top: number) => void;
  readonly arrived: (turn: number) => void;
  /** Takes the request to answer it. */
  readonly takeRequest: () => ReaderRequest | null;
}

const jumpLimit = 100;

const nowhere: SelectionState = {
  document: null,
  caret: 0,
  span: null,
  atCaret: [],
  insertion: null,
  annotation: null,
  destination: null,
  request: null,
  past: [],
  future: [],
  places: new Map(),
};

export function createSelection(): Selection {
  const store = createStore<SelectionState>()(() => nowhere);
  let turns = 0;

  const here = (): Place | null => {
    const { document, caret, span } = store.getState();
    return document === null ? null : { document, ...(span ?? { start: caret, end: caret }) };
  };
  const open = (document: string | null): Partial<SelectionState> =>
    document === store.getState().document
      ? {}
      : {
          document,
          span: null,
          atCaret: [],
          insertion: null,
          destination: null,
          request: null,
          caret: caretIn(store.getState(), document),
        };
  const travel = (place: Place): Partial<SelectionState> => {
    turns += 1;
    return { ...open(place.document), destination: { ...place, turn: turns } };
  };
  const step = (from: 'past' | 'future', to: 'past' | 'future') => (): boolean => {
    const state = store.getState();
    const place = state[from].at(-1);
    if (place === undefined) return false;
    const left = here();
    store.setState({
      ...travel(place),
      annotation: null,
      [from]: state[from].slice(0, -1),
      [to]: left === null ? state[to] : [...state[to], left],
    });
    return true;
  };

  return {
    store,
    openDocument: (document) => {
      if (document === store.getState().document) return;
      store.setState({ ...open(document), annotation: null });
    },
    restore: ({ document, caret, top }) => {
      store.setState((state) => ({ places: new Map(state.places).set(document, { caret, top }) }));
      store.setState({ ...open(document), annotation: null });
    },
    goTo: (place, annotation = null) => {
      const left = here();
      const past = left === null ? store.getState().past : [...store.getState().past, left].slice(-jumpLimit);
      store.setState({ ...travel(place), annotation, past, future: [] });
    },
    back: step('past', 'future'),
    forward: step('future', 'past'),
    selectAnnotation: (annotation) => {
      if (annotation !== store.getState().annotation) store.setState({ annotation });
    },
    ask: (request) => {
      if (store.getState().document !== null) store.setState({ request });
    },
    caretMoved: ({ document, caret, span, atCaret, insertion = null }) => {
      const state = store.getState();
      if (state.document !== document) return;
      const known = state.places.get(document);
      const moved = known?.caret !== caret;
      const places = moved ? new Map(state.places).set(document, { caret, top: known?.top ?? 0 }) : state.places;
      store.setState({ caret, span, atCaret, insertion, places });
    },
    scrolled: (document, top) => {
      const state = store.getState();
      const caret = caretIn(state, document);
      store.setState({ places: new Map(state.places).set(document, { caret, top }) });
    },
    arrived: (turn) => {
      if (store.getState().destination?.turn === turn) store.setState({ destination: null });
    },
    takeRequest: () => {
      const { request } = store.getState();
      if (request !== null) store.setState({ request: null });
      return request;
    },
  };
}

function caretIn(state: SelectionState, document: string | null): number {
  return document === null ? 0 : (state.places.get(document)?.caret ?? 0);
}
