/** The panes F6 goes through, in the order they are read. Each marks its element with `data-pane`. */
export const panes = ['library', 'reader', 'labels', 'annotation', 'status'] as const;
export type Pane = (typeof panes)[number];

/** What in a pane takes the focus first: what is marked for it, else the first thing that can. */
const first = 'a[href], button, input, textarea, [tabindex="0"]';

/** Moves the focus into a pane; `false` where it is folded, absent or has nothing to hold the focus. */
export function focusPane(pane: Pane): boolean {
  const element = document.querySelector<HTMLElement>(`[data-pane="${pane}"]`);
  if (element === null || element.offsetWidth === 0) return false;
  const marked = element.querySelector<HTMLElement>('[data-pane-start], [role="tree"]');
  const target = marked ?? element.querySelector<HTMLElement>(first) ?? element;
  target.focus({ preventScroll: true });
  return element.contains(document.activeElement);
}

/** To the next pane that can hold the focus (−1: the one before), round the window. */
export function focusNextPane(step: 1 | -1): void {
  const holder = document.activeElement?.closest<HTMLElement>('[data-pane]')?.dataset['pane'];
  const here = panes.findIndex((pane) => pane === holder);
  const from = here === -1 && step === -1 ? 0 : here;
  for (let distance = 1; distance <= panes.length; distance += 1) {
    const pane = panes[(from + step * distance + panes.length * 2) % panes.length];
    if (pane !== undefined && focusPane(pane)) return;
  }
}
