/**
 * The library's lines: groups with their members, the one that leads first, then the documents that stand alone. They
 * are as many as the project's documents, so a line is made when it is asked for.
 */
import type { DocumentRow } from '#shared/contract/rows.ts';
import type { DocumentGroup, DocumentGroups } from '#renderer/state/document-groups.ts';
import { rowPlaces } from '#renderer/ui/windowed-rows.ts';
import type { TreeRow, TreeRows } from '#renderer/ui/windowed-tree.tsx';
import { createFilter } from './library-filter.ts';

export interface GroupLine extends TreeRow {
  readonly type: 'group';
  readonly group: string;
  /** The one that the others were found to be copies of. */
  readonly leader: DocumentRow;
  /** How many documents the group has, whatever the filter shows. */
  readonly copies: number;
}

export interface DocumentLine extends TreeRow {
  readonly type: 'document';
  readonly document: DocumentRow;
  readonly isLeader: boolean;
}

export type LibraryLine = GroupLine | DocumentLine;

export interface LibraryLines extends TreeRows<LibraryLine> {
  /** How many documents the lines show, those of folded groups left out. */
  readonly documents: number;
}

export const groupLineSize = 34;
export const documentLineSize = 92;

export interface LibraryQuestion {
  readonly documents: readonly DocumentRow[];
  readonly groups: DocumentGroups;
  readonly folded: ReadonlySet<string>;
  readonly filter: string;
}

/** A group that is shown, and what of it. */
interface Branch {
  readonly group: DocumentGroup;
  readonly expanded: boolean;
  /** None where it is folded. */
  readonly members: readonly DocumentRow[];
}

/** Lines kept from one answer to the next: more than a screen has. */
const linesKept = 400;

/** `libraryLines` that remembers: a line that says the same is the same object, and not drawn again. */
export function createLibraryLines(): (question: LibraryQuestion) => LibraryLines {
  const known = new Map<string, LibraryLine>();
  const filterBy = createFilter();
  const remembered = (line: LibraryLine): LibraryLine => {
    const old = known.get(line.key);
    if (old !== undefined && isSameLine(old, line)) return old;
    if (known.size > linesKept) known.clear();
    known.set(line.key, line);
    return line;
  };
  return (question) => libraryLines(question, filterBy(question.filter), remembered);
}

/** A filter finds words of title, name and source in any order; groups with a match are unfolded while it stands. */
function libraryLines(
  { documents, groups, folded }: LibraryQuestion,
  filter: ((document: DocumentRow) => boolean) | null,
  remembered: (line: LibraryLine) => LibraryLine,
): LibraryLines {
  const branches: Branch[] = [];
  for (const group of groups.groups) {
    const members = filter === null ? group.documents : group.documents.filter(filter);
    if (members.length === 0) continue;
    const expanded = filter !== null || !folded.has(group.id);
    branches.push({ group, expanded, members: expanded ? members : [] });
  }
  const alone = documents.filter(({ id }) => groups.of(id) === undefined);
  const singles = filter === null ? alone : alone.filter(filter);
  const siblings = branches.length + singles.length;
  // The first line of each branch; after them the first of those that stand alone.
  const firsts = new Float64Array(branches.length + 1);
  for (const [at, { members }] of branches.entries()) firsts[at + 1] = (firsts[at] ?? 0) + 1 + members.length;
  const grouped = firsts[branches.length] ?? 0;
  const count = grouped + singles.length;
  const branchAt = rowPlaces(branches.length, (branch) => firsts[branch] ?? 0).rowAt;
  const sizeOf = (groupLines: number, documentLines: number): number =>
    groupLines * groupLineSize + documentLines * documentLineSize;

  const startOf = (row: number): number => {
    if (row >= grouped) return sizeOf(branches.length, row - branches.length);
    const branch = branchAt(row);
    const inBranch = row - (firsts[branch] ?? 0);
    const groupLines = branch + Math.min(1, inBranch);
    return sizeOf(groupLines, row - groupLines);
  };
  const lineAt = (row: number): LibraryLine | undefined => {
    const single = singles[row - grouped];
    if (single !== undefined) {
      return remembered(documentLine(single, 1, false, branches.length + row - grouped + 1, siblings));
    }
    const at = branchAt(row);
    const branch = branches[at];
    if (branch === undefined || row >= grouped) return undefined;
    const { group, members, expanded } = branch;
    const inBranch = row - (firsts[at] ?? 0);
    const member = members[inBranch - 1];
    const leader = group.documents[0];
    if (member === undefined)
      return leader === undefined ? undefined : remembered(groupLine(group, leader, expanded, at + 1, siblings));
    return remembered(documentLine(member, 2, member === leader, inBranch, members.length));
  };
  const indexOf = (key: string): number => {
    for (const [at, { group, members }] of branches.entries()) {
      const first = firsts[at] ?? 0;
      if (key === groupKey(group)) return first;
      if (groups.of(key)?.id !== group.id) continue;
      const member = members.findIndex(({ id }) => id === key);
      return member === -1 ? -1 : first + 1 + member;
    }
    const single = singles.findIndex(({ id }) => id === key);
    return single === -1 ? -1 : grouped + single;
  };

  return { ...rowPlaces(count, startOf), lineAt, indexOf, documents: count - branches.length };
}

const groupKey = ({ id }: DocumentGroup): string => `group-${id}`;

function groupLine(
  group: DocumentGroup,
  leader: DocumentRow,
  expanded: boolean,
  place: number,
  siblings: number,
): GroupLine {
  return {
    type: 'group',
    key: groupKey(group),
    group: group.id,
    leader,
    copies: group.documents.length,
    level: 1,
    text: leader.title,
    expanded,
    place,
    siblings,
  };
}

function documentLine(
  document: DocumentRow,
  level: number,
  isLeader: boolean,
  place: number,
  siblings: number,
): DocumentLine {
  const { id, title } = document;
  return { type: 'document', key: id, document, isLeader, level, text: title, place, siblings };
}

function isSameLine(a: LibraryLine, b: LibraryLine): boolean {
  if (a.level !== b.level || a.place !== b.place || a.siblings !== b.siblings || a.expanded !== b.expanded)
    return false;
  if (a.type === 'group') return b.type === 'group' && a.copies === b.copies && a.leader === b.leader;
  return b.type === 'document' && a.document === b.document && a.isLeader === b.isLeader;
}
