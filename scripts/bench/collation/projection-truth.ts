import type { Span } from '#shared/text/span.ts';
import { GAP, LEAST_WORDS } from './gold.ts';
import { type MappedText, PUT_IN } from './mapped-text.ts';
import { isTurned, type PartBreaks, partsOf } from './span-parts.ts';
import { withoutIdle } from './idle-words.ts';
import { plainWord, wordsOf } from './words.ts';

/**
 * Where a span of the source truly stands in a copy. A range has every start and end that the rules allow; more than
 * one only where the map itself leaves it open (see `projectionTruth`).
 */
export interface TrueRange {
  readonly starts: ReadonlySet<number>;
  readonly ends: ReadonlySet<number>;
  /** Copied words of the span in this range. */
  readonly words: number;
  /** From the first to the last of them, in the source. */
  readonly inSource: Span;
}

export interface ProjectionTruth {
  /** Every way to tell the ranges that the rules allow, the strictest first; mostly there is one. */
  readonly readings: readonly (readonly TrueRange[])[];
  /** True when the copy has the span's very words here, no other between them, and whole words only. */
  readonly isIntact: boolean;
}

/**
 * The truth by the map and the rules of the design's chapter on projection. `copy` is looked through for units that come
 * from the span or were put for a part of it; they are one range until more than `GAP` units were put in between, or
 * the order turns. Where a whole line was put in that is shorter than that, each by itself, or more than `GAP` units
 * were written anew or left out, one range and two are right; sentences that only changed places may be told as one
 * range. Where the order turned, ranges of another order are occurrences of their own, and one with less than half of
 * the span's words is partial: it may be found or not; beside the ranges in order, what was moved between them is put in
 * like anything else. Half of the words is asked of the span, not of what a long rewriting leaves in one range. Ends:
 * - a first or last word that was copied is where its letters are;
 * - one that was replaced takes in what was put for it, and may take in all up to the next copied word outside; more
 *   than `GAP` units put for it, or wording put for words outside the span too, may be left out as well;
 * - one that was cut out leaves the next copied word inside, or what was put in its place, or the same words again;
 * - punctuation at the ends is taken along where nothing was put between it and the word; else it may be left;
 * - a word set twice may count from either, be the second inside or outside;
 * - a first or last word of new wording that is the very word it was put for counts as copied;
 * - no range ends inside a word of the copy: it is widened.
 * Ranges with fewer than `LEAST_WORDS` copied words are no part of the truth; undefined when none is left, or when less
 * than half of the span's words were copied (then the span is not to be tagged, and no place is right).
 */
export function projectionTruth(source: string, whole: MappedText, span: Span): ProjectionTruth | undefined {
  const copy = withoutIdle(source, whole);
  const words = wordsOf(source.slice(span.start, span.end)).map(({ start, end }) => ({
    start: start + span.start,
    end: end + span.start,
  }));
  const isHalf = (chain: readonly TrueRange[]): boolean => wordsIn(chain) * 2 >= words.length;
  const readings: (readonly TrueRange[])[] = [];
  let isTaggable = false;
  for (const breaks of isTurned(copy, span) ? [...BREAKS, MOVED] : BREAKS) {
    const parts = partsOf(copy, span, breaks);
    const all = parts.flatMap((units) => {
      const kept = copiedIn(copy, words, units);
      if (kept.length === 0) return [];
      const starts = edgeOf(source, copy, words, units, kept, 'start');
      const ends = edgeOf(source, copy, words, units, kept, 'end');
      const inSource = { start: kept[0]?.word.start ?? 0, end: kept.at(-1)?.word.end ?? 0 };
      return [{ starts, ends, words: kept.length, inSource }];
    });
    const ranges = all.filter(isLongEnough);
    const chains = breaks.moved ? inOrder(all).map((chain) => joinNear(chain).filter(isLongEnough)) : inOrder(ranges);
    for (const chain of chains) {
      isTaggable ||= isHalf(chain);
      // Where the order is kept, words of parts too short to count do not make what is left another place.
      if (isHalf(chain) || (!breaks.moved && chains.length === 1)) readings.push(chain);
    }
    const joined = joinNeighbours(copy.text, ranges);
    if (joined.length < ranges.length && isHalf(joined)) readings.push(joined);
    const [only] = parts;
    const isWhole = parts.length === 1 && wordsIn(ranges) === words.length;
    if (isWhole && only !== undefined && hasNothingElse(copy, only, source, span)) return { readings, isIntact: true };
  }
  return isTaggable ? { readings, isIntact: false } : undefined;
}

