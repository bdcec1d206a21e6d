import type { TokenRange } from '#shared/text/tokens.ts';
import { wordNumber } from '#shared/text/word-number.ts';
import { alignWords, joinRuns } from './align.ts';
import type { CopiedStretch } from './alignment.ts';
import { Boundary, boundaryBefore, hasSameBoundary } from './boundary.ts';
import { GAP_UNITS } from './chain-line.ts';
import { clauseEnd, clauseStart, unitsBetween, unitsOf } from './clause.ts';
import type { Equivalents } from './equivalents.ts';
import { guardValue, isGuardKept } from './guard.ts';
import type { IndexedDocument } from './indexed-document.ts';
import type { Run } from './run.ts';

/** Where a row of words of one document stands in another. */
export interface Projection {
  /** The span's words from the first to the last that the copy has. */
  readonly own: TokenRange;
  /** The copy's words. */
  readonly range: TokenRange;
  /** The copy's words from the first to the last that the span has too. */
  readonly core: TokenRange;
  /** Words of the span that the copy has too. */
  readonly matched: number;
  /** Words of the span that the copy has or has put other words for. */
  readonly covered: number;
  /** True when the copy has these words, in this order, and no other. */
  readonly isExact: boolean;
  /** False when a negation or a number was changed, added or left out. */
  readonly isGuardKept: boolean;
  /** The same of what lies between the matched words alone, whatever is missing at either end. */
  readonly isInsideGuardKept: boolean;
}

/** A substitution of at most this many words on either side, between matched words, is a small edit. */
const SMALL_EDIT = 5;
/** Matched words that must stand tight on either side of it. */
const FRAME = 2;

/** How far beyond the ends of a stretch a span is followed, in words of the span. */
const BEYOND = 50;
const BEYOND_SLACK = 8;

/** Words at the outer edge of a stretch that may be others, if the same boundary stands before them. */
const EDGE_WORDS = 3;

/** The documents between which a span is projected. */
export interface ProjectionPair {
  readonly a: IndexedDocument;
  readonly b: IndexedDocument;
  readonly equivalents: Equivalents;
}

/**
 * Projects words `range` of `a` onto `b` along one copied stretch. Usually gives one projection;
 * several, in order, when whole paragraphs were put in between; none when nothing of the range is
 * left in the copy.
 */
export function projectRange(pair: ProjectionPair, stretch: CopiedStretch, range: TokenRange): readonly Projection[] {
  if (range.from >= stretch.toA || range.to <= stretch.fromA) return [];
  const runs = followBeyond(pair, stretch, range);
  const inside = runs.findIndex((run) => run.a + run.length > range.from);
  const first = inside < 0 ? runs.length : inside;
  let last = first;
  while (last < runs.length && (runs[last]?.a ?? 0) < range.to) last += 1;
  if (first === last) {
    const substituted = projectSubstitution(pair, runs, first, range);
    return substituted === undefined ? [] : [substituted];
  }
  const parts: Projection[] = [];
  let partFrom = first;
  for (let index = first + 1; index <= last; index += 1) {
    if (index === last || isInsertedBetween(pair, runs[index - 1], runs[index])) {
      parts.push(projectPart({ ...pair, stretch }, runs, partFrom, index, range, first, last));
      partFrom = index;
    }
  }
  return parts;
}

/** The stretch's runs, with what still matches of the range before and after the stretch. */
function followBeyond(pair: ProjectionPair, stretch: CopiedStretch, range: TokenRange): readonly Run[] {
  const { a, b, equivalents } = pair;
  const words = { a: a.words, b: b.words };
  const runs = [...stretch.runs];
  if (range.from < stretch.fromA) {
    const fromA = Math.max(range.from, stretch.fromA - BEYOND, stretch.before?.a ?? 0);
    const fromB = Math.max(0, stretch.fromB - (stretch.fromA - fromA) - BEYOND_SLACK, stretch.before?.b ?? 0);
    const window = { ...words, fromA, toA: stretch.fromA, fromB, toB: stretch.fromB };
    const before = alignWords({ ...window, freeStart: true, freeEnd: false }, equivalents);
    const solid = before.findIndex((run, at) => !isAdrift(pair, run, before[at + 1] ?? runs[0]));
    if (solid >= 0) runs.unshift(...before.slice(solid));
  }
  if (range.to > stretch.toA) {
    const toA = Math.min(range.to, stretch.toA + BEYOND, stretch.after?.a ?? range.to);
    const toB = Math.min(
      b.words.length,
      stretch.toB + (toA - stretch.toA) + BEYOND_SLACK,
      stretch.after?.b ?? b.words.length,
    );
    const window = { ...words, fromA: stretch.toA, toA, fromB: stretch.toB, toB };
    const after = alignWords({ ...window, freeStart: false, freeEnd: true }, equivalents);
    const solid = after.findLastIndex((run, at) => !isAdrift(pair, after[at - 1] ?? runs.at(-1), run));
    runs.push(...after.slice(0, solid + 1));
    const last = runs.at(-1);
    if (solid < 0 && last !== undefined) runs.push(...mergedSentence(pair, last, range));
  }
  return runs.length === stretch.runs.length ? runs : joinRuns(runs);
}

