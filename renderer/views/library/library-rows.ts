/** The library's lines: groups with their members, leader first, then the documents that stand alone. */
import type { DocumentRow } from '#shared/contract/rows.ts';
import type { DocumentGroup } from '#renderer/state/selectors.ts';
import type { TreeRow } from '#renderer/ui/windowed-tree.tsx';

export interface GroupLine extends TreeRow {
  readonly type: 'group';
  readonly group: string;
  /** How many documents the group has, whatever the filter shows. */
  readonly copies: number;
}

export interface DocumentLine extends TreeRow {
  readonly type: 'document';
  readonly document: DocumentRow;
  readonly isLeader: boolean;
}

export type LibraryLine = GroupLine | DocumentLine;

export const groupLineSize = 34;
export const documentLineSize = 92;

export interface LibraryQuestion {
  readonly documents: readonly DocumentRow[];
  readonly groups: readonly DocumentGroup[];
  readonly folded: ReadonlySet<string>;
  readonly filter: string;
}

/** `libraryLines` that remembers its last answer: a line that says the same is the same object, and not drawn again. */
export function createLibraryLines(): (question: LibraryQuestion) => readonly LibraryLine[] {
  let last: readonly LibraryLine[] = [];
  return (question) => {
    last = libraryLines(question, last);
    return last;
  };
}

/** A filter finds words of title, name and source in any order; groups with a match are unfolded while it stands. */
function libraryLines(question: LibraryQuestion, before: readonly LibraryLine[]): readonly LibraryLine[] {
  const { documents, groups, folded } = question;
  const wanted = wordsOf(question.filter);
  const isShown = (document: DocumentRow): boolean => {
    if (wanted.length === 0) return true;
    const text = plain(`${document.title} ${document.name} ${document.source}`);
    return wanted.every((word) => text.includes(word));
  };
  const branches = groups
    .map((group) => ({ group, members: leaderFirst(group).filter(isShown) }))
    .filter(({ members }) => members.length > 0);
  const grouped = new Set(groups.flatMap((group) => group.documents.map(({ id }) => id)));
  const alone = documents.filter((document) => !grouped.has(document.id) && isShown(document));
  const siblings = branches.length + alone.length;
  // With one document more or less every line says another number of siblings: none is the same.
  const known = new Map(before[0]?.siblings === siblings ? before.map((line) => [line.key, line]) : []);
  const lines: LibraryLine[] = [];
  const add = (line: LibraryLine): void => {
    const old = known.get(line.key);
    lines.push(old !== undefined && isSameLine(old, line) ? old : line);
  };

  for (const [at, { group, members }] of branches.entries()) {
    const expanded = wanted.length > 0 || !folded.has(group.id);
    add(groupLine(group, expanded, at + 1, siblings));
    if (!expanded) continue;
    for (const [place, document] of members.entries()) {
      add(documentLine(document, 2, document.id === group.id, place + 1, members.length));
    }
  }
  for (const [at, document] of alone.entries())
    add(documentLine(document, 1, false, branches.length + at + 1, siblings));
  return lines;
}

/** How many documents the lines show, folded ones left out. */
export function documentsShown(lines: readonly LibraryLine[]): number {
  return lines.filter(({ type }) => type === 'document').length;
}

/** A group is named after its leader, the document that the others were found to be copies of. */
export function leaderFirst(group: DocumentGroup): readonly DocumentRow[] {
  const leader = group.documents.filter(({ id }) => id === group.id);
  return [...leader, ...group.documents.filter(({ id }) => id !== group.id)];
}

function groupLine(group: DocumentGroup, expanded: boolean, place: number, siblings: number): GroupLine {
  return {
    type: 'group',
    key: `group-${group.id}`,
    group: group.id,
    copies: group.documents.length,
    level: 1,
    size: groupLineSize,
    text: '',
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
  return { type: 'document', key: id, document, isLeader, level, size: documentLineSize, text: title, place, siblings };
}

function isSameLine(a: LibraryLine, b: LibraryLine): boolean {
  if (a.level !== b.level || a.place !== b.place || a.siblings !== b.siblings || a.expanded !== b.expanded)
    return false;
  if (a.type === 'group') return b.type === 'group' && a.copies === b.copies;
  return b.type === 'document' && a.document === b.document && a.isLeader === b.isLeader;
}

function wordsOf(filter: string): readonly string[] {
  return plain(filter).split(/\s+/u).filter(Boolean);
}

function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
