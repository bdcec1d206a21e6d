/** The reader: a frozen text with a caret, its annotations and the marks of its copies. The one object here that changes. */
import { EditorState, TextSelection, type Transaction } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import type { InsertionCandidate, SharedStretch } from '#shared/contract/methods.ts';
import type { LabelRow } from '#shared/contract/rows.ts';
import type { Span } from '#shared/text/span.ts';
import type { RequestedCommand } from '#renderer/state/selection.ts';
import { annotationsOf, annotationsPlugin, changeAnnotations } from './annotations.ts';
import {
  annotationsAtCaret,
  caretOffset,
  createCommands,
  nextInPile,
  selectedSpan,
  type ReaderCommand,
} from './commands.ts';
import { textToDocument } from './document.ts';
import { drawnChange, type OccurrenceToDraw } from './drawn.ts';
import { changeFurniture, furniturePlugin } from './furniture-plugin.ts';
import { changeInsertions, insertionAt, insertionsPlugin, untagged, type InsertionWords } from './insertion-plugin.ts';
import { labelKeys, readerKeymap, type KeyTargets } from './keymap.ts';
import { changeMarks, marksPlugin, type MarkWords } from './mark-plugin.ts';
import { marginMarks } from './margin-marks.ts';
import { posOfOffset } from './positions.ts';
import { readOnlyPlugin } from './read-only.ts';
import { reveal, scrollerOf, scrollToTop, topOffset } from './scrolling.ts';
import { selectAnnotation, selectedAnnotation, selectedAnnotationPlugin } from './selected-annotation.ts';

/** Everything the reader says, from the catalogue. */
export interface ReaderWords extends MarkWords, InsertionWords {
  /** The accessible name of the text. */
  readonly text: string;
  /** Why a command asked for from outside the text did nothing. */
  readonly nothingThere: Readonly<Record<RequestedCommand, string>>;
}

/** Where the caret is. Offsets: UTF-16. */
export interface ReaderCaret {
  readonly caret: number;
  readonly span: Span | null;
  readonly atCaret: readonly string[];
  /** What only this copy has, where the caret stands in it. */
  readonly insertion: InsertionCandidate | null;
}

export interface ReaderTargets extends KeyTargets {
  /** The caret moved, or what lies under it changed. */
  readonly onCaret: (caret: ReaderCaret) => void;
  /** The text was scrolled; `top` is the offset of the first text on screen. */
  readonly onScroll: (top: number) => void;
}

/** What the reader shows besides the text; each part is compared by identity. */
export interface ReaderContent {
  readonly occurrences: readonly OccurrenceToDraw[];
  readonly labels: readonly LabelRow[];
  readonly shared: readonly SharedStretch[];
  /** Lines of the page, shown faint. */
  readonly furniture: readonly Span[];
  /** What only this copy has; empty until it is known. */
  readonly insertions: readonly InsertionCandidate[];
  readonly selected: string | null;
}

export interface ReaderOptions extends ReaderTargets, ReaderContent {
  /** An empty element that the text goes into. */
  readonly place: HTMLElement;
  readonly text: string;
  readonly words: ReaderWords;
}

export interface Reader {
  /** Shows other content; only what differs is drawn. */
  readonly update: (content: Partial<ReaderContent>) => void;
  /** Selects the span, brings it on screen and takes the focus. An empty span puts the caret there. */
  readonly goTo: (span: Span) => void;
  /** Selects the span, without taking the focus. An empty span puts the caret there. */
  readonly select: (span: Span) => void;
  /** Puts caret and screen where they were, without taking the focus. */
  readonly restore: (place: { readonly caret: number; readonly top: number }) => void;
  readonly focus: () => void;
  readonly can: (command: ReaderCommand) => boolean;
  readonly run: (command: ReaderCommand) => boolean;
  readonly destroy: () => void;
}

const scrollPause = 150;
/** Marks a selection that the reader was sent to, not one that was made in the text. */
const journey = 'journey';

