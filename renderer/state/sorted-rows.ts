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
    known = rows;
    if (differing.size === 0) return sorted;
    const fresh = [...differing].flatMap((key) => rows.get(key) ?? []);
    const kept = sorted.filter(({ id }) => !differing.has(id));
    sorted =
      fresh.length * part > kept.length
        ? [...rows.values()].toSorted(compare)
        : merged(kept, fresh.toSorted(compare), compare);
    return sorted;
  };
}

/** `fresh` put into `kept`: each finds its place by halving what lies after the one before. */
function merged<R>(kept: readonly R[], fresh: readonly R[], compare: (a: R, b: R) => number): readonly R[] {
  const result: R[] = [];
  let from = 0;
  for (const row of fresh) {
    let low = from;
    let high = kept.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compare(kept[middle] as R, row) < 0) low = middle + 1;
      else high = middle;
    }
    for (let at = from; at < low; at += 1) result.push(kept[at] as R);
    result.push(row);
    from = low;
  }
  for (let at = from; at < kept.length; at += 1) result.push(kept[at] as R);
  return result;
}
