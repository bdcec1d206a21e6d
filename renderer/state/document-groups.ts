/** Groups of near-copies, kept up with the rows: an import of thousands makes anew only the groups that it touches. */
import { differingKeys } from '#shared/contract/row-map.ts';
import type { CollationRow, DocumentRow } from '#shared/contract/rows.ts';
import { mergedRows } from './sorted-rows.ts';

/** Documents found to be near-copies of one another, at least two; the one that leads first, then by name. */
export interface DocumentGroup {
  readonly id: string;
  readonly documents: readonly DocumentRow[];
}

export interface DocumentGroups {
  /** By the name of the document that leads. */
  readonly groups: readonly DocumentGroup[];
  /** The group that a document is in. */
  readonly of: (document: string) => DocumentGroup | undefined;
}

type Documents = ReadonlyMap<string, DocumentRow>;
type Collations = ReadonlyMap<string, CollationRow>;

/** Remembers the last rows; the same answer while no group is another. @param compare the order of the library */
export function createDocumentGroups(
  compare: (a: DocumentRow, b: DocumentRow) => number,
): (documents: Documents, collations: Collations) => DocumentGroups {
  let documents: Documents = new Map();
  let collations: Collations = new Map();
  const groupOf = new Map<string, string>();
  const members = new Map<string, Set<string>>();
  const groups = new Map<string, DocumentGroup>();
  let answer: DocumentGroups = { groups: [], of: () => undefined };

  /** Notes in which group a document is now; the groups that have changed with it. */
  const place = (document: string): readonly string[] => {
    const before = groupOf.get(document);
    const now = documents.has(document) ? (collations.get(document)?.group ?? undefined) : undefined;
    if (before !== undefined && before !== now) members.get(before)?.delete(document);
    if (now === undefined) groupOf.delete(document);
    else {
      groupOf.set(document, now);
      const known = members.get(now);
      if (known === undefined) members.set(now, new Set([document]));
      else known.add(document);
    }
    return [before, now].filter((group) => group !== undefined);
  };

  const inOrder = (a: DocumentRow, b: DocumentRow): number =>
    Number(collations.get(b.id)?.leads ?? false) - Number(collations.get(a.id)?.leads ?? false) || compare(a, b);

  /** @param differing documents whose rows are others than when the group was last made */
  const made = (id: string, differing: ReadonlySet<string>): DocumentGroup | null => {
    const its = members.get(id);
    if (its === undefined || its.size < 2) return null;
    const isKept = (document: string): boolean => its.has(document) && !differing.has(document);
    const kept = groups.get(id)?.documents.filter((document) => isKept(document.id)) ?? [];
    const known = new Set(kept.map((document) => document.id));
    const fresh = [...its].flatMap((document) => (known.has(document) ? [] : (documents.get(document) ?? [])));
    return { id, documents: mergedRows(kept, fresh.toSorted(inOrder), inOrder) };
  };

  const byFirst = (a: DocumentGroup, b: DocumentGroup): number => {
    const [one, other] = [a.documents[0], b.documents[0]];
    return one === undefined || other === undefined ? 0 : compare(one, other);
  };

  return (nextDocuments, nextCollations) => {
    if (nextDocuments === documents && nextCollations === collations) return answer;
    const differing = new Set([
      ...differingKeys(documents, nextDocuments),
      ...differingKeys(collations, nextCollations),
    ]);
    documents = nextDocuments;
    collations = nextCollations;
    const touched = new Set<string>();
    for (const document of differing) for (const group of place(document)) touched.add(group);
    if (touched.size === 0) return answer;
    const fresh: DocumentGroup[] = [];
    let isAnyGone = false;
    for (const id of touched) {
      isAnyGone ||= groups.has(id);
      const group = made(id, differing);
      if (group === null) groups.delete(id);
      else {
        groups.set(id, group);
        fresh.push(group);
      }
      if (members.get(id)?.size === 0) members.delete(id);
    }
    const kept = isAnyGone ? answer.groups.filter(({ id }) => !touched.has(id)) : answer.groups;
    answer = {
      groups: mergedRows(kept, fresh.toSorted(byFirst), byFirst),
      of: (document) => groups.get(groupOf.get(document) ?? ''),
    };
    return answer;
  };
}
