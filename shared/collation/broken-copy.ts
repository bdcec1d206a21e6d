import type { TokenRange } from '#shared/text/tokens.ts';
import { LINK_WORDS } from './prints.ts';
import type { PlacedStretch } from './placed-stretch.ts';
import { clauseEnd, clauseStart } from './clause.ts';
import { isBroken } from './gap.ts';
import { projectRange } from './project.ts';
import { keepsGuard, type Projection, type ProjectionPair } from './projection.ts';
import { isFunctionNumber } from './function-number.ts';
import { endsSentence } from './sentence.ts';

/** One copy of a span in another document: its parts in order, more than one where something was put in between. */
export interface CopyInParts {
  /** What of the span each part holds. */
  readonly own: readonly TokenRange[];
  /** The copy's words, in order. */
  readonly parts: readonly TokenRange[];
  /** Where it cannot be had whole: the projections it is made of, each a copy in one part. */
  readonly alone: readonly Projection[];
  readonly matched: number;
  readonly covered: number;
  readonly isExact: boolean;
  readonly isGuardKept: boolean;
  /** Words of the copied stretches it lies in, as far as they are no mere repeats. */
  readonly context: number;
}

/** Less of the span than this, put together, is no copy. */
const JOINED_COVERAGE = 0.5;

/** Words that a part has at least, or a third of a short span's. */
const PART_WORDS = 3;

/** So far apart, in words of the copy, parts of one copy may stand that are shorter than `LINK_WORDS`. */
const NEAR = 150;

/** A copy in fewer parts is preferred, then one whose parts stand nearer to each other. */
const PART_COST = 0.5;
const DISTANCE_COST = 1e-6;

/** Parts and copies looked at in one document; one with more repeats itself over and over. */
const PARTS = 64;
const COPIES = 16;

/**
 * Puts the projections of a span onto one document together: those that stand in the same order in both documents,
 * each for another part of the span, are one copy that something was put into. A part that no copy has a place for
 * stays by itself. The fullest copies come first.
 * @param pieces what lies in one copied stretch each: these may be parts of a copy; by themselves they come last
 */
export function joinParts(
  pair: ProjectionPair,
  range: TokenRange,
  projections: readonly Projection[],
  pieces: readonly Piece[] = [],
): readonly CopyInParts[] {
  const copies: CopyInParts[] = [];
  let left = projections.toSorted(compareCovered);
  const stretches = new Map(pieces.map(({ projection, stretch }) => [projection, stretch]));
  let more = pieces.map(({ projection }) => projection).sort(compareCovered);
  for (let round = 0; round < COPIES && left.length + more.length > 1; round += 1) {
    const evidence = [...left.slice(0, PARTS), ...more.slice(0, PARTS)].filter((part) => isEvidence(pair, range, part));
    const chain = bestChain(evidence, stretches);
    if (chain.length < 2) {
      // The fullest is whole as it is; what else there is may be another copy, and broken.
      const [whole] = left;
      if (whole === undefined) break;
      copies.push(single(whole));
      left = left.slice(1);
      more = more.filter((part) => !isOver(part, whole));
      continue;
    }
    const copy = joined(pair, range, apart(pair, chain, stretches));
    if (copy.parts.length > 1 && copy.covered < JOINED_COVERAGE * (range.to - range.from)) break;
    copies.push({ ...copy, alone: chain.filter((part) => left.includes(part)) });
    left = left.filter((part) => !chain.includes(part));
    more = more.filter((part) => !chain.some((taken) => isOver(part, taken)));
  }
  copies.push(...left.map(single));
  return [...copies.sort(byCoverage), ...more.map(single).sort(byCoverage)];
}

/** A projection along one copied stretch, not followed beyond its ends. */
export interface Piece {
  readonly projection: Projection;
  readonly stretch: PlacedStretch;
}

type Stretches = ReadonlyMap<Projection, PlacedStretch>;

/** A projection as a copy in one part. */
export function single(projection: Projection): CopyInParts {
  const { own, range, matched, covered, isExact, isGuardKept, context } = projection;
  return { own: [own], parts: [range], alone: [], matched, covered, isExact, isGuardKept, context };
}

function compareCovered(one: Projection, other: Projection): number {
  return (
    other.covered - one.covered ||
    other.context - one.context ||
    one.range.from - other.range.from ||
    one.own.from - other.own.from
  );
}

/** True when the two lie over one another in the copy. */
function isOver(one: Projection, other: Projection): boolean {
  return one.range.from < other.range.to && other.range.from < one.range.to;
}