export function createReader(options: ReaderOptions): Reader {
  const { place, text, words } = options;
  const { doc, table } = textToDocument(text);
  const commands = createCommands(options);
  let content: ReaderContent = {
    occurrences: [],
    labels: [],
    shared: [],
    furniture: [],
    insertions: [],
    selected: null,
  };
  let reported: ReaderCaret | null = null;

  const view: EditorView = new EditorView(place, {
    state: EditorState.create({
      doc,
      plugins: [
        labelKeys(options, () => content.labels),
        readerKeymap(options),
        readOnlyPlugin(),
        annotationsPlugin(text, table),
        selectedAnnotationPlugin(),
        marksPlugin(words, options.onMark),
        furniturePlugin(table),
        insertionsPlugin(table, words),
      ],
    }),
    attributes: {
      role: 'textbox',
      'aria-multiline': 'true',
      'aria-readonly': 'true',
      'aria-label': words.text,
      spellcheck: 'false',
      autocorrect: 'off',
      autocapitalize: 'off',
      translate: 'no',
      'data-pane-start': '',
    },
    scrollMargin: 48,
    scrollThreshold: 24,
    dispatchTransaction: dispatch,
    handleClick: (_view, pos, event) => {
      const pile = pileAt(event.target);
      // What the browser puts the caret to is read only after we have drawn, and lost by then: said here, it stays.
      if (!event.shiftKey) {
        view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(pos))));
      }
      options.onAnnotation(nextInPile(pile, selectedAnnotation(view.state)));
      return false;
    },
  });

  // Exact, for nothing but plain text could ever stand here; and React, which at each of its own commits counts through a
  // focused element that is editable to any extent ("true"), leaves this one alone.
  view.dom.setAttribute('contenteditable', 'plaintext-only');

  function dispatch(tr: Transaction): void {
    const before = view.state;
    view.updateState(before.apply(tr));
    if (view.state === before) return;
    // A journey is no leaving: it may lead to where the selected annotation does not stand, to be looked at beside it.
    if (tr.selectionSet && tr.getMeta(journey) === undefined && leavesSelected()) options.onAnnotation(null);
    reportCaret();
  }

  /** Whether the selected annotation is drawn in this text, and the selection touches it nowhere. */
  function leavesSelected(): boolean {
    const selected = selectedAnnotation(view.state);
    if (selected === null) return false;
    const own = annotationsOf(view.state).order.filter(({ annotation }) => annotation === selected);
    const { from, to } = view.state.selection;
    return (
      own.length > 0 &&
      !own.some(({ start, end }) => posOfOffset(table, start) <= to && from <= posOfOffset(table, end))
    );
  }

  function reportCaret(): void {
    const { state } = view;
    const caret = {
      caret: caretOffset(state),
      span: selectedSpan(state),
      atCaret: annotationsAtCaret(state),
      insertion: insertionAt(state, table),
    };
    if (reported !== null && isSameCaret(reported, caret)) return;
    reported = caret;
    options.onCaret(caret);
  }

  function update(next: Partial<ReaderContent>): void {
    const before = content;
    content = { ...before, ...next };
    const { tr } = view.state;
    let changed = false;
    if (content.occurrences !== before.occurrences || content.labels !== before.labels) {
      const labels = new Map(content.labels.map((label) => [label.id, label]));
      const same = new Set(content.labels === before.labels ? before.occurrences : []);
      const change = drawnChange(annotationsOf(view.state).drawn, content.occurrences, labels, same);
      if (change.add.length > 0 || change.remove.length > 0) {
        changeAnnotations(tr, change);
        changed = true;
      }
    }
    if (content.selected !== before.selected) {
      selectAnnotation(tr, content.selected);
      changed = true;
    }
    if (content.shared !== before.shared || content.furniture !== before.furniture) {
      changeMarks(tr, marginMarks(text, table, content.shared, content.furniture));
      changed = true;
    }
    if (content.furniture !== before.furniture) {
      changeFurniture(tr, content.furniture);
      changed = true;
    }
    if (
      content.insertions !== before.insertions ||
      (content.insertions.length > 0 && content.occurrences !== before.occurrences)
    ) {
      changeInsertions(tr, untagged(content.insertions, content.occurrences));
      changed = true;
    }
    if (changed) view.dispatch(tr);
  }

  function select({ start, end }: Span): void {
    const from = posOfOffset(table, start, start === end ? 'before' : 'after');
    const to = Math.max(from, posOfOffset(table, end, 'before'));
    view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, from, to)).setMeta(journey, true));
  }

  const scroller = scrollerOf(place);
  let pause: ReturnType<typeof setTimeout> | undefined;
  const onScroll = (): void => {
    pause ??= setTimeout(() => {
      pause = undefined;
      options.onScroll(topOffset(view, table));
    }, scrollPause);
  };
  scroller.addEventListener('scroll', onScroll, { passive: true });

  const { occurrences, labels, shared, furniture, insertions, selected } = options;
  update({ occurrences, labels, shared, furniture, insertions, selected });

  return {
    update,
    goTo: (span) => {
      select(span);
      view.focus();
      reveal(view, table, span.start);
    },
    select,
    restore: ({ caret, top }) => {
      select({ start: caret, end: caret });
      scrollToTop(view, table, top);
    },
    focus: () => view.focus(),
    can: (command) => commands[command](view.state),
    run: (command) => commands[command](view.state, view.dispatch, view),
    destroy: () => {
      clearTimeout(pause);
      scroller.removeEventListener('scroll', onScroll);
      view.destroy();
    },
  };
}

/** The annotations drawn where the event happened, the innermost first. */
function pileAt(target: EventTarget | null): readonly string[] {
  const pile: string[] = [];
  let element = target instanceof Element ? target.closest('[data-annotation]') : null;
  while (element !== null) {
    const annotation = element.getAttribute('data-annotation');
    if (annotation !== null) pile.push(annotation);
    element = element.parentElement?.closest('[data-annotation]') ?? null;
  }
  return pile;
}

function isSameCaret(a: ReaderCaret, b: ReaderCaret): boolean {
  return (
    a.caret === b.caret &&
    a.span?.start === b.span?.start &&
    a.span?.end === b.span?.end &&
    a.insertion === b.insertion &&
    a.atCaret.length === b.atCaret.length &&
    a.atCaret.every((annotation, at) => annotation === b.atCaret[at])
  );
}