const AND = wordNumber('and');

/** The first words of the next sentence, where the copy has made one of two: "A. The B" is "A, and the B" there. */
function mergedSentence({ a, b }: ProjectionPair, last: Run, range: TokenRange): readonly Run[] {
  const [fromA, fromB] = [last.a + last.length, last.b + last.length];
  if (boundaryBefore(a, fromA) !== Boundary.sentenceEnd || boundaryBefore(b, fromB) !== Boundary.none) return [];
  if (b.words[fromB] !== AND) return [];
  let length = 0;
  while (fromA + length < range.to && a.words[fromA + length] === b.words[fromB + 1 + length]) length += 1;
  return length > 0 ? [{ a: fromA, b: fromB + 1, length }] : [];
}

/**
 * True when between two runs a sentence ends in the copy, and one word is all that is the same beyond: another sentence
 * may well begin or end with the same word.
 */
function isAdrift({ a, b }: ProjectionPair, before: Run | undefined, after: Run | undefined): boolean {
  if (before === undefined || after === undefined || Math.min(before.length, after.length) > 1) return false;
  const from = before.b + before.length;
  if (from >= after.b && after.a === before.a + before.length) return false;
  // The same words go on outside the span: there the copy was cut.
  const goesOn = (one: number, other: number): boolean => one >= 0 && a.words[one] === b.words[other];
  if (before.length === 1 && goesOn(before.a - 1, before.b - 1)) return false;
  if (after.length === 1 && goesOn(after.a + 1, after.b + 1)) return false;
  for (let word = from; word <= after.b; word += 1) if (boundaryBefore(b, word) === Boundary.sentenceEnd) return true;
  return false;
}

function isInsertedBetween(pair: ProjectionPair, before: Run | undefined, after: Run | undefined): boolean {
  if (before === undefined || after === undefined) return false;
  const gap = gapBetween(before, after);
  return isBroken(pair, gap.a, gap.b);
}

/**
 * True when more was put in than `GAP_UNITS`, from one word of the copy to the next that the span has: then the copy
 * is in parts. What was put for other words counts only as far as it is longer than those; whole sentences stand for none.
 * @param inA the words of the span that are missing there
 * @param inB the words that stand there in the copy
 */
export function isBroken({ a, b }: ProjectionPair, inA: TokenRange, inB: TokenRange): boolean {
  if (areSentences(b, inB) && unitsOf(b, inB) > GAP_UNITS) return true;
  return unitsBetween(b, inB) - unitsBetween(a, inA) > GAP_UNITS;
}

/** True for whole sentences: these stand for nothing that is missing, they were put in. */
function areSentences(document: IndexedDocument, { from, to }: TokenRange): boolean {
  return from < to && [from, to].every((word) => boundaryBefore(document, word) === Boundary.sentenceEnd);
}

/** A range that the copy has replaced as a whole, word for word nothing left of it. */
function projectSubstitution(
  pair: ProjectionPair,
  runs: readonly Run[],
  next: number,
  range: TokenRange,
): Projection | undefined {
  const before = runs[next - 1];
  const after = runs[next];
  if (before === undefined || after === undefined) return undefined;
  if (before.a + before.length !== range.from || after.a !== range.to) return undefined;
  if (!isSmallEdit(before, after)) return undefined;
  const copied = { from: before.b + before.length, to: after.b };
  const kept = keepsGuard(pair, range, copied);
  return {
    own: range,
    range: copied,
    core: copied,
    matched: 0,
    covered: range.to - range.from,
    isExact: false,
    isGuardKept: kept,
    isInsideGuardKept: kept,
  };
}

/**
 * True when a few words were put for a few others between matched words that stand tight on both
 * sides in both documents: then the two wordings are each other's counterpart.
 */
function isSmallEdit(before: Run, after: Run): boolean {
  const gapA = after.a - before.a - before.length;
  const gapB = after.b - before.b - before.length;
  return (
    gapA >= 1 &&
    gapB >= 1 &&
    gapA <= SMALL_EDIT &&
    gapB <= SMALL_EDIT &&
    before.length >= FRAME &&
    after.length >= FRAME
  );
}

interface StretchPair extends ProjectionPair {
  readonly stretch: CopiedStretch;
}