function byCoverage(one: CopyInParts, other: CopyInParts): number {
  return other.covered - one.covered || other.context - one.context || firstWord(one) - firstWord(other);
}

function firstWord(copy: CopyInParts): number {
  return copy.parts[0]?.from ?? 0;
}

/** A word or two in the middle of what was put in are chance; at an end of the span, a word with a meaning will do. */
function isEvidence({ a }: ProjectionPair, range: TokenRange, { own, covered, context }: Projection): boolean {
  if (context === 0) return false;
  const least = Math.max(2, Math.min(PART_WORDS, Math.ceil((range.to - range.from) / 3)));
  if (covered >= least) return true;
  if (own.from !== range.from && own.to !== range.to) return false;
  return a.words.subarray(own.from, own.to).some((word) => !isFunctionNumber(word));
}

/** The projections, in order in both documents and none over another, that together cover most of the span. */
function bestChain(projections: readonly Projection[], stretches: Stretches): readonly Projection[] {
  const inOrder = projections.toSorted(
    (one, other) => one.own.from - other.own.from || one.range.from - other.range.from,
  );
  const scores: number[] = [];
  const before: number[] = [];
  let best = -1;
  for (const [index, part] of inOrder.entries()) {
    let score = part.covered;
    let previous = -1;
    for (let earlier = 0; earlier < index; earlier += 1) {
      const other = inOrder[earlier];
      if (other === undefined || !canFollow(other, part, stretches)) continue;
      const cost =
        PART_COST + lostApart(other, part, stretches) + DISTANCE_COST * Math.max(0, part.range.from - other.range.to);
      const together = (scores[earlier] ?? 0) + part.covered - cost;
      if (together > score) [score, previous] = [together, earlier];
    }
    scores.push(score);
    before.push(previous);
    if (best < 0 || score > (scores[best] ?? 0)) best = index;
  }
  const chain: Projection[] = [];
  for (let at = best; at >= 0; at = before[at] ?? -1) {
    const part = inOrder[at];
    if (part !== undefined) chain.unshift(part);
  }
  return chain;
}

function canFollow(before: Projection, after: Projection, stretches: Stretches): boolean {
  if (before.own.from >= after.own.from) return false;
  const overlap = before.own.to - after.own.from;
  const overlapInCopy = before.range.to - after.range.from;
  if (overlap > 0 || overlapInCopy > 0) {
    // A stretch may reach for some words of the next part that what was put in, or what was cut out, says too: those
    // can be cut off.
    if (overlap > 0 && overlapInCopy > 0) return false;
    if (before.own.to >= after.own.to || !stretches.has(before) || !stretches.has(after)) return false;
    if (before.range.from >= after.range.from || before.range.to >= after.range.to) return false;
  }
  const isLong = before.covered >= LINK_WORDS && after.covered >= LINK_WORDS;
  return isLong || after.range.from - before.range.to <= NEAR;
}

/** Words that are lost when the one or the other is cut, so that no word of the span is in both. */
function lostApart(before: Projection, after: Projection, stretches: Stretches): number {
  if (before.range.to > after.range.from) return before.range.to - after.range.from;
  const overlap = { from: after.own.from, to: before.own.to };
  if (overlap.from >= overlap.to) return 0;
  return Math.min(matchedIn(stretches.get(before), overlap), matchedIn(stretches.get(after), overlap));
}

function matchedIn(stretch: PlacedStretch | undefined, range: TokenRange): number {
  let matched = 0;
  for (const run of stretch?.runs ?? []) {
    matched += Math.max(0, Math.min(run.a + run.length, range.to) - Math.max(run.a, range.from));
  }
  return matched;
}

