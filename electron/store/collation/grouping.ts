/** Which group each document is in: of near-copies of a leader, and of what was published under one address. */
import type { Alignment } from '#shared/collation/alignment.ts';
import { createAligner } from '#shared/collation/alignment.ts';
import type { Link } from '#shared/collation/detection.ts';
import type { Equivalents } from '#shared/collation/equivalents.ts';
import type { IndexedDocument } from '#shared/collation/indexed-document.ts';
import { chooseLeader, hangOnVersion, isNearCopy, type LeaderFacts } from '#shared/collation/leaders.ts';
import type { CollatedDocument, CollatedDocuments } from './collated-documents.ts';

export interface GroupingDeps {
  readonly documents: CollatedDocuments;
  readonly equivalents: () => Equivalents;
  /** Documents of the project that were published under the address of one that is or was in it, itself left out. */
  readonly versionsOf: (document: string) => readonly string[];
  /** Moves the number of groups. */
  readonly addGroups: (more: number) => void;
}

/** Both answer with the slots of the documents whose rows have changed, the document's own left out. */
export interface Grouping {
  /** @param versions ids of documents with the address of this one, which may not be in the project's tables yet */
  readonly join: (own: IndexedDocument, links: readonly Link[], versions: readonly string[]) => ReadonlySet<number>;
  /** Takes a document out of its group, before it leaves the index. */
  readonly leave: (row: CollatedDocument) => ReadonlySet<number>;
  /** A transaction was taken back. */
  readonly forget: () => void;
}

export function createGrouping({ documents, equivalents, versionsOf, addGroups }: GroupingDeps): Grouping {
  /** Slots of documents that came with versions, some of which are in no table yet. */
  const came = new Set<number>();
  const leaderOf = (slot: number): number => documents.row(slot)?.leader ?? 0;
  const isVersion = ({ slot, document }: CollatedDocument): boolean =>
    came.has(slot) || versionsOf(document).length > 0;

  const factsFor = (align: (other: IndexedDocument) => Alignment): LeaderFacts => ({
    leaderOf,
    document: documents.document,
    align,
    hangsOnVersion: (slot) => {
      const row = documents.row(slot);
      return row !== undefined && row.leader !== 0 && !isNearCopy(row.containment) && isVersion(row);
    },
  });

  /** Slots of those that came before the document. */
  const slotsBefore = (slot: number, ids: readonly string[]): readonly number[] =>
    ids.flatMap((id) => documents.slotOf(id) ?? []).filter((other) => other < slot);

  const choose = (own: IndexedDocument, links: readonly Link[], versions: readonly number[], facts: LeaderFacts) => {
    const choice = hangOnVersion(own, versions, facts) ?? chooseLeader(own, links, facts);
    if (choice === undefined) return undefined;
    if (choice.isNew) {
      documents.setLeader(choice.leader, choice.leader, 1);
      addGroups(1);
    }
    documents.setLeader(own.slot, choice.leader, choice.containment);
    return choice;
  };

  /** Finds places for documents of a group that are in none now, one after the other, among all of it. */
  const chooseAnew = (homeless: readonly CollatedDocument[], members: readonly CollatedDocument[]): void => {
    for (const { slot, document } of homeless) {
      const own = documents.document(slot);
      if (own === undefined) continue;
      const aligner = createAligner(own, equivalents());
      const others = members.filter((one) => one.slot < slot);
      const leaders = new Set(others.map((one) => leaderOf(one.slot)));
      const facts = factsFor((other) => aligner.align(other));
      const tried = others.filter(
        (one) => leaders.has(one.slot) || leaderOf(one.slot) === 0 || facts.hangsOnVersion(one.slot),
      );
      const links = tried.flatMap((one): readonly Link[] => {
        const other = documents.document(one.slot);
        return other === undefined ? [] : [{ document: other, alignment: aligner.align(other) }];
      });
      choose(own, links, slotsBefore(slot, versionsOf(document)), facts);
    }
  };

  return {
    join: (own, links, versions) => {
      if (versions.length > 0) came.add(own.slot);
      const touched = new Set<number>();
      const before = slotsBefore(own.slot, versions);
      const facts = factsFor((other) => createAligner(own, equivalents()).align(other));
      const choice = choose(own, links, before, facts);
      if (choice === undefined) return touched;
      const { leader, isNew } = choice;
      if (isNew) touched.add(leader);
      // A group is called after its first document by id, in the rows of all its members.
      if (documents.firstOf(leader) === own.id) for (const { slot } of documents.membersOf(leader)) touched.add(slot);
      return touched;
    },
    leave: ({ leader, slot, document }) => {
      if (leader === 0) return new Set();
      const members = documents.membersOf(leader).filter((one) => one.slot !== slot);
      const wasFirst = documents.firstOf(leader) === document;
      const all = new Set(members.map((member) => member.slot));
      documents.setLeader(slot, 0, 0);
      if (leader === slot) {
        for (const member of members) documents.setLeader(member.slot, 0, 0);
        addGroups(-1);
        chooseAnew(members, members);
        return all;
      }
      // What is no near-copy of the leader may have been here for the sake of the one that leaves.
      const loose = members.filter((one) => one.slot > slot && !isNearCopy(one.containment));
      for (const member of loose) documents.setLeader(member.slot, 0, 0);
      chooseAnew(loose, members);
      const touched = new Set(wasFirst ? all : loose.map((member) => member.slot));
      if (documents.membersOf(leader).length > 1) {
        // It may be called after another document now.
        return loose.length > 0 ? all : touched;
      }
      documents.setLeader(leader, 0, 0);
      addGroups(-1);
      return touched.add(leader);
    },
    forget: () => came.clear(),
  };
}
