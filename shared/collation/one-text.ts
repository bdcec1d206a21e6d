import type { CopiedStretch } from './alignment.ts';

/** Stretches in the same order in both documents are one text if so much of what they span is matched. */
const LEAST_MATCHED = 0.5;

/** And if they are so much of the shorter document: two quotations of a speech are two passages. */
const LEAST_SHARE = 0.3;

/** Of more stretches the longest are looked at. */
const MOST_STRETCHES = 100;

/**
 * The stretches between two documents, those put together that are the same text with pieces cut out, put in or written
 * anew: an analyst reads one story in two copies there and not a dozen passages. The text comes first, then what
 * does not lie in it in both documents, in the order given.
 *
 * @param shorter words of the shorter document
 */
export function asOneText(stretches: readonly CopiedStretch[], shorter: number): readonly CopiedStretch[] {
  if (stretches.length < 2) return stretches;
  const chain = densest(heaviestChain(stretches));
  const text = joined(chain);
  if (chain.length < 2 || text.words < LEAST_SHARE * shorter) return stretches;
  return [text, ...stretches.filter((stretch) => !isWithin(stretch, text))];
}

/** Of a chain the part with the most words that is one text. */
function densest(chain: readonly CopiedStretch[]): readonly CopiedStretch[] {
  let best = { words: 0, from: 0, to: 0 };
  for (const [from, first] of chain.entries()) {
    let words = 0;
    for (const [ahead, last] of chain.slice(from).entries()) {
      words += last.words;
      const spanned = Math.max(last.toA - first.fromA, last.toB - first.fromB);
      if (words > best.words && words >= LEAST_MATCHED * spanned) best = { words, from, to: from + ahead + 1 };
    }
  }
  return chain.slice(best.from, best.to);
}

/** The stretches that follow one another in both documents and have the most words in all. */
function heaviestChain(stretches: readonly CopiedStretch[]): readonly CopiedStretch[] {
  const longest =
    stretches.length <= MOST_STRETCHES
      ? stretches
      : stretches.toSorted((one, other) => other.words - one.words).slice(0, MOST_STRETCHES);
  const items = longest
    .filter(({ isRepeat }) => isRepeat !== true)
    .toSorted((one, other) => one.fromA - other.fromA || one.fromB - other.fromB);
  const best: { readonly words: number; readonly before: number }[] = [];
  let last = -1;
  for (const [at, item] of items.entries()) {
    let before = -1;
    for (const [index, earlier] of items.slice(0, at).entries()) {
      const isBefore = earlier.toA <= item.fromA && earlier.toB <= item.fromB;
      if (isBefore && (best[index]?.words ?? 0) > (best[before]?.words ?? 0)) before = index;
    }
    best.push({ words: item.words + (best[before]?.words ?? 0), before });
    if ((best[at]?.words ?? 0) > (best[last]?.words ?? 0)) last = at;
  }
  const chain: CopiedStretch[] = [];
  for (let at = last; at >= 0; at = best[at]?.before ?? -1) {
    const item = items[at];
    if (item !== undefined) chain.unshift(item);
  }
  return chain;
}

function joined(chain: readonly CopiedStretch[]): CopiedStretch {
  return {
    runs: chain.flatMap(({ runs }) => runs),
    words: chain.reduce((sum, { words }) => sum + words, 0),
    fromA: chain[0]?.fromA ?? 0,
    toA: chain.at(-1)?.toA ?? 0,
    fromB: chain[0]?.fromB ?? 0,
    toB: chain.at(-1)?.toB ?? 0,
  };
}

function isWithin(inner: CopiedStretch, outer: CopiedStretch): boolean {
  const isInA = outer.fromA <= inner.fromA && inner.toA <= outer.toA;
  return isInA && outer.fromB <= inner.fromB && inner.toB <= outer.toB;
}
