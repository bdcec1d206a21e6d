/**
 * Two texts word by word, for an apparatus: which stretches of the one stand for which of the other. Words that stand
 * once in both texts and in the same order hold them together (patience diff, Cohen); between these the longest common
 * sequence of words is looked for where that is little work, and where it is much all of it is taken to differ.
 */

/** Half-open, in words. Between two differences the texts are the same. */
export interface Difference {
  readonly from: number;
  readonly to: number;
  readonly otherFrom: number;
  readonly otherTo: number;
}

/** In pairs of words. */
const mostPairs = 1_000_000;

/** In the order of the texts; none is empty on both sides, and none touches the next. */
export function differences(words: readonly string[], others: readonly string[]): readonly Difference[] {
  const found: Difference[] = [];
  let at = 0;
  let otherAt = 0;
  const upTo = (to: number, otherTo: number): void => {
    if (to > at || otherTo > otherAt) found.push({ from: at, to, otherFrom: otherAt, otherTo });
  };
  for (const [word, other] of commonPairs(words, others)) {
    upTo(word, other);
    at = word + 1;
    otherAt = other + 1;
  }
  upTo(words.length, others.length);
  return found;
}

type Pair = readonly [number, number];

function commonPairs(words: readonly string[], others: readonly string[]): readonly Pair[] {
  const pairs: Pair[] = [];
  let at = 0;
  let otherAt = 0;
  for (const [word, other] of [...anchors(words, others), [words.length, others.length] as const]) {
    pairs.push(...pairsBetween(words, others, [at, word], [otherAt, other]));
    if (word < words.length) pairs.push([word, other]);
    at = word + 1;
    otherAt = other + 1;
  }
  return pairs;
}

function anchors(words: readonly string[], others: readonly string[]): readonly Pair[] {
  const places = uniquePlaces(words);
  const otherPlaces = uniquePlaces(others);
  const pairs: Pair[] = [];
  for (const [word, at] of places) {
    const other = otherPlaces.get(word) ?? -1;
    if (at >= 0 && other >= 0) pairs.push([at, other]);
  }
  return longestRising(pairs);
}

/** -1 for words that stand there more than once. In the order of the text. */
function uniquePlaces(words: readonly string[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (const [at, word] of words.entries()) places.set(word, places.has(word) ? -1 : at);
  return places;
}

/** Of pairs in order of the first, the most whose second are in order, too. */
function longestRising(pairs: readonly Pair[]): readonly Pair[] {
  const ends: number[] = [];
  const before: number[] = [];
  for (const [index, [, other]] of pairs.entries()) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((pairs[ends[middle] ?? 0]?.[1] ?? 0) < other) low = middle + 1;
      else high = middle;
    }
    before.push(low === 0 ? -1 : (ends[low - 1] ?? -1));
    ends[low] = index;
  }
  const found: Pair[] = [];
  for (let index = ends.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) {
    const pair = pairs[index];
    if (pair !== undefined) found.push(pair);
  }
  return found.toReversed();
}

/** The longest common sequence of two stretches, after what they begin and end with alike. */
function pairsBetween(words: readonly string[], others: readonly string[], own: Pair, other: Pair): readonly Pair[] {
  let [from, to] = own;
  let [otherFrom, otherTo] = other;
  const start: Pair[] = [];
  const end: Pair[] = [];
  while (from < to && otherFrom < otherTo && words[from] === others[otherFrom]) {
    start.push([from, otherFrom]);
    from += 1;
    otherFrom += 1;
  }
  while (from < to && otherFrom < otherTo && words[to - 1] === others[otherTo - 1]) {
    to -= 1;
    otherTo -= 1;
    end.push([to, otherTo]);
  }
  return [...start, ...longestCommon(words, others, [from, to], [otherFrom, otherTo]), ...end.toReversed()];
}

function longestCommon(words: readonly string[], others: readonly string[], own: Pair, other: Pair): readonly Pair[] {
  const [from, to] = own;
  const [otherFrom, otherTo] = other;
  const width = otherTo - otherFrom + 1;
  if (to === from || width === 1 || (to - from) * width > mostPairs) return [];
  /** How many words the rest has in common. */
  const rest = new Uint16Array((to - from + 1) * width);
  for (let row = to - from - 1; row >= 0; row -= 1)
    for (let column = width - 2; column >= 0; column -= 1) {
      const cell = row * width + column;
      const isSame = words[from + row] === others[otherFrom + column];
      rest[cell] = isSame ? (rest[cell + width + 1] ?? 0) + 1 : Math.max(rest[cell + width] ?? 0, rest[cell + 1] ?? 0);
    }
  const pairs: Pair[] = [];
  for (let row = 0, column = 0; row < to - from && column < width - 1;) {
    const cell = row * width + column;
    if (words[from + row] === others[otherFrom + column]) {
      pairs.push([from + row, otherFrom + column]);
      row += 1;
      column += 1;
    } else if ((rest[cell + width] ?? 0) >= (rest[cell + 1] ?? 0)) row += 1;
    else column += 1;
  }
  return pairs;
}
