/**
 * Puts a new document into the passages it shares: those of the documents it is linked to where the ends agree, else new
 * ones. A passage hangs on its exemplar and is never the union of two others.
 */
import type { CopiedStretch } from './alignment.ts';
import type { Link } from './detection.ts';
import type { IndexedDocument } from './indexed-document.ts';
import type { PassagePlace, PassagePlaces, WordPlace } from './passage-places.ts';

/** Shorter stretches are stock phrases more often than passages. */
const LEAST_WORDS = 5;

/** Ends agree when they are no further apart than this many words, or this share of the stretch. */
const SLACK_WORDS = 3;
const SLACK_SHARE = 0.2;

/** A passage inside a stretch is handed on if at least this share of its words is in the copy. */
const INSIDE_SHARE = 0.8;

/** Slots of the documents that got a new place; the new one is not among them. */
export function growPassages(places: PassagePlaces, own: IndexedDocument, links: readonly Link[]): ReadonlySet<number> {
  const touched = new Set<number>();
  /** The new document's places so far. */
  const mine: PassagePlace[] = [];

  const join = (place: PassagePlace, range: { readonly from: number; readonly to: number }, matched: number): void => {
    places.addPlace(place.passage, { slot: own.slot, ...range }, matched, place.words);
    mine.push({ ...place, ...range, isExemplar: 0 });
  };

  const isMine = (passage: number, from: number, to: number): boolean =>
    mine.some((place) => place.passage === passage && place.from < to && from < place.to);

  const grow = (other: IndexedDocument, stretch: CopiedStretch): void => {
    const { fromA, toA, fromB, toB, words } = stretch;
    if (words < LEAST_WORDS) return;
    const slack = slackOf(toB - fromB);
    const theirs = places.near(other.slot, fromB - slack, toB);
    const whole = closest(theirs, fromB, toB, toA - fromA);
    if (whole !== undefined) {
      if (!isMine(whole.passage, fromA, toA)) join(whole, { from: fromA, to: toA }, words);
    } else {
      const known = closest(mine, fromA, toA, toB - fromB);
      const place: WordPlace = { slot: other.slot, from: fromB, to: toB };
      if (known === undefined) {
        const passage = places.addPassage(place, words);
        join({ passage, from: fromA, to: toA, isExemplar: 0, words: toB - fromB }, { from: fromA, to: toA }, words);
      } else places.addPlace(known.passage, place, words, known.words);
      touched.add(other.slot);
    }
    for (const inner of theirs) {
      if (inner === whole || inner.from < fromB || inner.to > toB) continue;
      const copy = projected(stretch, inner.from, inner.to);
      if (copy === undefined || copy.matched < INSIDE_SHARE * (inner.to - inner.from)) continue;
      if (!isMine(inner.passage, copy.from, copy.to)) join(inner, { from: copy.from, to: copy.to }, copy.matched);
    }
  };

  for (const { document, alignment } of links) for (const stretch of alignment.stretches) grow(document, stretch);
  return touched;
}

function slackOf(length: number): number {
  return Math.max(SLACK_WORDS, Math.floor(SLACK_SHARE * length));
}

/**
 * The place whose ends are nearest to the range's, if they agree. The copy must be about as long as the exemplar too:
 * ends that shift a little with every copy never lead far from it.
 */
function closest(
  candidates: readonly PassagePlace[],
  from: number,
  to: number,
  copyLength: number,
): PassagePlace | undefined {
  const slack = slackOf(to - from);
  let best: PassagePlace | undefined;
  let least = Infinity;
  for (const place of candidates) {
    const start = Math.abs(place.from - from);
    const end = Math.abs(place.to - to);
    if (start > slack || end > slack || Math.abs(place.words - copyLength) > slackOf(place.words)) continue;
    const distance = 2 * (start + end) - place.isExemplar;
    if (distance < least) {
      least = distance;
      best = place;
    }
  }
  return best;
}

/** Where the other document's words stand in the new one, along the stretch's matched words. */
function projected(
  stretch: CopiedStretch,
  from: number,
  to: number,
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
