/** Draws the margin marks as buttons beside the text: no part of it, no stop for the caret. */
import type { Node } from 'prosemirror-model';
import { Plugin, PluginKey, type EditorState, type Transaction } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';
import type { SharedStretch } from '#shared/contract/methods.ts';
import type { Span } from '#shared/text/span.ts';
import type { MarginMark } from './margin-marks.ts';

export interface MarkWords {
  /** What the mark says in words: in how many other places, and where. */
  readonly mark: (stretches: readonly SharedStretch[]) => string;
}

interface Marks {
  readonly marks: readonly MarginMark[];
  readonly decorations: DecorationSet;
}

const marksKey = new PluginKey<Marks>('margin-marks');

export function changeMarks(tr: Transaction, marks: readonly MarginMark[]): Transaction {
  return tr.setMeta(marksKey, marks);
}

/** The marks shown, in order. */
export function marksOf(state: EditorState): readonly MarginMark[] {
  return marksKey.getState(state)?.marks ?? [];
}

/** A margin mark was chosen: what is shared there, and the paragraph it stands beside. Offsets: UTF-16. */
export type OnMark = (stretches: readonly SharedStretch[], paragraph: Span) => void;

export function marksPlugin(words: MarkWords, onMark: OnMark): Plugin<Marks> {
  const draw = (doc: Node, marks: readonly MarginMark[]): DecorationSet =>
    DecorationSet.create(
      doc,
      // Between the paragraphs, not in one: a button in a line of text is a stop for the caret, wherever it is drawn.
      marks.map((mark) =>
        Decoration.widget(mark.paragraph, () => markButton(mark, gapAt(doc, mark), words, onMark), {
          side: -1,
          stopEvent: () => true,
          ignoreSelection: true,
        }),
      ),
    );
  return new Plugin<Marks>({
    key: marksKey,
    state: {
      init: () => ({ marks: [], decorations: DecorationSet.empty }),
      apply: (tr, value) => {
        const marks = tr.getMeta(marksKey) as readonly MarginMark[] | undefined;
        return marks === undefined ? value : { marks, decorations: draw(tr.doc, marks) };
      },
    },
    props: { decorations: (state) => marksKey.getState(state)?.decorations },
  });
}

/** The space above the paragraph, which the mark keeps too. */
function gapAt(doc: Node, mark: MarginMark): string {
  return String(doc.nodeAt(mark.paragraph)?.attrs['gap'] ?? 0);
}

function markButton(mark: MarginMark, gap: string, words: MarkWords, onMark: OnMark): HTMLElement {
  const button = document.createElement('button');
  const sentence = words.mark(mark.stretches);
  button.type = 'button';
  button.className = 'margin-mark';
  button.contentEditable = 'false';
  button.dataset['gap'] = gap;
  // Reached by the key “m” from the paragraph: Tab leaves the text in one step.
  button.tabIndex = -1;
  button.append(copiesIcon(), String(mark.copies));
  button.title = sentence;
  button.setAttribute('aria-label', sentence);
  button.addEventListener('mousedown', (event) => event.preventDefault());
  button.addEventListener('click', () => onMark(mark.stretches, mark.span));
  return button;
}

/** Two overlapping sheets, drawn: few fonts have the character for them. */
function copiesIcon(): SVGElement {
  const icon = document.createElementNS(svgNames, 'svg');
  icon.setAttribute('viewBox', '0 0 12 12');
  icon.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(svgNames, 'path');
  path.setAttribute('d', 'M1 1h7v7H1zM4 8v3h7V4H8');
  icon.append(path);
  return icon;
}

const svgNames = 'http://www.w3.org/2000/svg';
