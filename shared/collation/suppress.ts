import { isSecondCopy, type Weight } from './evidence.ts';
import { LINK_WORDS } from './prints.ts';
import { type Line, SAME } from './line.ts';
import type { Run } from './run.ts';
import { Scratch } from './scratch.ts';

/** The words a stretch spans in either document. */
export interface Reach {
  readonly fromA: number;
  readonly toA: number;
  readonly fromB: number;
  readonly toB: number;
}

type Kept = Reach;

/** Words to a bucket when looking for stretches near a place. */
const BUCKET = 64;

/** A stretch without a long run of which more than this share is taken, in either document, is an echo. */
const ECHO_SHARE = 0.5;

/** A stretch with a long run of which so much is taken in both documents is a repeat. */
const REPEAT_SHARE = 0.8;

/** Rivals looked at in one bucket, the strongest first. */
const RIVALS = 256;

/** What a stretch is beside the stronger ones: something by itself, their own wording once more, or nothing. */
export type Standing = 'copy' | 'repeat' | 'echo';

const takenA = new Scratch();
const takenB = new Scratch();

/**
 * Tells copies from echoes: a phrase that occurs twice in a copied text matches its own repetition
 * off the true diagonal. Stretches are held against the stronger ones that were kept. One with a run
 * of `LINK_WORDS` words is never passed over unless one of these holds all such runs of it, in both
 * documents: it is a repeat where its words stand in stronger stretches, here and there, and else a
 * genuine second copy.
 */
export class EchoFilter {
  #byA: Kept[][] = [];
  readonly #left = { from: 0, to: 0, isCut: false };

  /** Forgets all stretches: another pair of documents, of this many words, begins. */
  begin(wordsA: number, wordsB: number): void {
    this.#byA = emptied(this.#byA, wordsA);
    takenA.letGo();
    takenB.letGo();
    takenA.take(wordsA).fill(0, 0, wordsA);
    takenB.take(wordsB).fill(0, 0, wordsB);
  }

