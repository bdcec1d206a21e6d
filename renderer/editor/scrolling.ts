/** Where the text stands on screen. Offsets: UTF-16 of the document's text. */
import type { EditorView } from 'prosemirror-view';
import { offsetOfPos, posOfOffset, type PositionTable } from './positions.ts';

/** How far below the upper edge a line is put or looked for, in pixels. */
const topMargin = 12;

/** The nearest ancestor that scrolls, or the page. */
export function scrollerOf(element: HTMLElement): Element {
  for (let ancestor = element.parentElement; ancestor !== null; ancestor = ancestor.parentElement) {
    const { overflowY } = getComputedStyle(ancestor);
    if (overflowY === 'auto' || overflowY === 'scroll') return ancestor;
  }
  return document.scrollingElement ?? document.documentElement;
}

/** The offset of the first text on screen; 0 where the text's beginning is. */
export function topOffset(view: EditorView, table: PositionTable): number {
  const top = upperEdge(scrollerOf(view.dom)) + topMargin;
  const box = view.dom.getBoundingClientRect();
  if (box.top >= top) return 0;
  const found = view.posAtCoords({ left: box.left + box.width / 2, top });
  return found === null ? 0 : offsetOfPos(table, found.pos);
}

/** Puts the line of an offset at the upper edge; offset 0 shows what stands above the text too. */
export function scrollToTop(view: EditorView, table: PositionTable, offset: number): void {
  const scroller = scrollerOf(view.dom);
  if (offset === 0) scroller.scrollTop = 0;
  else
    settle(() => {
      scroller.scrollTop += lineOf(view, table, offset).top - upperEdge(scroller) - topMargin;
    });
}

/** Brings an offset to the middle, unless it is comfortably on screen. */
export function reveal(view: EditorView, table: PositionTable, offset: number): void {
  const scroller = scrollerOf(view.dom);
  settle(() => {
    const line = lineOf(view, table, offset);
    const top = upperEdge(scroller);
    const height = scroller.clientHeight;
    const edge = height / 8;
    if (line.top >= top + edge && line.bottom <= top + height - edge) return;
    scroller.scrollTop += (line.top + line.bottom) / 2 - top - height / 2;
  });
}

/** Twice: heights of sections not yet drawn are guesses until they come near the screen. */
function settle(scroll: () => void): void {
  scroll();
  requestAnimationFrame(scroll);
}

function lineOf(
  view: EditorView,
  table: PositionTable,
  offset: number,
): { readonly top: number; readonly bottom: number } {
  return view.isDestroyed ? { top: 0, bottom: 0 } : view.coordsAtPos(posOfOffset(table, offset, 'after'), 1);
}

function upperEdge(scroller: Element): number {
  return scroller === document.scrollingElement ? 0 : scroller.getBoundingClientRect().top;
}