function isLongEnough({ words }: TrueRange): boolean {
  return words >= LEAST_WORDS;
}

function wordsIn(ranges: readonly TrueRange[]): number {
  return ranges.reduce((sum, range) => sum + range.words, 0);
}

/** Ranges beyond which nobody tries all orders. */
const TRIED = 10;

/** Every longest row of ranges that stand in the same order in the source: all of them where the order is kept. */
function inOrder(ranges: readonly TrueRange[]): readonly (readonly TrueRange[])[] {
  const follows = (one: TrueRange, next: TrueRange): boolean => next.inSource.start >= one.inSource.end;
  let chains: (readonly TrueRange[])[] = [];
  for (const range of ranges.slice(0, TRIED)) {
    const longer = chains.map((chain) => [...chain.filter((one) => follows(one, range)), range]);
    chains = [...chains.filter((chain) => !chain.every((one) => follows(one, range))), ...longer, [range]];
  }
  const isWithin = (one: readonly TrueRange[], other: readonly TrueRange[]): boolean =>
    one !== other && one.length <= other.length && one.every((range) => other.includes(range));
  return chains.filter(
    (chain, index) =>
      !chains.some((other, at) => isWithin(chain, other) && (chain.length < other.length || at < index)),
  );
}

/** Of lines put in, each may be told as a break: none of them, the longer ones, or all. */
const LINES = [GAP, GAP / 2, GAP / 4, 0];

/** The strictest first: of the others each is right as well. */
const BREAKS: readonly PartBreaks[] = [false, true].flatMap((rewriting) =>
  [false, true].flatMap((cuts) => LINES.map((lines) => ({ lines, cuts, rewriting, moved: false }))),
);

/** What is passed over here and stands elsewhere: beside what is left in order it was only put in there. */
const MOVED: PartBreaks = { lines: GAP, cuts: false, rewriting: false, moved: true };

/** Ranges in order, those with no more than `GAP` units between them as one. */
function joinNear(ranges: readonly TrueRange[]): readonly TrueRange[] {
  const joined: TrueRange[] = [];
  for (const range of ranges) {
    const last = joined.at(-1);
    if (last === undefined || Math.min(...range.starts) - Math.max(...last.ends) > GAP) joined.push(range);
    else joined[joined.length - 1] = together(last, range);
  }
  return joined;
}

function together(one: TrueRange, next: TrueRange): TrueRange {
  const inSource = { start: one.inSource.start, end: next.inSource.end };
  return { starts: one.starts, ends: next.ends, words: one.words + next.words, inSource };
}

/** Ranges between which no word stands (sentences that changed places) as one. */
function joinNeighbours(text: string, ranges: readonly TrueRange[]): readonly TrueRange[] {
  const joined: TrueRange[] = [];
  for (const range of ranges) {
    const last = joined.at(-1);
    const from = last === undefined ? 0 : Math.min(...last.ends);
    if (last === undefined || /[\p{L}\p{N}]/u.test(text.slice(from, Math.max(...range.starts)))) joined.push(range);
    else joined[joined.length - 1] = { ...last, ends: range.ends, words: last.words + range.words };
  }
  return joined;
}

interface Kept {
  readonly word: Span;
  readonly b: Span;
}

/** The span's words whose every letter the part has. */
function copiedIn(copy: MappedText, words: readonly Span[], units: readonly number[]): readonly Kept[] {
  const places = new Map<number, { first: number; last: number }>();
  for (const at of units) {
    const origin = copy.origins[at] ?? PUT_IN;
    if (origin < 0) continue;
    const known = places.get(origin);
    if (known === undefined) places.set(origin, { first: at, last: at });
    else known.last = at;
  }
  return words.flatMap((word) => {
    const first = places.get(word.start);
    const last = places.get(word.end - 1);
    if (first === undefined || last === undefined) return [];
    return [{ word, b: { start: first.first, end: last.last + 1 } }];
  });
}

