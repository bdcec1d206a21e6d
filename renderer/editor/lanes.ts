/** Lanes: which underline an occurrence has, so that overlapping ones do not cover each other. */
import type { Span } from '#shared/text/span.ts';

export interface KeyedSpan extends Span {
  readonly key: string;
}

/** The lane of each key, counted from 0. */
export type Lanes = ReadonlyMap<string, number>;

/**
 * Gives every span without a lane the lowest one that is free along its whole length. A lane once given stays, so a
 * new occurrence never moves the lines of the others; lanes of spans that are gone are forgotten.
 * @param spans all spans, in order of their start
 */
export function assignLanes(spans: readonly KeyedSpan[], given: Lanes): Lanes {
  const lanes = new Map<string, number>();
  const open: KeyedSpan[] = [];
  for (const [at, span] of spans.entries()) {
    dropEnded(open, span.start);
    lanes.set(span.key, given.get(span.key) ?? lowestFree(takenLanes(spans, at, open, lanes, given)));
    open.push(span);
  }
  return lanes;
}

function takenLanes(
  spans: readonly KeyedSpan[],
  at: number,
  open: readonly KeyedSpan[],
  lanes: Lanes,
  given: Lanes,
): ReadonlySet<number | undefined> {
  const taken = new Set(open.map(({ key }) => lanes.get(key)));
  const end = spans[at]?.end ?? 0;
  for (let later = at + 1; later < spans.length; later += 1) {
    const span = spans[later];
    if (span === undefined || span.start >= end) break;
    taken.add(given.get(span.key));
  }
  return taken;
}

/** In place: this runs once for each span at every change. */
function dropEnded(open: KeyedSpan[], start: number): void {
  let kept = 0;
  for (const span of open) {
    if (span.end <= start) continue;
    open[kept] = span;
    kept += 1;
  }
  open.length = kept;
}

function lowestFree(taken: ReadonlySet<number | undefined>): number {
  let lane = 0;
  while (taken.has(lane)) lane += 1;
  return lane;
}
