import type { TokenRange } from '#shared/text/tokens.ts';
import { isFunctionWord } from './function-words.ts';
import { isEven, type Block } from './variant-sequence.ts';
import { Break, breakBefore, lettersOf, paragraphsOf, type Wording } from './variant-words.ts';

/** Rewordings of at most so many words are each other's counterpart wherever they stand in a line. */
const SHORT_WORDS = 12;
/** Others must have this share of the shorter one's words in common, those of grammar left out… */
const COMMON_SHARE = 1 / 3;
/** … and neither more than so many times the words of the other. */
const LONGER = 4;
/** Where holding every paragraph of a gap against every other would read more words than this, none are paired. */
const PAIRED_WORDS = 1_000_000;

/**
 * Two rows of words that stand between the same neighbours and have other letters; one of them may be empty. Word
 * indices, half-open.
 */
export type Gap = Block;

export interface Pair {
  readonly a: Wording;
  readonly b: Wording;
}

/** What stands between blocks in order, or from one end to the other where `isWhole`: the differences, in order. */
export function gapsBetween(pair: Pair, blocks: readonly Block[], isWhole: boolean): readonly Gap[] {
  const { a, b } = pair;
  const ends = { a: a.tokens.count, b: b.tokens.count };
  const before = { fromA: 0, toA: 0, fromB: 0, toB: 0 };
  const after = { fromA: ends.a, toA: ends.a, fromB: ends.b, toB: ends.b };
  const all = isWhole ? [before, ...blocks, after] : blocks;
  const gaps: Gap[] = [];
  /** How many words of the block before were taken by the gap before it, which was slid over them. */
  let taken = 0;
  for (const [at, next] of all.slice(1).entries()) {
    const previous = all[at] ?? before;
    const gap = trimmed(pair, { fromA: previous.toA, toA: next.fromA, fromB: previous.toB, toB: next.fromB });
    const { own, other } = sidesOf(gap);
    const room = {
      before: (isEven(previous) ? previous.toA - previous.fromA - taken : 0) + gap.fromA - previous.toA,
      after: (isEven(next) ? next.toA - next.fromA : 0) + next.fromA - gap.toA,
    };
    taken = 0;
    if (lettersOf(a, own) === lettersOf(b, other)) continue;
    if (!isEmpty(own) && !isEmpty(other)) {
      gaps.push(...pairedParagraphs(pair, gap));
      continue;
    }
    const isInA = isEmpty(other);
    const moved = slide(isInA ? a : b, isInA ? own : other, room);
    taken = Math.max(0, moved - (next.fromA - gap.toA));
    gaps.push(
      ...inParagraphs(pair, {
        fromA: gap.fromA + moved,
        toA: gap.toA + moved,
        fromB: gap.fromB + moved,
        toB: gap.toB + moved,
      }),
    );
  }
  return gaps;
}

function sidesOf({ fromA, toA, fromB, toB }: Gap): { readonly own: TokenRange; readonly other: TokenRange } {
  return { own: { from: fromA, to: toA }, other: { from: fromB, to: toB } };
}

function isEmpty({ from, to }: TokenRange): boolean {
  return from >= to;
}

/** Without the words that both sides begin or end with. */
function trimmed({ a, b }: Pair, gap: Gap): Gap {
  let { fromA, toA, fromB, toB } = gap;
  while (fromA < toA && fromB < toB && a.tokens.words[fromA] === b.tokens.words[fromB]) {
    fromA += 1;
    fromB += 1;
  }
  while (fromA < toA && fromB < toB && a.tokens.words[toA - 1] === b.tokens.words[toB - 1]) {
    toA -= 1;
    toB -= 1;
  }
  return { fromA, toA, fromB, toB };
}

/**
 * Words that only one document has can often be cut out in several ways ("said. [He left, he said.]" or "[said. He
 * left, he] said."). Gives how many words to move on, so that they begin and end at the strongest breaks; 0 if no place
 * is better.
 */
function slide(wording: Wording, range: TokenRange, room: { readonly before: number; readonly after: number }): number {
  const { words } = wording.tokens;
  const { from, to } = range;
  let best = 0;
  let bestBreaks = breaksAround(wording, range);
  const consider = (shift: number): void => {
    const breaks = breaksAround(wording, { from: from + shift, to: to + shift });
    if (breaks > bestBreaks) {
      best = shift;
      bestBreaks = breaks;
    }
  };
  for (let back = 1; back < room.before && words[from - back] === words[to - back]; back += 1) consider(-back);
  for (let on = 1; on < room.after && words[from + on - 1] === words[to + on - 1]; on += 1) consider(on);
  return best;
}

function breaksAround(wording: Wording, { from, to }: TokenRange): number {
  return breakBefore(wording, from) + breakBefore(wording, to);
}