  /** What items `from` up to `to` of a line are; to be asked of the strongest stretch first. */
  standing(line: Line, from: number, to: number, weight: Weight): Standing {
    const reach = reachIn(line, from, to);
    const shareA = takenShare(takenA.take(0), reach.fromA, reach.toA);
    const shareB = takenShare(takenB.take(0), reach.fromB, reach.toB);
    if (weight.longest < LINK_WORDS) {
      if (shareA <= ECHO_SHARE && shareB <= ECHO_SHARE) return 'copy';
      // A short quotation that stands a second time, between its own quotation marks.
      const isFree = shareA === 0 || shareB === 0;
      return isFree && isSecondCopy(weight, shareA > 0) ? 'copy' : 'echo';
    }
    if (shareA === 0 || shareB === 0) return 'copy';
    if (holdsLongRuns(this.#byA, reach, line, from, to)) return 'echo';
    return shareA >= REPEAT_SHARE && shareB >= REPEAT_SHARE ? 'repeat' : 'copy';
  }

  /**
   * Items `from` up to `to` of a line without those at either end that a kept stretch holds in both documents; one that
   * it holds in part is cut in the line.
   */
  withoutKept(line: Line, from: number, to: number): { readonly from: number; readonly to: number; isCut: boolean } {
    const left = this.#left;
    left.from = from;
    left.to = to;
    while (left.from < left.to && isHeld(this.#byA, line, left.from)) left.from += 1;
    while (left.from < left.to && isHeld(this.#byA, line, left.to - 1)) left.to -= 1;
    left.isCut = left.from > from || left.to < to;
    if (left.from >= left.to) return left;
    const head = heldAtStart(this.#byA, line, left.from);
    if (head > 0) line.cutStart(left.from, head);
    const tail = heldAtEnd(this.#byA, line, left.to - 1);
    if (tail > 0) line.cutEnd(left.to - 1, tail);
    left.isCut ||= head > 0 || tail > 0;
    return left;
  }

  keep(line: Line, from: number, to: number, standing: Standing): void {
    const kept = reachIn(line, from, to);
    enter(this.#byA, kept.fromA, kept.toA, kept);
    if (standing !== 'copy') return;
    takenA.take(0).fill(1, kept.fromA, kept.toA);
    takenB.take(0).fill(1, kept.fromB, kept.toB);
  }
}

function takenShare(taken: Int32Array, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at += 1) count += taken[at] ?? 0;
  return count / (to - from);
}

function emptied(buckets: Kept[][], words: number): Kept[][] {
  const count = Math.ceil(words / BUCKET) + 1;
  if (count > 10_000 || buckets.length > 10_000) return Array.from({ length: count }, () => []);
  for (let bucket = 0; bucket < count; bucket += 1) {
    const held = buckets[bucket];
    if (held === undefined) buckets[bucket] = [];
    else held.length = 0;
  }
  return buckets;
}

function reachIn(line: Line, from: number, to: number): Reach {
  return {
    fromA: line.a[from] ?? 0,
    toA: line.endA(to - 1),
    fromB: line.b[from] ?? 0,
    toB: line.endB(to - 1),
  };
}

/** True when a kept stretch holds an item of a line in both documents. */
function isHeld(buckets: readonly Kept[][], line: Line, item: number): boolean {
  const fromA = line.a[item] ?? 0;
  const fromB = line.b[item] ?? 0;
  const rivals = buckets[Math.floor(fromA / BUCKET)];
  if (rivals === undefined) return false;
  for (let at = 0; at < rivals.length && at < RIVALS; at += 1) {
    const rival = rivals[at];
    if (rival === undefined || rival.fromA > fromA || rival.fromB > fromB) continue;
    if (line.endA(item) <= rival.toA && line.endB(item) <= rival.toB) return true;
  }
  return false;
}

/** How many words an item begins with that a kept stretch holds in both documents, less than all. */
function heldAtStart(buckets: readonly Kept[][], line: Line, item: number): number {
  const [fromA, fromB] = [line.a[item] ?? 0, line.b[item] ?? 0];
  let held = 0;
  for (const rival of rivalsAt(buckets, fromA)) {
    if (rival.fromA > fromA || rival.fromB > fromB) continue;
    held = Math.max(held, Math.min(rival.toA - fromA, rival.toB - fromB));
  }
  return canLose(line, item, held) ? held : 0;
}

/** The same of the words that it ends with. */
function heldAtEnd(buckets: readonly Kept[][], line: Line, item: number): number {
  const [toA, toB] = [line.endA(item), line.endB(item)];
  let held = 0;
  for (const rival of rivalsAt(buckets, toA - 1)) {
    if (rival.toA < toA || rival.toB < toB) continue;
    held = Math.max(held, Math.min(toA - rival.fromA, toB - rival.fromB));
  }
  return canLose(line, item, held) ? held : 0;
}

/** True when an item stays what it is without so many of its words: some words, and a long run if it was one. */
function canLose({ kind, lengthA }: Line, item: number, words: number): boolean {
  const length = lengthA[item] ?? 0;
  return kind[item] === SAME && words < length && (length < LINK_WORDS || length - words >= LINK_WORDS);
}

function rivalsAt(buckets: readonly Kept[][], word: number): readonly Kept[] {
  const rivals = buckets[Math.floor(word / BUCKET)] ?? NO_RIVALS;
  return rivals.length > RIVALS ? rivals.slice(0, RIVALS) : rivals;
}

const NO_RIVALS: readonly Kept[] = [];

/** True when one kept stretch holds every long run of a line's items in both documents. */
function holdsLongRuns(buckets: readonly Kept[][], reach: Reach, line: Line, from: number, to: number): boolean {
  const last = Math.floor((reach.toA - 1) / BUCKET);
  for (let bucket = Math.floor(reach.fromA / BUCKET); bucket <= last; bucket += 1) {
    const rivals = buckets[bucket];
    if (rivals === undefined) continue;
    for (let at = 0; at < rivals.length && at < RIVALS; at += 1) {
      const rival = rivals[at];
      if (rival !== undefined && isWithin(rival, line, from, to)) return true;
    }
  }
  return false;
}

function isWithin(rival: Reach, line: Line, from: number, to: number): boolean {
  for (let item = from; item < to; item += 1) {
    if (line.kind[item] !== SAME || (line.lengthA[item] ?? 0) < LINK_WORDS) continue;
    if ((line.a[item] ?? 0) < rival.fromA || line.endA(item) > rival.toA) return false;
    if ((line.b[item] ?? 0) < rival.fromB || line.endB(item) > rival.toB) return false;
  }
  return true;
}

function enter(buckets: Kept[][], from: number, to: number, kept: Kept): void {
  const last = Math.floor((to - 1) / BUCKET);
  for (let bucket = Math.floor(from / BUCKET); bucket <= last; bucket += 1) buckets[bucket]?.push(kept);
}

/** The words that runs span, in order. */
export function reachOf({ runs }: { readonly runs: readonly Run[] }): Reach {
  const first = runs[0];
  const last = runs.at(-1);
  if (first === undefined || last === undefined) return { fromA: 0, toA: 0, fromB: 0, toB: 0 };
  return { fromA: first.a, toA: last.a + last.length, fromB: first.b, toB: last.b + last.length };
}