/** The chain with no word of the span, and none of the copy, in two of its parts: the one that loses less is cut. */
function apart(pair: ProjectionPair, chain: readonly Projection[], stretches: Stretches): readonly Projection[] {
  const parts: Projection[] = [];
  let cut: readonly Projection[] = chain.slice(0, 1);
  for (const [at, before] of chain.entries()) {
    const after = chain[at + 1];
    const isOverInCopy = after !== undefined && before.range.to > after.range.from;
    if (after === undefined || (before.own.to <= after.own.from && !isOverInCopy)) {
      parts.push(...cut);
      cut = after === undefined ? [] : [after];
      continue;
    }
    if (isOverInCopy) {
      const stretch = stretches.get(after);
      parts.push(...cut);
      cut = pieceOf(pair, stretch, { from: wordFor(stretch, before.range.to, after.own.to), to: after.own.to });
      continue;
    }
    const from = cut[0]?.own.from ?? before.own.from;
    const shorter = pieceOf(pair, stretches.get(before), { from, to: after.own.from });
    const later = pieceOf(pair, stretches.get(after), { from: before.own.to, to: after.own.to });
    const isBeforeCut = covered(shorter) + after.covered >= covered(cut) + covered(later);
    // Words that end a sentence of the span are that sentence's: where the other part would lose more, the copy has them
    // in both, and each is right.
    if (isBeforeCut ? endsSentence(pair.a, before.own.to) : endsSentence(pair.a, after.own.from)) {
      parts.push(...cut);
      cut = [after];
      continue;
    }
    parts.push(...(isBeforeCut ? shorter : cut));
    cut = isBeforeCut ? [after] : later;
  }
  return parts;
}

/** The first word of the span that a stretch matches at a word of the copy or behind it. */
function wordFor(stretch: PlacedStretch | undefined, inCopy: number, last: number): number {
  const run = stretch?.runs.find((one) => one.b + one.length > inCopy);
  return run === undefined ? last : run.a + Math.max(0, inCopy - run.b);
}

function pieceOf(pair: ProjectionPair, stretch: PlacedStretch | undefined, range: TokenRange): readonly Projection[] {
  return stretch === undefined ? [] : projectRange(pair, stretch, range);
}

function covered(projections: readonly Projection[]): number {
  return projections.reduce((sum, projection) => sum + projection.covered, 0);
}

/** The chain as one copy; parts with no more than a few words between them are one part. */
function joined(pair: ProjectionPair, range: TokenRange, chain: readonly Projection[]): CopyInParts {
  const [first] = chain;
  const last = chain.at(-1);
  if (first === undefined || last === undefined || first === last) {
    if (first === undefined) throw new Error('A copy has at least one part.');
    return single(first);
  }
  const own: TokenRange[] = [];
  const parts: TokenRange[] = [];
  let kept = chain.every(({ isInsideGuardKept }) => isInsideGuardKept);
  let previous: Projection | undefined;
  /** Words of the span that the copy has in two parts. */
  let twice = 0;
  for (const projection of chain) {
    twice += Math.max(0, (previous?.own.to ?? 0) - projection.own.from);
    const from = projection === first ? projection.range.from : projection.core.from;
    const to = projection === last ? projection.range.to : projection.core.to;
    const ownBefore = own.at(-1);
    const before = parts.at(-1);
    if (previous === undefined || ownBefore === undefined || before === undefined) {
      own.push(projection.own);
      parts.push({ from, to });
    } else {
      const lost = { from: previous.own.to, to: projection.own.from };
      const between = { from: before.to, to: from };
      const inParts = isBroken(pair, lost, between);
      // What was put in says nothing of the span; a few words between two parts stand for what is lost there.
      kept &&= keepsGuard(pair, lost, inParts ? nothing : between);
      if (inParts) {
        // Where a part begins or ends in other words, its sentence is taken whole, as at the ends of the span.
        const tail = { a: previous.own.to, b: before.to };
        const end = clauseEnd(pair, undefined, tail, { from: range.from, to: projection.own.from })?.b ?? before.to;
        const head = { a: projection.own.from, b: from };
        const start = clauseStart(pair, undefined, head, { from: previous.own.to, to: range.to })?.b ?? from;
        if (end <= start) parts[parts.length - 1] = { from: before.from, to: end };
        own.push(projection.own);
        parts.push({ from: end <= start ? start : from, to });
      } else {
        own[own.length - 1] = { from: ownBefore.from, to: projection.own.to };
        parts[parts.length - 1] = { from: before.from, to };
      }
    }
    previous = projection;
  }
  kept &&= keepsGuard(pair, { from: range.from, to: first.own.from }, { from: first.range.from, to: first.core.from });
  kept &&= keepsGuard(pair, { from: last.own.to, to: range.to }, { from: last.core.to, to: last.range.to });
  const sum = (of: (projection: Projection) => number): number =>
    Math.min(range.to - range.from, chain.reduce((total, projection) => total + of(projection), 0) - twice);
  return {
    own,
    parts,
    alone: chain,
    matched: sum(({ matched }) => matched),
    covered: sum(({ covered }) => covered),
    isExact: false,
    isGuardKept: kept,
    context: chain.reduce((total, { context }) => total + context, 0),
  };
}

const nothing: TokenRange = { from: 0, to: 0 };