/** True when from the first unit to the last nothing was put in and nothing cut out but white space and punctuation. */
function hasNothingElse(copy: MappedText, units: readonly number[], source: string, span: Span): boolean {
  const from = units[0] ?? 0;
  const to = (units.at(-1) ?? 0) + 1;
  for (let at = from; at < to; at += 1) if ((copy.origins[at] ?? PUT_IN) < 0) return false;
  const there = wordsOf(copy.text.slice(from, to)).map(({ start, end }) => copy.text.slice(from + start, from + end));
  const here = wordsOf(source.slice(span.start, span.end)).map(({ start, end }) =>
    source.slice(span.start + start, span.start + end),
  );
  return there.length === here.length && there.every((word, index) => plainWord(word) === plainWord(here[index] ?? ''));
}

function edgeOf(
  source: string,
  copy: MappedText,
  words: readonly Span[],
  units: readonly number[],
  kept: readonly Kept[],
  edge: 'start' | 'end',
): ReadonlySet<number> {
  const step = edge === 'start' ? -1 : 1;
  const outermost = (edge === 'start' ? kept[0] : kept.at(-1)) ?? {
    word: { start: 0, end: 0 },
    b: { start: 0, end: 0 },
  };
  const wanted = edge === 'start' ? words[0] : words.at(-1);
  const isCopied = outermost.word === wanted;
  const edges = new Set<number>();
  const at = outermost.b[edge];
  const replaced = units.filter(
    (unit) => (copy.origins[unit] ?? 0) <= -2 && (edge === 'start' ? unit < at : unit >= at),
  );
  const far = edge === 'start' ? units[0] : units.at(-1);
  const reach = far === undefined ? at : edge === 'start' ? far : far + 1;
  if (isCopied) {
    addPunctuation(copy, at, reach, step, edges);
  } else {
    const core = replaced.length === 0 ? at : edge === 'start' ? (replaced[0] ?? at) : (replaced.at(-1) ?? at) + 1;
    addPunctuation(copy, core, reach, step, edges);
    // The last copied word is not the span's last: how much punctuation to take there is no rule's business.
    const [from, to] = [Math.min(core, ...edges), Math.max(core, ...edges)];
    for (let one = from; one <= to; one += 1) edges.add(one);
    if (replaced.length === 0 || replaced.length > GAP || straddles(copy, replaced, words)) edges.add(at);
    const outside = outsideOf(source, copy, at, core, words, edge);
    if (outside !== undefined && outside !== core) {
      for (const one of withPunctuation(copy.text, outside, step)) edges.add(one);
    }
    for (const one of sameBeyond(source, copy.text, outermost, words, edge)) edges.add(one);
  }
  const twin = twinOf(copy, outermost.b, step);
  if (isCopied && twin !== undefined) edges.add(twin);
  return new Set([...edges].map((one) => wholeWord(copy.text, one, step)));
}

/** The word's edge, or that of the span's punctuation beyond it: both where something was put in between. */
function addPunctuation(copy: MappedText, core: number, reach: number, step: -1 | 1, edges: Set<number>): void {
  if (step < 0 ? reach >= core : reach <= core) {
    edges.add(core);
    return;
  }
  const [from, to] = step < 0 ? [reach, core] : [core, reach];
  let isWhole = true;
  for (let at = from; at < to; at += 1) if ((copy.origins[at] ?? PUT_IN) === PUT_IN) isWhole = false;
  const between = copy.text.slice(from, to);
  const solid =
    step < 0 ? reach + between.length - between.trimStart().length : reach - between.length + between.trimEnd().length;
  edges.add(solid);
  if (!isWhole) edges.add(core);
}

/**
 * Just inside the nearest word outside the span that was copied, if it is near: what a reader of both texts can see.
 * @param at the edge of what was copied of the span
 * @param core the edge of what was put for the span's words beyond it
 */
