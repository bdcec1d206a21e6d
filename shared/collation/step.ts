import { Boundary } from './boundary.ts';
import type { IndexedDocument } from './indexed-document.ts';
import type { PlacedStretch } from './placed-stretch.ts';
import type { Run } from './run.ts';
import { edgeBefore } from './sentence.ts';

/** Two documents, the second with a copy of words of the first. */
interface Pair {
  readonly a: IndexedDocument;
  readonly b: IndexedDocument;
}

/** The words of a stretch. */
interface Reach {
  readonly fromA: number;
  readonly toA: number;
  readonly fromB: number;
  readonly toB: number;
}

/** So many words are the same at least where something was cut out: "he said" after a quotation that was cut short. */
const LEAST_WORDS = 2;

/**
 * What matches next before a copied stretch, where word by word too much lies between: words that stand right before the
 * stretch in the copy and further up in the span's document, between two ends of a sentence or a quotation. At most one run.
 * @param room where to look: words before the stretch; of what was cut out none may stand elsewhere in the copy
 */
export function stepBack({ a, b }: Pair, stretch: PlacedStretch, room: Reach): readonly Run[] {
  const { fromA, fromB, roomInA: inA = { from: 0 } } = stretch;
  if (edgeBefore(b, fromB) === Boundary.none) return [];
  for (let to = fromA - 1; to > Math.max(room.fromA, inA.from); to -= 1) {
    if (edgeBefore(a, to) === Boundary.none) continue;
    let length = 0;
    while (
      to - length > room.fromA &&
      fromB - length > room.fromB &&
      a.words[to - length - 1] === b.words[fromB - length - 1]
    )
      length += 1;
    if (length < LEAST_WORDS) continue;
    const isWhole = edgeBefore(a, to - length) !== Boundary.none && edgeBefore(b, fromB - length) !== Boundary.none;
    if (isWhole) return [{ a: to - length, b: fromB - length, length }];
  }
  return [];
}

/** The same of what matches next after a copied stretch: right behind it in the copy, further down in the span's document. */
export function stepOn({ a, b }: Pair, stretch: PlacedStretch, room: Reach): readonly Run[] {
  const { toA, toB, roomInA: inA = { to: a.words.length } } = stretch;
  if (edgeBefore(b, toB) === Boundary.none) return [];
  for (let from = toA + 1; from < Math.min(room.toA, inA.to); from += 1) {
    if (edgeBefore(a, from) === Boundary.none) continue;
    let length = 0;
    while (from + length < room.toA && toB + length < room.toB && a.words[from + length] === b.words[toB + length])
      length += 1;
    if (length < LEAST_WORDS) continue;
    const isWhole = edgeBefore(a, from + length) !== Boundary.none && edgeBefore(b, toB + length) !== Boundary.none;
    if (isWhole) return [{ a: from, b: toB, length }];
  }
  return [];
}