/** Projects the part of the range that runs `from` up to `to` hold, of the runs `first` up to `last`. */
function projectPart(
  pair: StretchPair,
  runs: readonly Run[],
  from: number,
  to: number,
  range: TokenRange,
  first: number,
  last: number,
): Projection {
  const clipped = runs.slice(from, to).map((run) => clip(run, range));
  grow(pair, runs, from, to, clipped, range);
  const head = clipped[0] ?? { a: range.from, b: 0, length: 0 };
  const tail = clipped.at(-1) ?? head;
  let matched = 0;
  let matchedInCopy = 0;
  let covered = 0;
  let kept = true;
  let previous: Run | undefined;
  for (const [index, run] of clipped.entries()) {
    const gap = previous === undefined ? undefined : gapBetween(previous, run);
    // A word that meets two stands in two runs: it counts once.
    const again = gap !== undefined && gap.a.to < gap.a.from ? gap.a.from - gap.a.to : 0;
    const againInCopy = gap !== undefined && gap.b.to < gap.b.from ? gap.b.from - gap.b.to : 0;
    matched += run.length - again;
    matchedInCopy += run.length - againInCopy;
    if (gap !== undefined) {
      const before = runs[from + index - 1];
      const whole = runs[from + index];
      if (before && whole && isSmallEdit(before, whole)) covered += gap.a.to - gap.a.from;
      kept &&= keepsGuard(pair, gap.a, gap.b);
    }
    previous = run;
  }
  covered += matched;
  const isInsideGuardKept = kept;

  const start =
    from === first ? headEdge(pair, runBefore(pair, runs, from, range), runs[from], head, range) : undefined;
  const end = to === last ? tailEdge(pair, runs[to - 1], runAfter(pair, runs, to, range), tail, range) : undefined;
  const copied = { from: start?.at ?? head.b, to: end?.at ?? tail.b + tail.length };
  covered += (start?.covered ?? 0) + (end?.covered ?? 0);
  if (from === first) {
    kept &&= keepsGuard(pair, { from: range.from, to: head.a }, { from: copied.from, to: head.b });
  }
  if (to === last) {
    const afterTail = { from: tail.a + tail.length, to: range.to };
    kept &&= keepsGuard(pair, afterTail, { from: tail.b + tail.length, to: copied.to });
  }
  return {
    own: { from: head.a, to: tail.a + tail.length },
    range: copied,
    core: { from: head.b, to: tail.b + tail.length },
    matched,
    covered,
    isExact: matched === range.to - range.from && matchedInCopy === copied.to - copied.from,
    isGuardKept: kept,
    isInsideGuardKept,
  };
}

/** Lengthens the outer runs by what is the same next to them: page furniture, which no alignment reads. */
function grow(
  { a, b }: StretchPair,
  runs: readonly Run[],
  from: number,
  to: number,
  clipped: Run[],
  range: TokenRange,
): void {
  const before = runs[from - 1];
  const after = runs[to];
  const head = clipped[0];
  if (head !== undefined) {
    const leastA = Math.max(range.from, before ? before.a + before.length : 0);
    const leastB = before === undefined ? 0 : leastOf(before, head, range);
    let back = 0;
    while (
      head.a - back > leastA &&
      head.b - back > leastB &&
      a.words[head.a - back - 1] === b.words[head.b - back - 1]
    )
      back += 1;
    clipped[0] = { a: head.a - back, b: head.b - back, length: head.length + back };
  }
  const tail = clipped.at(-1);
  if (tail !== undefined) {
    const mostA = Math.min(range.to, after?.a ?? range.to);
    const mostB = after === undefined ? b.words.length : mostOf(tail, after, range);
    let length = tail.length;
    while (tail.a + length < mostA && tail.b + length < mostB && a.words[tail.a + length] === b.words[tail.b + length])
      length += 1;
    clipped[clipped.length - 1] = { a: tail.a, b: tail.b, length };
  }
}

/**
 * The first word of the copy that a run may be lengthened to. Where a sentence was cut out before one that begins alike,
 * nobody can tell whose words are left: they are the span's where the other ones lie outside it.
 */
function leastOf(before: Run, head: Run, range: TokenRange): number {
  const end = before.b + before.length;
  return end === head.b && before.a + before.length <= range.from ? before.b : end;
}

function mostOf(tail: Run, after: Run, range: TokenRange): number {
  return after.b === tail.b + tail.length && after.a >= range.to ? after.b + after.length : after.b;
}

interface Edge {
  /** The copy's first word, or the one after its last. */
  readonly at: number;
  /** Words of the span that the edge accounts for. */
  readonly covered: number;
}

/**
 * The words that match right before a run; before the first, the place where the copy begins of a clause written anew
 * that the span begins in.
 */
function runBefore(pair: StretchPair, runs: readonly Run[], index: number, range: TokenRange): Run | undefined {
  if (index > 0) return runs[index > 1 && isChance(runs, index - 1) ? index - 2 : index - 1];
  const { before } = pair.stretch;
  const head = runs[0];
  const start = head === undefined ? undefined : clauseStart(pair, before, head, range);
  return start && { ...start, length: 0 };
}

