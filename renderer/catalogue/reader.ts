import { charactersText, counted, numberText, percentText } from './numbers.ts';

/** Titles that a margin mark names. */
const titlesNamed = 6;

export const readerText = {
  name: 'Reader',
  text: (title: string) => `Text of ${title}`,
  length: charactersText,
  member: (at: number, size: number) => `${at} of ${size} copies in its group`,
  shared: (share: number) => (share > 0 ? `${percentText(share)} shared` : 'nothing shared'),
  reading: 'Reading the document…',
  failed: 'This document could not be read',
  retry: 'Try again',
  nothingOpen: 'No document is open',
  nothingOpenAdvice: 'Choose one in the library, or find one by name.',
  emptyProject: 'This project has no documents yet',
  emptyProjectAdvice: 'Import the articles you want to compare. Variorum finds the copies among them by itself.',
  find: 'Find a document',
  importFiles: 'Import files…',
  copies: (count: number) => `This wording stands in ${counted(count, 'other place', 'other places')}`,
  /** @param more places whose documents are not named */
  mark: (titles: readonly string[], more: number) => {
    const named = titles.slice(0, titlesNamed);
    const rest = titles.length - named.length + more;
    const where =
      more === 0
        ? counted(titles.length, 'other document', 'other documents')
        : counted(titles.length + more, 'other place', 'other places');
    if (named.length === 0) return `Also in ${where}`;
    return `Also in ${where}: ${named.join('; ')}${rest > 0 ? `; and ${numberText(rest)} more` : ''}`;
  },
  copiesMore: (count: number) => `and ${counted(count, 'more place', 'more places')}`,
  insertion: (titles: readonly string[]) =>
    `Only here: not in ${titles.slice(0, 3).join('; ')}${titles.length > 3 ? ` and ${titles.length - 3} more` : ''}. Press I to tag it as editorial insertion.`,
  insertionName: 'Only in this copy',
  insertionLackedBy: (count: number) =>
    `${counted(count, 'copy has', 'copies have')} what stands around it, and not this.`,
  insertionTag: 'Tag as editorial insertion',
  copiesOf: 'Other places with this wording',
  looking: 'Looking…',
  nothingThere: {
    'next-annotation': 'There is no tag after the caret.',
    'previous-annotation': 'There is no tag before the caret.',
    'open-mark': 'This paragraph stands in no other document.',
    'next-insertion': 'Nothing more that only this copy has.',
    'previous-insertion': 'Nothing before that only this copy has.',
    'tag-insertion': 'The caret is in nothing that only this copy has.',
  },
  goThere: (title: string) => `Go to ${title}`,
} as const;
