import { countsText, counted, numberText, placesText, shortNumberText } from './numbers.ts';
import type { ShownStatus } from '#shared/domain/occurrence.ts';
import { statusText } from './statuses.ts';

interface Counts {
  readonly passages: number;
  readonly occurrences: number;
}

export const labelsText = {
  name: 'Labels',
  list: 'Tag the selection with',
  thisDocument: 'Document',
  thisDocumentExplained: 'Passages · occurrences in this document',
  project: 'Project',
  projectExplained: 'Passages · occurrences in the whole project',
  two: ({ passages, occurrences }: Counts) => `${shortNumberText(passages)} · ${shortNumberText(occurrences)}`,
  button: (name: string, here: Counts, everywhere: Counts) =>
    `${name}, ${countsText(here)} in this document, ${countsText(everywhere)} in the project`,
  inDocument: (counts: Counts) => `${countsText(counts)} in this document`,
  inProject: (counts: Counts) => `${countsText(counts)} in the project`,
  select: 'Select some words in the text to tag them.',
  empty: 'The codebook has no labels.',
  looking: 'Looking for copies…',
  only: 'Tagging will reach this place only',
  reach: (places: number) => `Tagging will reach ${placesText(places)}`,
  parts: (statuses: readonly (readonly [ShownStatus, number])[]) =>
    statuses.map(([status, count]) => `${numberText(count)} ${statusText[status].word}`).join(', '),
  waiting: (count: number) => `${counted(count, 'copy', 'copies')} to look at`,
  elsewhere: (count: number) => `same wording in ${numberText(count)} more`,
  elsewhereUnread: (documents: number) => `same wording in ${counted(documents, 'other document', 'other documents')}`,
} as const;
