import { counted, numberText } from './numbers.ts';

export const annotationText = {
  name: 'Annotation',
  none: 'No tag here',
  noneAdvice: 'Put the caret into a tag, or click one, to see its note and where it stands.',
  here: 'Tags here',
  by: (annotator: string) => `by ${annotator}`,
  note: 'Note',
  notePlaceholder: 'Why this label? What to check?',
  noteKeys: (save: string) => `${save} saves, Esc puts the saved note back`,
  unsaved: 'Not saved yet',
  noteNotSaved: (text: string) => `The note was not saved. It said: “${text}”`,
  noteOfDeleted: (text: string) =>
    `This annotation was deleted meanwhile, and its note was not saved. It said: “${text}”`,
  noteChanged: (theirs: string) => `Changed meanwhile: “${theirs}”`,
  noteEmptied: 'Changed meanwhile: the note was taken away.',
  keepMine: 'Keep mine',
  takeTheirs: 'Take theirs',
  bothNotesKept: 'The note had been changed meanwhile. Both are kept, one below the other.',
  occurrences: (count: number) => `Occurrences · ${numberText(count)}`,
  pending: (value: number) => `${numberText(value)} to look at`,
  detached: (value: number) => `${numberText(value)} detached`,
  here_: 'here',
  goTo: (title: string, status: string) => `${title}, ${status}. Go there`,
  detach: 'Detach',
  detachLong: 'Detach: this occurrence no longer counts',
  attach: 'Attach',
  attachLong: 'Attach: this occurrence counts',
  attachElsewhere: 'Attach: it is the same passage',
  reason: 'Reason (optional)',
  attachedByHand: 'Attached by hand',
  reasonWas: (reason: string) => `Reason: ${reason}`,
  cancel: 'Cancel',
  showMore: (more: number, all: number) => `Show ${numberText(more)} more of ${numberText(all)}`,
  showAll: (count: number) => `Show all ${numberText(count)}`,
  elsewhere: 'Same wording elsewhere',
  /** @param unread documents that hold the words, too */
  elsewhereCount: (count: number, unread: number) =>
    `Same wording elsewhere · ${numberText(count)}${unread > 0 ? ' and more' : ''}`,
  elsewhereUnread: (documents: number) =>
    `These words stand in ${counted(documents, 'more document', 'more documents')}.`,
  elsewhereNext: (documents: number) => `List ${counted(documents, 'more document', 'more documents')}`,
  remove: 'Delete annotation',
  removeLong: 'Delete this annotation with all its occurrences',
  changes: (added: number, missing: number) =>
    `${counted(added, 'word', 'words')} added, ${counted(missing, 'word', 'words')} missing`,
} as const;

/** Why the same wording is not the same passage, in the words of who reads it rather than of who looked for it. */
const elsewhereReasons: Readonly<Record<string, string>> = {
  'off-diagonal repeat': 'Said again elsewhere in the same article',
  'stock phrase': 'A common phrase',
  'page furniture': 'A standing line of the page',
  'small part': 'A small part of it',
};

export function elsewhereReasonText(reason: string): string {
  return elsewhereReasons[reason] ?? reason;
}
