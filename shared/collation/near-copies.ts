import type { Collection } from './collection.ts';
import type { Group } from './copies.ts';
import { fingerprintTable } from './fingerprint-table.ts';
import type { IndexedDocument } from './indexed-document.ts';
import { compareIds } from './pairs.ts';

/** The share of the shorter document that a member has in common with its leader, at the least. */
const GROUP_CONTAINMENT = 0.8;

/** Pairs with a smaller share of the shorter one's fingerprints in common cannot contain each other. */
const LEAST_FINGERPRINTS = 0.1;

/**
 * Groups of near-copy documents. The longest document not yet in a group leads the next one, and
 * the others are held against the leader alone: a near-copy of a member that is none of the leader's
 * stays out. Every document is in one group at most; a document alone is no group.
 */
export function findGroups(collection: Collection): readonly Group[] {
  const order = [...collection.all()].sort(
    (one, other) => other.words.length - one.words.length || compareIds(one.id, other.id),
  );
  const grouped = new Set<IndexedDocument>();
  const groups: Group[] = [];
  for (const leader of order) {
    if (grouped.has(leader)) continue;
    grouped.add(leader);
    const members: { document: string; containment: number }[] = [];
    const candidates = collection.pairs.fingerprints.candidates(
      leader,
      (other, shared) => !grouped.has(other) && shared >= leastShared(leader, other),
    );
    for (const document of candidates.toSorted((one, other) => compareIds(one.id, other.id))) {
      const containment = containmentOf(collection, leader, document);
      if (containment < GROUP_CONTAINMENT) continue;
      grouped.add(document);
      members.push({ document: document.id, containment });
    }
    if (members.length === 0) continue;
    groups.push({ leader: leader.id, documents: [{ document: leader.id, containment: 1 }, ...members] });
  }
  return groups.sort((one, other) => compareIds(one.leader, other.leader));
}

/** 0…1: share of the shorter document's words that the pair has in common, each word counted once. */
function containmentOf(collection: Collection, a: IndexedDocument, b: IndexedDocument): number {
  const shorter = b.words.length <= a.words.length ? b : a;
  const longer = shorter === b ? a : b;
  const marks = new Uint8Array(shorter.words.length);
  for (const stretch of collection.pairs.align(shorter, longer).stretches) {
    for (const run of stretch.runs) marks.fill(1, run.a, run.a + run.length);
  }
  let words = 0;
  for (const mark of marks) words += mark;
  return shorter.words.length === 0 ? 0 : words / shorter.words.length;
}

function leastShared(one: IndexedDocument, other: IndexedDocument): number {
  return LEAST_FINGERPRINTS * Math.min(fingerprintTable(one).distinct, fingerprintTable(other).distinct);
}
