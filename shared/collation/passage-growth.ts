/**
 * Puts a new document into the passages it shares: those of the documents it is linked to where the ends agree, else new
 * ones. A passage hangs on its exemplar and is never the union of two others.
 */
import type { TokenRange } from '#shared/text/tokens.ts';
import type { CopiedStretch } from './alignment.ts';
import { asOneText } from './one-text.ts';
import type { Link } from './detection.ts';
import type { IndexedDocument } from './indexed-document.ts';
import type { PassagePlace, PassagePlaces } from './passage-places.ts';
import { LINK_WORDS } from './prints.ts';

/** Shorter stretches are stock phrases more often than passages. */
const LEAST_WORDS = 5;

/** Ends agree when they are no further apart than this many words, or this share of the stretch. */
const SLACK_WORDS = 3;
const SLACK_SHARE = 0.2;

/** A passage is handed on to a copy that has at least this share of its words. */
const INSIDE_SHARE = 0.8;

/**
 * Every eight words in a row that the new document shares with a linked one outside page furniture stand together in a
 * passage of both. Returns slots of the documents that got a new place; the new one is not among them.
 */
export function growPassages(places: PassagePlaces, own: IndexedDocument, links: readonly Link[]): ReadonlySet<number> {
  const touched = new Set<number>();
  const alignments = new Map(links.map(({ document, alignment }) => [document.slot, alignment]));
  /** The new document's places so far. */
  const mine: PassagePlace[] = [];

  const join = (place: PassagePlace, range: TokenRange, matched: number): void => {
    places.addPlace(place.passage, { slot: own.slot, ...range }, matched, place.words);
    mine.push({ ...place, ...range, isExemplar: 0 });
  };

  const widen = (place: PassagePlace, slot: number, range: TokenRange): PassagePlace => {
    if (holds(place, range)) return place;
    const wider = { from: Math.min(place.from, range.from), to: Math.max(place.to, range.to) };
    places.widen(place.passage, { slot, from: place.from, to: place.to }, wider);
    return { ...place, ...wider };
  };

  const widenTheirs = (theirs: PassagePlace[], place: PassagePlace, slot: number, range: TokenRange): void => {
    theirs[theirs.indexOf(place)] = widen(place, slot, range);
  };

  const widenMine = (place: PassagePlace, range: TokenRange): void => {
    mine[mine.indexOf(place)] = widen(place, own.slot, range);
  };

  /** False where the exemplar is linked and the stretch holds too little of it: copies of copies drift away from it. */
  const keepsExemplar = (place: PassagePlace, range: TokenRange): boolean => {
    if (place.isExemplar === 1) return true;
    const exemplar = places.exemplar(place.passage);
    const stretches = exemplar === undefined ? undefined : alignments.get(exemplar.slot)?.stretches;
    if (exemplar === undefined || stretches === undefined) return true;
    const kept = stretches.reduce((sum, stretch) => sum + commonWords(stretch, range, exemplar), 0);
    return kept >= INSIDE_SHARE * place.words - SLACK_WORDS;
  };

  /** Puts the stretch into a passage of the other document; false if none is like it. */
  const joinTheirs = (slot: number, stretch: CopiedStretch, theirs: PassagePlace[]): PassagePlace | undefined => {
    const { inA, inB, longA, longB } = rangesOf(stretch);
    return nearest(theirs, inB, inA).find((place) => {
      const known = mine.find((one) => one.passage === place.passage && touches(one, inA));
      if (!canHold(place, longB) || (known !== undefined && !canHold(known, longA))) return false;
      if (!keepsExemplar(place, inA)) return false;
      widenTheirs(theirs, place, slot, longB);
      if (known === undefined) join(place, inA, stretch.words);
      else widenMine(known, longA);
      return true;
    });
  };

  /** Puts the other document into a passage that the new one is in already; false if none is like the stretch. */
  const joinMine = (slot: number, stretch: CopiedStretch, theirs: PassagePlace[]): boolean => {
    const { inA, inB, longA } = rangesOf(stretch);
    const known = nearest(mine, inA, inB).find(
      (place) =>
        canHold(place, longA) && !theirs.some((other) => other.passage === place.passage && touches(other, inB)),
    );
    if (known === undefined) return false;
    widenMine(known, longA);
    places.addPlace(known.passage, { slot, ...inB }, stretch.words, known.words);
    theirs.push({ passage: known.passage, ...inB, isExemplar: 0, words: known.words });
    return true;
  };

  /** True when what is shared stands in one passage of both already: near-copies of a story share it with each other. */
  const isHeld = (stretch: CopiedStretch, theirs: readonly PassagePlace[]): boolean => {
    const { inA, inB } = rangesOf(stretch);
    return mine.some(
      (one) => holds(one, inA) && theirs.some((place) => place.passage === one.passage && holds(place, inB)),
    );
  };

  /** @param theirs the other document's places; those it gets are added */
  const grow = (other: IndexedDocument, stretch: CopiedStretch, theirs: PassagePlace[]): void => {
    if (stretch.words < LEAST_WORDS) return;
    const { inA, inB } = rangesOf(stretch);
    const isTold = isHeld(stretch, theirs);
    const whole = isTold ? undefined : joinTheirs(other.slot, stretch, theirs);
    if (!isTold && whole === undefined) {
      if (!joinMine(other.slot, stretch, theirs)) {
        const words = lengthOf(inB);
        const passage = places.addPassage({ slot: other.slot, ...inB }, stretch.words);
        theirs.push({ passage, ...inB, isExemplar: 1, words });
        join({ passage, ...inB, isExemplar: 1, words }, inA, stretch.words);
      }
      touched.add(other.slot);
    }
    for (const inner of theirs) {
      if (inner.passage === whole?.passage || !touches(inB, inner)) continue;
      const copy = projected(stretch, inner);
      if (copy === undefined || copy.matched < INSIDE_SHARE * lengthOf(inner)) continue;
      if (!keepsExemplar(inner, copy)) continue;
      if (!mine.some((place) => place.passage === inner.passage && touches(place, copy))) {
        join(inner, { from: copy.from, to: copy.to }, copy.matched);
      }
    }
  };

  for (const { document, alignment } of links) {
    const theirs = [...places.ofDocument(document.slot)];
    const shorter = Math.min(own.words.length, document.words.length);
    for (const stretch of asOneText(alignment.stretches, shorter)) grow(document, stretch, theirs);
  }
  return touched;
}

