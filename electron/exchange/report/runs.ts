/**
 * A text cut where occurrences begin and end: each run has the same occurrences over all of its length, so that nested
 * and overlapping ones can be shown for what they are. Offsets: UTF-16, half-open.
 */
import { rangesOf, type BrokenSpan } from '#shared/domain/occurrence.ts';

export interface Run {
  readonly start: number;
  readonly end: number;
  /** Numbers of the occurrences that cover it, in the order in which they begin; of many the last `coveringShown`. */
  readonly covering: readonly number[];
  /** How many cover it in all. */
  readonly depth: number;
  /** Occurrences that begin with this run, or go on with it after what was put into them. */
  readonly opens: readonly number[];
  /** Occurrences that end with this run, or break off until their next range. */
  readonly closes: readonly number[];
}

/** Whoever lays a thousand occurrences over one word does not get a thousand lines under it. */
export const coveringShown = 8;

interface Edges {
  readonly opens: number[];
  readonly closes: number[];
}

/**
 * All of the text from `from` to `to`, in order and without a gap. Runs are cut at line feeds, too: a line feed is at the
 * end of its run.
 * @param occurrences known by their number in this list, ranges within the text
 */
export function* cutRuns(text: string, occurrences: readonly BrokenSpan[]): Generator<Run> {
  const edges = new Map<number, Edges>();
  const edgesAt = (at: number): Edges => {
    const known = edges.get(at) ?? { opens: [], closes: [] };
    edges.set(at, known);
    return known;
  };
  for (const [number, occurrence] of occurrences.entries()) {
    for (const { start, end } of rangesOf(occurrence)) {
      if (start >= end) continue;
      edgesAt(start).opens.push(number);
      edgesAt(end).closes.push(number);
    }
  }
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) edgesAt(at + 1);
  const cuts = [...edges.keys()].filter((at) => at > 0 && at < text.length).toSorted((a, b) => a - b);
  const open = createOpenList(occurrences.length);
  let start = 0;
  for (const end of [...cuts, text.length]) {
    if (end === start) continue;
    const opens = edges.get(start)?.opens ?? [];
    const closes = edges.get(end)?.closes ?? [];
    for (const number of opens) open.add(number);
    yield { start, end, covering: open.last(coveringShown), depth: open.size(), opens, closes };
    for (const number of closes) open.remove(number);
    start = end;
  }
}

interface OpenList {
  readonly add: (number: number) => void;
  readonly remove: (number: number) => void;
  readonly size: () => number;
  /** The last added that are still in, in the order in which they were added. */
  readonly last: (count: number) => readonly number[];
}

/** A linked list: adding, removing and looking at its end take the same time however many are in it. */
function createOpenList(capacity: number): OpenList {
  const before = new Int32Array(capacity).fill(-1);
  const after = new Int32Array(capacity).fill(-1);
  let end = -1;
  let size = 0;
  return {
    add: (number) => {
      before[number] = end;
      after[number] = -1;
      if (end !== -1) after[end] = number;
      end = number;
      size += 1;
    },
    remove: (number) => {
      const one = before[number] ?? -1;
      const other = after[number] ?? -1;
      if (one !== -1) after[one] = other;
      if (other === -1) end = one;
      else before[other] = one;
      size -= 1;
    },
    size: () => size,
    last: (count) => {
      const found: number[] = [];
      for (let at = end; at !== -1 && found.length < count; at = before[at] ?? -1) found.push(at);
      return found.toReversed();
    },
  };
}
