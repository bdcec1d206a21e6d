import type { TokenRange } from '#shared/text/tokens.ts';
import type { Place } from './alignment.ts';
import { followBeyond } from './beyond.ts';
import { gapBetween, isInsertedBetween, isSmallEdit } from './gap.ts';
import type { PlacedStretch } from './placed-stretch.ts';
import { keepsGuard, type Projection, type ProjectionPair, type StretchPair } from './projection.ts';
import type { Run } from './run.ts';
import { headEdge, runAfter, runBefore, tailEdge } from './span-edge.ts';

export type { Projection, ProjectionPair } from './projection.ts';

/**
 * Projects words `range` of `a` onto `b` along one copied stretch. Usually gives one projection;
 * several, in order, when whole paragraphs were put in between; none when nothing of the range is
 * left in the copy.
 */
export function projectRange(pair: ProjectionPair, stretch: PlacedStretch, range: TokenRange): readonly Projection[] {
  if (range.from >= stretch.toA || range.to <= stretch.fromA) return [];
  const runs = followBeyond(pair, stretch, range);
  const inside = runs.findIndex((run) => run.a + run.length > range.from);
  const first = inside < 0 ? runs.length : inside;
  let last = first;
  while (last < runs.length && (runs[last]?.a ?? 0) < range.to) last += 1;
  if (first === last) {
    const substituted = projectSubstitution({ ...pair, stretch }, runs, first, range);
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

function contextOf({ words, isRepeat }: PlacedStretch): number {
  return isRepeat === true ? 0 : Math.max(1, words);
}

/** A range that the copy has replaced as a whole, word for word nothing left of it. */
function projectSubstitution(
  pair: StretchPair,
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
    context: contextOf(pair.stretch),
  };
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
  const begin = beginOf(pair.stretch, head, range);
  const finish = finishOf(pair.stretch, { a: tail.a + tail.length, b: tail.b + tail.length }, range);
  covered += head.a - begin.a + finish.a - tail.a - tail.length;
  kept &&= keepsGuard(pair, { from: begin.a, to: head.a }, { from: begin.b, to: head.b });
  kept &&= keepsGuard(pair, { from: tail.a + tail.length, to: finish.a }, { from: tail.b + tail.length, to: finish.b });
  const isInsideGuardKept = kept;

  const start =
    from === first ? headEdge(pair, runBefore(pair, runs, from, range), runs[from], begin, range) : undefined;
  const end = to === last ? tailEdge(pair, runs[to - 1], runAfter(pair, runs, to, range), finish, range) : undefined;
  const copied = { from: start?.at ?? begin.b, to: end?.at ?? finish.b };
  covered += (start?.covered ?? 0) + (end?.covered ?? 0);
  if (from === first) {
    kept &&= keepsGuard(pair, { from: range.from, to: begin.a }, { from: copied.from, to: begin.b });
  }
  if (to === last) {
    kept &&= keepsGuard(pair, { from: finish.a, to: range.to }, { from: finish.b, to: copied.to });
  }
  return {
    own: { from: begin.a, to: finish.a },
    range: copied,
    core: { from: begin.b, to: finish.b },
    matched,
    covered,
    isExact: matched === range.to - range.from && matchedInCopy === copied.to - copied.from,
    isGuardKept: kept,
    isInsideGuardKept,
    context: contextOf(pair.stretch),
  };
}

/** Where the words begin that are the same or stand for one another by the table of equivalents, from a run backwards. */
function beginOf({ equivalents }: PlacedStretch, head: Place, range: TokenRange): Place {
  let begin: Place = { a: head.a, b: head.b };
  for (const one of equivalents?.toReversed() ?? [])
    if (one.toA === begin.a && one.toB === begin.b && one.fromA >= range.from) begin = { a: one.fromA, b: one.fromB };
  return begin;
}

function finishOf({ equivalents }: PlacedStretch, tail: Place, range: TokenRange): Place {
  let finish = tail;
  for (const one of equivalents ?? [])
    if (one.fromA === finish.a && one.fromB === finish.b && one.toA <= range.to) finish = { a: one.toA, b: one.toB };
  return finish;
}

/** Lengthens the outer runs by what is the same next to them: page furniture, which no alignment reads. */
function grow(
  { a, b, stretch }: StretchPair,
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
    const leastB = before === undefined ? (stretch.room?.from ?? 0) : leastOf(before, head, range);
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
    const mostB =
      after === undefined ? Math.min(b.words.length, stretch.room?.to ?? b.words.length) : mostOf(tail, after, range);
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

function clip(run: Run, range: TokenRange): Run {
  const cut = Math.max(0, range.from - run.a);
  const end = Math.min(run.a + run.length, range.to);
  return { a: run.a + cut, b: run.b + cut, length: end - run.a - cut };
}
