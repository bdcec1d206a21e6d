import { charactersText, counted, numberText, percentText } from './numbers.ts';

export const libraryText = {
  name: 'Library',
  filter: 'Filter documents',
  clearFilter: 'Clear the filter',
  group: (size: number) => `Group · ${counted(size, 'copy', 'copies')}`,
  groupExplained: (size: number) => `${counted(size, 'document', 'documents')} that are near-copies of one another`,
  leads: 'leads',
  leader: 'The others in the group were found to be copies of this one',
  containment: (share: number) => `${percentText(share)} in common`,
  containmentExplained: (share: number) =>
    `${percentText(share)} of the shorter text’s words stand in this one and in the one that leads the group`,
  length: charactersText,
  shared: (share: number) => `${percentText(share)} shared`,
  sharedExplained: (share: number) => `${percentText(share)} of its words stand in other articles`,
  nothingShared: 'None of its words stand in other articles',
  /** @param isMore documents are still being read, so that `all` are those so far */
  shown: (shown: number, all: number, isMore: boolean) => `${numberText(shown)} of ${soFar(all, isMore)}`,
  all: soFar,
  pending: (count: number) => `${numberText(count)} to look at`,
  noTags: 'No tags yet',
  noMatch: (filter: string, isMore: boolean) =>
    isMore
      ? `None of the documents read so far is called “${filter}”. More are still coming.`
      : `No document is called “${filter}”.`,
  empty: 'No documents yet',
  emptyAdvice: 'Import text files, or open the sample project to look around.',
  importFiles: 'Import files…',
  openSample: 'Open the sample',
} as const;

/** “1,000 so far”; the number alone where it is that of all. */
function soFar(count: number, isMore: boolean): string {
  return isMore ? `${numberText(count)} so far` : numberText(count);
}
