import type { Context } from './context.ts';

/** Documents that another may be compared with, the best first. */
export interface Relatives {
  /** The others of its group: the leader, then those that share most with it. */
  readonly siblings: readonly string[];
  /** Those that share a stretch with it and are in another group or none, the most first. */
  readonly others: readonly string[];
}

/** @param least how many characters `others` share with the document, at the least */
export function relativesOf({ collation }: Pick<Context, 'collation'>, document: string, least = 1): Relatives {
  const shared = collation.sharersOf(document);
  const group = collation.groupOf(document);
  const members = new Map(group?.documents.map((member) => [member.document, member.containment]) ?? []);
  const rank = (one: string, other: string): number =>
    Number(other === group?.leader) - Number(one === group?.leader) ||
    (shared.get(other) ?? 0) - (shared.get(one) ?? 0) ||
    (members.get(other) ?? 0) - (members.get(one) ?? 0) ||
    (one < other ? -1 : 1);
  members.delete(document);
  return {
    siblings: [...members.keys()].sort(rank),
    others: [...shared.keys()].filter((other) => !members.has(other) && (shared.get(other) ?? 0) >= least).sort(rank),
  };
}