/** A gap with words on one side, cut where paragraphs begin. */
function inParagraphs({ a, b }: Pair, gap: Gap): readonly Gap[] {
  const { own, other } = sidesOf(gap);
  return [
    ...paragraphsOf(a, own).map(({ from, to }) => ({ ...gap, fromA: from, toA: to })),
    ...paragraphsOf(b, other).map(({ from, to }) => ({ ...gap, fromB: from, toB: to })),
  ];
}

/** A gap with words on both sides: paragraphs that were reworded, and between them those that only one side has. */
function pairedParagraphs({ a, b }: Pair, gap: Gap): readonly Gap[] {
  const { own, other } = sidesOf(gap);
  const rows = paragraphsOf(a, own);
  const columns = paragraphsOf(b, other);
  const isInLineAtStart = breakBefore(a, own.from) < Break.paragraph && breakBefore(b, other.from) < Break.paragraph;
  const isInLineAtEnd = breakBefore(a, own.to) < Break.paragraph && breakBefore(b, other.to) < Break.paragraph;
  const isReworded = (row: number, column: number): number => {
    const [one, two] = [rows[row], columns[column]];
    if (one === undefined || two === undefined) return 0;
    const isSamePlace =
      (rows.length === 1 && columns.length === 1) ||
      (isInLineAtStart && row === 0 && column === 0) ||
      (isInLineAtEnd && row === rows.length - 1 && column === columns.length - 1);
    const isShort = Math.max(one.to - one.from, two.to - two.from) <= SHORT_WORDS;
    const common = commonWords(contentOf(a, one), contentOf(b, two));
    return (isSamePlace && isShort) || common.share >= COMMON_SHARE ? common.words + 1 : 0;
  };
  const words = (own.to - own.from) * columns.length + (other.to - other.from) * rows.length;
  const pairs = words > PAIRED_WORDS ? [] : bestPairs(rows, columns, isReworded);
  const gaps: Gap[] = [];
  let fromA = own.from;
  let fromB = other.from;
  const onlyOnOneSide = (toA: number, toB: number): void => {
    gaps.push(...inParagraphs({ a, b }, { fromA, toA, fromB, toB: fromB }));
    gaps.push(...inParagraphs({ a, b }, { fromA: toA, toA, fromB, toB }));
  };
  for (const [row, column] of pairs) {
    const one = rows[row] ?? own;
    const two = columns[column] ?? other;
    onlyOnOneSide(one.from, two.from);
    const inner = trimmed({ a, b }, { fromA: one.from, toA: one.to, fromB: two.from, toB: two.to });
    if (inner.fromA < inner.toA || inner.fromB < inner.toB) gaps.push(inner);
    fromA = one.to;
    fromB = two.to;
  }
  onlyOnOneSide(own.to, other.to);
  return gaps;
}

/** Rows and columns that belong together, in order in both, with the greatest sum of weights. */
function bestPairs(
  rows: readonly TokenRange[],
  columns: readonly TokenRange[],
  weight: (row: number, column: number) => number,
): readonly (readonly [number, number])[] {
  const width = columns.length + 1;
  const sums = new Float64Array((rows.length + 1) * width);
  const at = (row: number, column: number): number => sums[row * width + column] ?? 0;
  for (let row = rows.length - 1; row >= 0; row -= 1) {
    for (let column = columns.length - 1; column >= 0; column -= 1) {
      const own = weight(row, column);
      const both = own > 0 ? own + at(row + 1, column + 1) : 0;
      sums[row * width + column] = Math.max(both, at(row + 1, column), at(row, column + 1));
    }
  }
  const pairs: (readonly [number, number])[] = [];
  let row = 0;
  let column = 0;
  while (row < rows.length && column < columns.length) {
    const own = weight(row, column);
    if (own > 0 && at(row, column) === own + at(row + 1, column + 1)) {
      pairs.push([row, column]);
      row += 1;
      column += 1;
    } else if (at(row, column) === at(row + 1, column)) row += 1;
    else column += 1;
  }
  return pairs;
}

/** The words of a row that carry meaning. */
function contentOf({ tokens }: Wording, { from, to }: TokenRange): readonly string[] {
  return tokens.words.slice(from, to).filter((word) => !isFunctionWord(word));
}

/** Words that two lists have in common, each as often as both have it, and their share of the shorter list; 0 if it is much shorter. */
function commonWords(
  one: readonly string[],
  other: readonly string[],
): { readonly words: number; readonly share: number } {
  const counts = new Map<string, number>();
  for (const word of one) counts.set(word, (counts.get(word) ?? 0) + 1);
  let words = 0;
  for (const word of other) {
    const left = counts.get(word) ?? 0;
    if (left === 0) continue;
    counts.set(word, left - 1);
    words += 1;
  }
  const [shorter, longer] = [Math.min(one.length, other.length), Math.max(one.length, other.length)];
  return { words, share: longer > LONGER * shorter ? 0 : words / Math.max(1, shorter) };
}
