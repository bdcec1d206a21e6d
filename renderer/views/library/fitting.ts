/** How many things of a row there is room for. */
import { type RefObject, useEffect, useState } from 'react';

/** Room for the number of those that are left out, in pixels, with the gap before it. */
const moreSize = 30;

export interface Fitting {
  /** How many of the row's children fit whole. */
  readonly count: number;
  /** Where the last of them ends, in pixels from the start of the row. */
  readonly end: number;
}

/**
 * Watches a row inside a holder that may be narrower; `null` while all fit. Measured when the browser has laid the
 * page out anyway, so that nothing waits for it.
 */
export function useFitting(holder: RefObject<HTMLElement | null>, row: RefObject<HTMLElement | null>): Fitting | null {
  const [fitting, setFitting] = useState<Fitting | null>(null);
  useEffect(() => {
    const [outer, inner] = [holder.current, row.current];
    if (outer === null || inner === null) return undefined;
    const observer = new ResizeObserver(() => {
      const next = measure(outer, inner);
      setFitting((last) => (last?.count === next?.count && last?.end === next?.end ? last : next));
    });
    observer.observe(outer);
    observer.observe(inner);
    return () => observer.disconnect();
  }, [holder, row]);
  return fitting;
}

function measure(holder: HTMLElement, row: HTMLElement): Fitting | null {
  const room = holder.clientWidth;
  if (row.offsetWidth <= room) return null;
  const ends = [...row.children].map((child) =>
    child instanceof HTMLElement ? child.offsetLeft + child.offsetWidth - row.offsetLeft : 0,
  );
  const fit = ends.filter((end) => end + moreSize <= room);
  return { count: fit.length, end: fit.at(-1) ?? 0 };
}