/** Words that stand between other wordings on both sides: one word alone that is the same there is chance. */
const CHANCE_GAP = 2;

function isChance(runs: readonly Run[], index: number): boolean {
  const [before, one, after] = [runs[index - 1], runs[index], runs[index + 1]];
  if (before === undefined || one === undefined || after === undefined || one.length > 1) return false;
  return [gapBetween(before, one), gapBetween(one, after)].every(
    ({ a, b }) => a.to - a.from >= CHANCE_GAP && b.to - b.from >= CHANCE_GAP,
  );
}

function runAfter(pair: StretchPair, runs: readonly Run[], index: number, range: TokenRange): Run | undefined {
  if (index < runs.length) return runs[index + 1 < runs.length && isChance(runs, index) ? index + 1 : index];
  const last = runs.at(-1);
  if (last === undefined) return undefined;
  const tail = { a: last.a + last.length, b: last.b + last.length };
  const end = clauseEnd(pair, pair.stretch.after, tail, range);
  return end && { ...end, length: 0 };
}

/** Where the copy begins when the span's first words are not in it. */
function headEdge(
  pair: ProjectionPair,
  before: Run | undefined,
  whole: Run | undefined,
  head: Run,
  range: TokenRange,
): Edge {
  const missing = head.a - range.from;
  if (missing === 0) return { at: head.b, covered: 0 };
  if (before !== undefined && whole !== undefined) {
    const isPut = isPutFor(pair, before, head);
    return {
      at: isPut ? before.b + before.length : head.b,
      covered: isPut && isSmallEdit(before, whole) ? missing : 0,
    };
  }
  if (missing <= EDGE_WORDS && boundaryBefore(pair.b, head.b) === Boundary.none) {
    for (let back = 1; back <= missing + 2 && back <= head.b; back += 1) {
      if (hasSameBoundary(pair.a, range.from, pair.b, head.b - back)) {
        return { at: head.b - back, covered: missing };
      }
    }
  }
  return { at: head.b, covered: 0 };
}

/** Where the copy ends when the span's last words are not in it. */
function tailEdge(
  pair: ProjectionPair,
  whole: Run | undefined,
  after: Run | undefined,
  tail: Run,
  range: TokenRange,
): Edge {
  const end = tail.b + tail.length;
  const missing = range.to - tail.a - tail.length;
  if (missing === 0) return { at: end, covered: 0 };
  if (after !== undefined && whole !== undefined) {
    const isPut = isPutFor(pair, tail, after);
    return { at: isPut ? after.b : end, covered: isPut && isSmallEdit(whole, after) ? missing : 0 };
  }
  if (missing <= EDGE_WORDS && boundaryBefore(pair.b, end) === Boundary.none) {
    for (let ahead = 1; ahead <= missing + 2 && end + ahead <= pair.b.words.length; ahead += 1) {
      if (hasSameBoundary(pair.a, range.to, pair.b, end + ahead)) {
        return { at: end + ahead, covered: missing };
      }
    }
  }
  return { at: end, covered: 0 };
}

/**
 * True when the words between two runs of the copy may stand for those between them in the span's document. Whole
 * sentences stand for nothing: they were put in.
 */
function isPutFor({ b }: ProjectionPair, before: Run, after: Run): boolean {
  const lost = after.a - before.a - before.length;
  const put = after.b - before.b - before.length;
  if (lost <= 0 || put <= 0 || put > 2 * lost + EDGE_WORDS) return false;
  return !areSentences(b, { from: before.b + before.length, to: after.b });
}

function clip(run: Run, range: TokenRange): Run {
  const cut = Math.max(0, range.from - run.a);
  const end = Math.min(run.a + run.length, range.to);
  return { a: run.a + cut, b: run.b + cut, length: end - run.a - cut };
}

function gapBetween(before: Run, after: Run): { readonly a: TokenRange; readonly b: TokenRange } {
  return {
    a: { from: before.a + before.length, to: after.a },
    b: { from: before.b + before.length, to: after.b },
  };
}

/** False when the two rows of words do not say the same numbers, or do not negate as often. */
export function keepsGuard(pair: ProjectionPair, inA: TokenRange, inB: TokenRange): boolean {
  if (inA.from >= inA.to && inB.from >= inB.to) return true;
  return isGuardKept(guards(pair.a, inA), guards(pair.b, inB));
}

function guards(document: IndexedDocument, range: TokenRange): readonly (string | undefined)[] {
  const values: (string | undefined)[] = [];
  for (let at = range.from; at < range.to; at += 1) {
    values.push(guardValue(document.tokens.words[at] ?? ''));
  }
  return values;
}