interface StretchRanges {
  readonly inA: TokenRange;
  readonly inB: TokenRange;
  /** From the first to the last run of `LINK_WORDS` words: what a place must hold. Empty where there is none. */
  readonly longA: TokenRange;
  readonly longB: TokenRange;
}

function rangesOf({ runs, fromA, toA, fromB, toB }: CopiedStretch): StretchRanges {
  const long = runs.filter(({ length }) => length >= LINK_WORDS);
  const [first] = long;
  const last = long.at(-1);
  return {
    inA: { from: fromA, to: toA },
    inB: { from: fromB, to: toB },
    longA: { from: first?.a ?? fromA, to: last === undefined ? fromA : last.a + last.length },
    longB: { from: first?.b ?? fromB, to: last === undefined ? fromB : last.b + last.length },
  };
}

function lengthOf({ from, to }: TokenRange): number {
  return to - from;
}

/** True when every word of `inner` is in `outer`. */
function holds(outer: TokenRange, inner: TokenRange): boolean {
  return lengthOf(inner) === 0 || (outer.from <= inner.from && inner.to <= outer.to);
}

function touches(one: TokenRange, other: TokenRange): boolean {
  return one.from < other.to && other.from < one.to;
}

/**
 * True when a place holds a range, or may be widened to hold it: by a few words at either end beyond what the passage
 * was begun with. Whoever widened it further would make a passage that its first copies are no copies of.
 */
function canHold(place: PassagePlace, range: TokenRange): boolean {
  if (holds(place, range)) return true;
  const to = Math.max(place.to, range.to);
  const from = Math.min(place.from, range.from);
  return to - from <= place.words + 2 * SLACK_WORDS && to - place.to <= SLACK_WORDS && place.from - from <= SLACK_WORDS;
}

function slackOf(length: number): number {
  return Math.max(SLACK_WORDS, Math.floor(SLACK_SHARE * length));
}

/**
 * The places whose ends agree with the range's, the nearest first, the exemplar before others. The copy must be about as
 * long as the exemplar too: ends that shift a little with every copy never lead far from it.
 */
function nearest(candidates: readonly PassagePlace[], range: TokenRange, copy: TokenRange): readonly PassagePlace[] {
  const slack = slackOf(lengthOf(range));
  const distanceTo = (place: PassagePlace): number =>
    2 * (Math.abs(place.from - range.from) + Math.abs(place.to - range.to)) - place.isExemplar;
  return candidates
    .filter(
      (place) =>
        Math.abs(place.from - range.from) <= slack &&
        Math.abs(place.to - range.to) <= slack &&
        Math.abs(place.words - lengthOf(copy)) <= slackOf(place.words),
    )
    .toSorted((one, other) => distanceTo(one) - distanceTo(other));
}

/** Where the other document's words stand in the new one, along the stretch's matched words. */
function projected(
  stretch: CopiedStretch,
  { from, to }: TokenRange,
): { readonly from: number; readonly to: number; readonly matched: number } | undefined {
  let first = -1;
  let last = -1;
  let matched = 0;
  for (const run of stretch.runs) {
    const low = Math.max(from, run.b);
    const high = Math.min(to, run.b + run.length);
    if (low >= high) continue;
    if (first < 0) first = run.a + low - run.b;
    last = run.a + high - run.b;
    matched += high - low;
  }
  return first < 0 ? undefined : { from: first, to: last, matched };
}

/** Matched words of a stretch that lie in a range of either document. */
function commonWords({ runs }: CopiedStretch, inA: TokenRange, inB: TokenRange): number {
  let words = 0;
  for (const { a, b, length } of runs) {
    const low = Math.max(0, inA.from - a, inB.from - b);
    const high = Math.min(length, inA.to - a, inB.to - b);
    words += Math.max(0, high - low);
  }
  return words;
}
