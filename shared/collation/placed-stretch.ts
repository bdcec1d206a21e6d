import type { TokenRange } from '#shared/text/tokens.ts';
import type { CopiedStretch } from './alignment.ts';
import type { IndexedDocument } from './indexed-document.ts';
import { LINK_WORDS } from './prints.ts';
import { isBroken } from './gap.ts';
import type { ProjectionPair } from './projection.ts';
import type { Run } from './run.ts';
import { endsSentence } from './sentence.ts';

/** A copied stretch among the others of a pair. */
export interface PlacedStretch extends CopiedStretch {
  /** The copy's words around it that no other stretch holds; left out where nobody knows of others. */
  readonly room?: TokenRange;
  /** The first word behind it of the span's document that another stretch holds, and the last before it. */
  readonly roomInA?: TokenRange;
}

/** Of more stretches nobody can say which holds what: the documents repeat themselves over and over. */
const MOST_STRETCHES = 512;

/**
 * The stretches of a pair without outer runs that are no more than an echo of another one: where the story goes on with
 * the same name in another paragraph, two words of it look as if the copy went on with them. A run at the end of a
 * stretch whose words lie within a longer run of another, in either document, belongs to that one.
 */
export function placed(
  pair: ProjectionPair,
  stretches: readonly CopiedStretch[],
  range: TokenRange,
): readonly PlacedStretch[] {
  const real = stretches.filter(({ isRepeat }) => isRepeat !== true);
  const near = stretches.filter(({ fromA, toA }) => fromA < range.to && range.from < toA);
  if (stretches.length > MOST_STRETCHES) return near;
  const kept = near.map((stretch) => {
    if (stretch.isRepeat === true) return stretch;
    const own = withoutEchoes(pair, stretch, real, range);
    return { ...own, room: roomOf(pair.b, 'b', own, stretch, real), roomInA: roomOf(pair.a, 'a', own, stretch, real) };
  });
  return bridged(pair, kept, real);
}

/**
 * Stretches with a long rewriting between them as one: the copy goes on behind it where the span does, and what was put
 * there stands for what is lost. Where more was put in than that, or what is missing stands elsewhere, they stay apart.
 */
function bridged(
  pair: ProjectionPair,
  stretches: readonly PlacedStretch[],
  all: readonly CopiedStretch[],
): readonly PlacedStretch[] {
  const whole: PlacedStretch[] = [];
  for (const stretch of stretches) {
    const at = whole.findLastIndex(
      (earlier) => isNext(pair, earlier, stretch) && !isHeld(all, earlier.toA, stretch.fromA),
    );
    const earlier = whole[at];
    if (earlier === undefined) whole.push(stretch);
    else whole[at] = together(earlier, stretch);
  }
  return whole;
}

/** A row of so many words that stands elsewhere in the copy was moved, not written anew. */
const MOVED_WORDS = 5;

/** True when a stretch lies between two words of the span's document: what is missing there was moved. */
function isHeld(all: readonly CopiedStretch[], from: number, to: number): boolean {
  return all.some(({ fromA, toA, words }) => fromA >= from && toA <= to && words >= MOVED_WORDS);
}

/** A repeat is no part of a passage: as in `joinStretches`, nothing is put together with one. */
function isNext(pair: ProjectionPair, one: PlacedStretch, other: PlacedStretch): boolean {
  if (one.isRepeat === true || other.isRepeat === true) return false;
  if (one.after === undefined || one.after.a !== other.fromA || one.after.b !== other.fromB) return false;
  return !isBroken(pair, { from: one.toA, to: other.fromA }, { from: one.toB, to: other.fromB });
}

function together(one: PlacedStretch, other: PlacedStretch): PlacedStretch {
  const { after: _, isCandidate, ...rest } = one;
  const equivalents = [...(one.equivalents ?? []), ...(other.equivalents ?? [])];
  return {
    ...rest,
    runs: [...one.runs, ...other.runs],
    words: one.words + other.words,
    ...(equivalents.length > 0 && { equivalents }),
    ...(isCandidate === true && other.isCandidate === true && { isCandidate }),
    ...(other.after && { after: other.after }),
    ...(one.room && other.room && { room: { from: one.room.from, to: other.room.to } }),
    ...(one.roomInA && other.roomInA && { roomInA: { from: one.roomInA.from, to: other.roomInA.to } }),
    toA: other.toA,
    toB: other.toB,
  };
}