function outsideOf(
  source: string,
  copy: MappedText,
  at: number,
  core: number,
  words: readonly Span[],
  edge: 'start' | 'end',
): number | undefined {
  const step = edge === 'start' ? -1 : 1;
  let unit = edge === 'start' ? core - 1 : core;
  for (let put = 0; put <= GAP; unit += step) {
    if (unit < 0 || unit >= copy.text.length) return undefined;
    const origin = copy.origins[unit] ?? PUT_IN;
    if (origin < 0) put += 1;
    if (origin < 0 || !/[\p{L}\p{N}\p{M}]/u.test(copy.text[unit] ?? '')) continue;
    const isInside = origin >= (words[0]?.start ?? 0) && origin < (words.at(-1)?.end ?? source.length);
    if (isInside) return undefined;
    const [from, to] = edge === 'start' ? [unit + 1, at] : [at, unit];
    const inner = wordsOf(copy.text.slice(from, to));
    const nearest = edge === 'start' ? inner[0]?.start : inner.at(-1)?.end;
    return nearest === undefined ? undefined : from + nearest;
  }
  return undefined;
}

/** True when what was replaced lies partly outside the span: what of the new wording stands for the span is open. */
function straddles(copy: MappedText, replaced: readonly number[], words: readonly Span[]): boolean {
  return replaced.some((unit) => {
    const whole = copy.replaced[-2 - (copy.origins[unit] ?? PUT_IN)];
    return whole !== undefined && (whole.start < (words[0]?.start ?? 0) || whole.end > (words.at(-1)?.end ?? 0));
  });
}

/** An edge of words, and the same with the punctuation that stands tight there. */
function withPunctuation(text: string, edge: number, step: -1 | 1): readonly number[] {
  let at = edge;
  while (at > 0 && at < text.length && !/[\p{L}\p{N}\p{M}\s]/u.test(text[step < 0 ? at - 1 : at] ?? ' ')) at += step;
  return [edge, at];
}

/**
 * Where the span goes on with words that the copy has next to the range too, although they come from another place: of
 * "What if A? What if B?" without "B? What if" nobody can say which of the two is left.
 */
function sameBeyond(
  source: string,
  text: string,
  outermost: Kept,
  words: readonly Span[],
  edge: 'start' | 'end',
): readonly number[] {
  const at = words.indexOf(outermost.word);
  const wanted = edge === 'start' ? words.slice(0, at).reverse() : words.slice(at + 1);
  const [from, to] =
    edge === 'start'
      ? [Math.max(0, outermost.b.start - 400), outermost.b.start]
      : [outermost.b.end, outermost.b.end + 400];
  const there = wordsOf(text.slice(from, to)).map(({ start, end }) => ({ start: start + from, end: end + from }));
  const found: number[] = [];
  for (const [index, next] of (edge === 'start' ? there.toReversed() : there).entries()) {
    const own = wanted[index];
    const isSame =
      own !== undefined && plainWord(source.slice(own.start, own.end)) === plainWord(text.slice(next.start, next.end));
    if (!isSame) break;
    found.push(...withPunctuation(text, next[edge], edge === 'start' ? -1 : 1));
  }
  return found;
}

/** The edge of the same word put in a second time right outside, or right inside. */
function twinOf(copy: MappedText, word: Span, step: -1 | 1): number | undefined {
  const length = word.end - word.start;
  const letters = copy.text.slice(word.start, word.end);
  for (const start of [0, 1].flatMap((space) => [word.start - space - length, word.end + space])) {
    if (start < 0 || copy.text.slice(start, start + length) !== letters) continue;
    if ((copy.origins[start] ?? 0) === PUT_IN) return step < 0 ? start : start + length;
  }
  return undefined;
}

const INNER = /[\p{L}\p{N}\p{M}]/u;

function wholeWord(text: string, edge: number, step: -1 | 1): number {
  let at = edge;
  while (at > 0 && at < text.length && INNER.test(text[at - 1] ?? '') && INNER.test(text[at] ?? '')) at += step;
  return at;
}

/**
 * True when every true range was found with both offsets, and nothing found overlaps one of them otherwise. What is
 * found apart from them is not held against anybody: a short part of the span, or a source that repeats itself.
 */
export function isExactProjection(truth: ProjectionTruth, found: readonly Span[]): boolean {
  const isAt = (range: TrueRange, { start, end }: Span): boolean => range.starts.has(start) && range.ends.has(end);
  return truth.readings.some((ranges) =>
    ranges.every(
      (range) =>
        found.some((one) => isAt(range, one)) &&
        found.every(
          (one) => isAt(range, one) || one.end <= Math.max(...range.starts) || one.start >= Math.min(...range.ends),
        ),
    ),
  );
}
