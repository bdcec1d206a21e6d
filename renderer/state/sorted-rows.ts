/** Rows in order, kept up with their map: what has changed is put in its place, the rest is not compared again. */
import { differingKeys } from '#shared/contract/row-map.ts';

/** When more than this part of the rows is new, sorting all of them is faster. */
const part = 4;

/** Remembers the last map and its order; the same array while no row is another. */
export function createSortedRows<R extends { readonly id: string }>(
  compare: (a: R, b: R) => number,
): (rows: ReadonlyMap<string, R>) => readonly R[] {
  let known: ReadonlyMap<string, R> = new Map();
  let sorted: readonly R[] = [];
  return (rows) => {
    if (rows === known) return sorted;
    const differing = differingKeys(known, rows);
    const gone = [...differing].some((key) => known.has(key)) ? differing : null;
    known = rows;
    if (differing.size === 0) return sorted;
    const fresh = [...differing].flatMap((key) => rows.get(key) ?? []);
    // What only comes, as in an import, leaves the others where they are.
    const kept = gone === null ? sorted : sorted.filter(({ id }) => !gone.has(id));
    sorted =
      fresh.length * part > kept.length && kept.length < fresh.length
        ? [...rows.values()].toSorted(compare)
        : mergedRows(kept, fresh.toSorted(compare), compare);
    return sorted;
  };
}

/**
 * `fresh` put into `kept`, both in order. Each finds its place from that of the one before, in steps that double: rows
 * that belong together, or all at the end, cost next to nothing.
 */
export function mergedRows<R>(kept: readonly R[], fresh: readonly R[], compare: (a: R, b: R) => number): readonly R[] {
  if (kept.length === 0) return fresh;
  const result: R[] = [];
  let from = 0;
  for (const row of fresh) {
    const isBefore = (at: number): boolean => compare(kept[at] as R, row) < 0;
    let low = from;
    let step = 1;
    while (low + step <= kept.length && isBefore(low + step - 1)) {
      low += step;
      step *= 2;
    }
    let high = Math.min(kept.length, low + step);
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (isBefore(middle)) low = middle + 1;
      else high = middle;
    }
    for (let at = from; at < low; at += 1) result.push(kept[at] as R);
    result.push(row);
    from = low;
  }
  for (let at = from; at < kept.length; at += 1) result.push(kept[at] as R);
  return result;
}
