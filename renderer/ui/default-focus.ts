/** What a dialog gives the focus to where nothing in it has it yet. */
import { useEffect, type RefObject } from 'react';

/** Focuses the first of `selector` in `inside`, once `isReady`; what the user has gone to meanwhile keeps the focus. */
export function useDefaultFocus(inside: RefObject<HTMLElement | null>, isReady: boolean, selector?: string): void {
  useEffect(() => {
    if (!isReady || document.activeElement?.getAttribute('role') !== 'dialog') return;
    const target = selector === undefined ? inside.current : inside.current?.querySelector<HTMLElement>(selector);
    target?.focus();
  }, [inside, isReady, selector]);
}
