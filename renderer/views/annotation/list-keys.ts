/** Up and down go from occurrence to occurrence; `false` at the ends and for other keys. */
export function moveAlong(jump: HTMLElement, key: string): boolean {
  const step = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return false;
  const next = jumpBeside(jump, step);
  next?.focus();
  return next !== null;
}

/** What holds the focus when the button that made a list longer is gone: the item that was the first of the new ones. */
export function focusItem(list: HTMLElement | null, at: number): void {
  const items = list?.querySelectorAll<HTMLElement>('.occurrence-jump');
  items?.[Math.min(at, items.length - 1)]?.focus();
}

/** The occurrence after this one (−1: before it) in its list. */
export function jumpBeside(jump: HTMLElement, step: 1 | -1): HTMLElement | null {
  const jumps = [...(jump.closest('ul')?.querySelectorAll<HTMLElement>('.occurrence-jump') ?? [])];
  return jumps[jumps.indexOf(jump) + step] ?? null;
}
