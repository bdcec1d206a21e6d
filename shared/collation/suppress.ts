import type { Chain } from './chain.ts';
import { LINK_WORDS } from './fingerprint.ts';
import type { Run } from './run.ts';

/** Words to a bucket when looking for chains near a place. */
const BUCKET = 64;

/** A chain covered by more than this share is an echo of the chain that covers it. */
const ECHO_SHARE = 0.5;

/**
 * Drops echoes: a phrase that occurs twice in a copied text matches its own repetition off the true
 * diagonal. A chain goes if a stronger one covers more than half of it in both documents, or in one
 * of them if it has no run of `LINK_WORDS` words. It stays if it has such a run that the stronger
 * chain does not hold in both documents: that is a genuine second copy. `chains` come best first.
 */
export function suppressEchoes(chains: readonly Chain[]): readonly Chain[] {
  const kept: Chain[] = [];
  const byA = new Map<number, Held[]>();
  const byB = new Map<number, Held[]>();
  for (const chain of chains) {
    const reach = reachOf(chain);
    const long = chain.whole.filter((run) => run.length >= LINK_WORDS);
    // A chain with a long run can only be held by one that covers it in both documents.
    const rivals = near(byA, reach.fromA, reach.toA);
    if (long.length === 0) for (const rival of near(byB, reach.fromB, reach.toB)) rivals.add(rival);
    let echo = false;
    for (const rival of rivals) {
      if (isEcho(reach, long, rival.reach)) {
        echo = true;
        break;
      }
    }
    if (echo) continue;
    kept.push(chain);
    const held = { reach };
    enter(byA, reach.fromA, reach.toA, held);
    enter(byB, reach.fromB, reach.toB, held);
  }
  return kept;
}

interface Held {
  readonly reach: Reach;
}

interface Reach {
  readonly fromA: number;
  readonly toA: number;
  readonly fromB: number;
  readonly toB: number;
}

/** The words a chain spans in either document. */
export function reachOf(chain: { readonly runs: readonly Run[] }): Reach {
  const first = chain.runs[0];
  const last = chain.runs.at(-1);
  if (first === undefined || last === undefined) return { fromA: 0, toA: 0, fromB: 0, toB: 0 };
  return {
    fromA: first.a,
    toA: last.a + last.length,
    fromB: first.b,
    toB: last.b + last.length,
  };
}

function isEcho(weak: Reach, long: readonly Run[], strong: Reach): boolean {
  const coveredA = share(weak.fromA, weak.toA, strong.fromA, strong.toA) > ECHO_SHARE;
  const coveredB = share(weak.fromB, weak.toB, strong.fromB, strong.toB) > ECHO_SHARE;
  if (long.length === 0) return coveredA || coveredB;
  if (!coveredA || !coveredB) return false;
  return long.every(
    (run) =>
      run.a >= strong.fromA &&
      run.a + run.length <= strong.toA &&
      run.b >= strong.fromB &&
      run.b + run.length <= strong.toB,
  );
}

function share(from: number, to: number, coverFrom: number, coverTo: number): number {
  const common = Math.min(to, coverTo) - Math.max(from, coverFrom);
  return common <= 0 ? 0 : common / (to - from);
}

function near(buckets: Map<number, Held[]>, from: number, to: number): Set<Held> {
  const found = new Set<Held>();
  for (let bucket = Math.floor(from / BUCKET); bucket <= Math.floor((to - 1) / BUCKET); bucket += 1) {
    for (const held of buckets.get(bucket) ?? []) found.add(held);
  }
  return found;
}

function enter(buckets: Map<number, Held[]>, from: number, to: number, held: Held): void {
  for (let bucket = Math.floor(from / BUCKET); bucket <= Math.floor((to - 1) / BUCKET); bucket += 1) {
    const list = buckets.get(bucket);
    if (list === undefined) buckets.set(bucket, [held]);
    else list.push(held);
  }
}
