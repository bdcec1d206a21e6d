/** Which group a new document belongs to: near-copies of one leader, never of one another's. */
import type { Alignment } from './alignment.ts';
import type { Link } from './detection.ts';
import type { IndexedDocument } from './indexed-document.ts';

/** The share of the shorter document that a member has in common with its leader, at the least. */
const GROUP_CONTAINMENT = 0.8;

/** Leaders that are looked up because a near-copy is in their group. */
const LEADERS_TRIED = 3;

export interface LeaderChoice {
  /** Slot of the leader. */
  readonly leader: number;
  readonly containment: number;
  /** True where the leader was in no group before. */
  readonly isNew: boolean;
}

export interface LeaderFacts {
  /** Slot of the leader of a document's group, its own where it leads one, 0 where it is in none. */
  readonly leaderOf: (slot: number) => number;
  readonly document: (slot: number) => IndexedDocument | undefined;
  readonly align: (other: IndexedDocument) => Alignment;
  /** Whether a document is in its group as another state of one of its articles, whatever its words. */
  readonly hangsOnVersion: (slot: number) => boolean;
}

/** Whether a share in common with the leader makes a document a near-copy of it. */
export function isNearCopy(containment: number): boolean {
  return containment >= GROUP_CONTAINMENT;
}

/**
 * The group of a document that was published under the address of others: that of the first of them, which leads a new
 * one where it is in none.
 * @param versions slots of documents with the same address
 */
export function hangOnVersion(
  own: IndexedDocument,
  versions: readonly number[],
  facts: LeaderFacts,
): LeaderChoice | undefined {
  const first = versions.length === 0 ? 0 : Math.min(...versions);
  if (first === 0) return undefined;
  const known = facts.leaderOf(first);
  const leader = known === 0 ? first : known;
  return { leader, containment: containmentIn(own, leader, facts), isNew: known === 0 };
}

function containmentIn(own: IndexedDocument, leader: number, facts: LeaderFacts): number {
  const document = facts.document(leader);
  return document === undefined ? 0 : containmentOf(own, document, facts.align(document));
}

/**
 * The leader that has most of a new document, if one has enough; else that of a near-copy which is in its group as
 * another state of an article; else the earliest near-copy that is in no group leads a new one with it.
 */
export function chooseLeader(
  own: IndexedDocument,
  links: readonly Link[],
  facts: LeaderFacts,
): LeaderChoice | undefined {
  const containments = new Map<number, number>();
  for (const { document, alignment } of links) containments.set(document.slot, containmentOf(own, document, alignment));
  const near = links.filter(({ document }) => (containments.get(document.slot) ?? 0) >= GROUP_CONTAINMENT);

  let best: LeaderChoice | undefined;
  let tried = 0;
  for (const slot of new Set(near.map(({ document }) => facts.leaderOf(document.slot)))) {
    if (slot === 0) continue;
    let containment = containments.get(slot);
    if (containment === undefined && tried < LEADERS_TRIED) {
      tried += 1;
      const leader = facts.document(slot);
      if (leader !== undefined) containment = containmentOf(own, leader, facts.align(leader));
    }
    if (containment === undefined || containment < GROUP_CONTAINMENT) continue;
    if (best === undefined || containment > best.containment) best = { leader: slot, containment, isNew: false };
  }
  if (best !== undefined) return best;
  const version = near.find(({ document }) => facts.hangsOnVersion(document.slot));
  if (version !== undefined) {
    const leader = facts.leaderOf(version.document.slot);
    return { leader, containment: containmentIn(own, leader, facts), isNew: false };
  }
  const free = near.find(({ document }) => facts.leaderOf(document.slot) === 0);
  if (free === undefined) return undefined;
  const { slot } = free.document;
  return { leader: slot, containment: containments.get(slot) ?? 0, isNew: true };
}

/** 0…1: share of the shorter document's words outside page furniture that the pair has in common, each counted once. */
export function containmentOf(a: IndexedDocument, b: IndexedDocument, alignment: Alignment): number {
  const openA = openWords(a);
  const openB = openWords(b);
  const isFirstShorter = openA <= openB;
  const shorter = isFirstShorter ? a : b;
  const most = isFirstShorter ? openA : openB;
  if (most === 0) return 0;
  const matched = alignment.stretches.reduce((sum, { words }) => sum + words, 0);
  // Words matched twice can only make it more.
  if (matched < GROUP_CONTAINMENT * most) return matched / most;
  const marks = new Uint8Array(shorter.words.length);
  for (const { runs } of alignment.stretches) {
    for (const run of runs) {
      const from = isFirstShorter ? run.a : run.b;
      marks.fill(1, from, from + run.length);
    }
  }
  let words = 0;
  for (const mark of marks) words += mark;
  return Math.min(1, words / most);
}

function openWords({ words, furniture }: IndexedDocument): number {
  let open = words.length;
  for (let at = 0; at < furniture.length; at += 1) open -= furniture[at] ?? 0;
  return open;
}