/** Of a stretch that the span reaches with such a run alone nothing is left out. */
function withoutEchoes(
  pair: ProjectionPair,
  stretch: CopiedStretch,
  all: readonly CopiedStretch[],
  range: TokenRange,
): CopiedStretch {
  const { runs } = stretch;
  const others = all.filter((other) => other !== stretch);
  const touches = (run: Run | undefined): boolean =>
    run !== undefined && run.a < range.to && range.from < run.a + run.length;
  const isEcho = (run: Run | undefined): boolean =>
    run !== undefined &&
    others.some((other) => other.runs.some((longer) => longer.length > run.length && holds(longer, run)));
  let [from, to] = [0, runs.length];
  while (to - from > 1 && touches(runs[from + 1]) && areApart(pair, runs[from], runs[from + 1]) && isEcho(runs[from]))
    from += 1;
  while (to - from > 1 && touches(runs[to - 2]) && areApart(pair, runs[to - 2], runs[to - 1]) && isEcho(runs[to - 1]))
    to -= 1;
  return from === 0 && to === runs.length ? stretch : cut(stretch, from, to);
}

/** True when a sentence ends between two runs in either document. */
function areApart({ a, b }: ProjectionPair, before: Run | undefined, after: Run | undefined): boolean {
  if (before === undefined || after === undefined) return false;
  for (let word = before.a + before.length; word <= after.a; word += 1) if (endsSentence(a, word)) return true;
  for (let word = before.b + before.length; word <= after.b; word += 1) if (endsSentence(b, word)) return true;
  return false;
}

/**
 * True when a run lies within another's words of the copy, or, if it is short, of the span's document: a longer one that
 * the copy has twice is a second copy.
 */
function holds(longer: Run, run: Run): boolean {
  const isIn = (side: 'a' | 'b'): boolean =>
    longer[side] <= run[side] && run[side] + run.length <= longer[side] + longer.length;
  return isIn('b') || (run.length < LINK_WORDS && isIn('a'));
}

/** Runs `from` up to `to` of a stretch. */
function cut(stretch: CopiedStretch, from: number, to: number): CopiedStretch {
  const runs = stretch.runs.slice(from, to);
  const [first, last] = [runs[0], runs.at(-1)];
  if (first === undefined || last === undefined) return stretch;
  const { before, after, equivalents, ...rest } = stretch;
  const reach = {
    fromA: from === 0 ? stretch.fromA : first.a,
    toA: to === stretch.runs.length ? stretch.toA : last.a + last.length,
    fromB: from === 0 ? stretch.fromB : first.b,
    toB: to === stretch.runs.length ? stretch.toB : last.b + last.length,
  };
  const left = equivalents?.filter((one) => one.fromA >= reach.fromA && one.toA <= reach.toA) ?? [];
  return {
    ...rest,
    runs,
    ...reach,
    words: runs.reduce((sum, { length }) => sum + length, 0),
    ...(left.length > 0 && { equivalents: left }),
    ...(before && from === 0 && { before }),
    ...(after && to === stretch.runs.length && { after }),
  };
}

/** So many words beyond the end of a sentence a run may reach without the next one being its own. */
const LOOSE_WORDS = 2;

/**
 * The words of one document around a stretch that no other stretch has in a run.
 * @param kept the stretch without echoes
 * @param whole the same as it stands in `all`
 */
function roomOf(
  document: IndexedDocument,
  side: 'a' | 'b',
  kept: CopiedStretch,
  whole: CopiedStretch,
  all: readonly CopiedStretch[],
): TokenRange {
  const [start, end] = side === 'a' ? [kept.fromA, kept.toA] : [kept.fromB, kept.toB];
  let from = 0;
  let to = Number.POSITIVE_INFINITY;
  for (const other of all) {
    if (other === whole) continue;
    for (const run of other.runs) {
      const [first, last] = [run[side], run[side] + run.length];
      if (last <= start && last > from) from = Math.max(from, last - looseAt(document, last, -1, run.length));
      if (first >= end && first < to) to = Math.min(to, first + looseAt(document, first, 1, run.length));
    }
  }
  return { from, to };
}

/** Words at the end of a run that lie beyond the end of a sentence: another sentence may well begin with the same word. */
function looseAt(document: IndexedDocument, edge: number, step: -1 | 1, length: number): number {
  if (endsSentence(document, edge)) return 0;
  for (let words = 1; words <= LOOSE_WORDS && words < length; words += 1)
    if (endsSentence(document, edge - (step < 0 ? words : -words))) return words;
  return 0;
}
