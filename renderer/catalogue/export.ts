import type { ExportPreview } from '#shared/contract/export-choices.ts';
import { counted, numberText } from './numbers.ts';

/** Formats by what one does with them, in the order of the list; a format that is none of these is among the first. */
export const formatFamilies = [
  { name: 'Data sets', formats: ['variorum', 'jsonl', 'csv', 'xlsx', 'w3c', 'conll', 'spacy'] },
  {
    name: 'Annotation tools',
    formats: ['brat', 'webanno-tsv', 'uima-json', 'uima-xmi', 'label-studio', 'doccano'],
  },
  { name: 'Qualitative analysis and editions', formats: ['refi', 'refi-codebook', 'tei'] },
  { name: 'Reports to read', formats: ['html', 'markdown', 'pdf', 'docx'] },
] as const;

export const exportText = {
  name: 'Export',
  formats: 'Format',
  close: 'Close',
  labels: 'Labels',
  annotators: 'Annotators',
  statuses: 'Statuses',
  documents: 'Documents',
  rows: 'Rows',
  scope: 'What goes out',
  all: 'All',
  allLabels: 'All labels',
  allAnnotators: 'All annotators',
  allStatuses: 'All statuses',
  none: 'None',
  some: (chosen: number, all: number) => `${chosen} of ${all}`,
  wholeProject: 'Whole project',
  thisGroup: (size: number) => `This group (${counted(size, 'copy', 'copies')})`,
  thisDocument: 'This document',
  rowNames: { occurrences: 'Every occurrence', passages: 'One of each annotation' },
  withTexts: 'With the texts',
  textsNeeded: 'This format cannot do without the texts',
  packed: 'As',
  packedNames: { zip: 'One .zip file', folder: 'A folder' },
  preview: (file: string) => `How ${file} begins`,
  previewOf: {
    file: 'How the file begins',
    rows: 'How its rows begin, as CSV: the file itself is for programs',
    report: 'How the report begins, without its looks',
  },
  reading: 'Reading…',
  counts: ({ annotations, occurrences, documents }: Pick<ExportPreview, 'annotations' | 'occurrences' | 'documents'>) =>
    `${counted(annotations, 'annotation', 'annotations')}, ${counted(occurrences, 'occurrence', 'occurrences')} in ${counted(documents, 'document', 'documents')}`,
  partial: (documents: number, all: number) =>
    `This looks at ${numberText(documents)} of ${counted(all, 'document', 'documents')}, those with annotations first. The export takes all of them, and lists what it could not hold.`,
  losses: 'Not in this format',
  noLosses: 'This format holds everything.',
  nothingTagged: 'Nothing is tagged here yet: the file will hold documents without annotations.',
  nothing: 'There is nothing to write. Select words in a text and press a label’s key, or choose more above.',
  noDocuments: 'This project has no documents yet. Import some first.',
  export: 'Export…',
  cancel: 'Cancel',
} as const;

/** What the list of losses says under its heading. */
export function lossText(sentence: string): string {
  const bare = /^Not in the file: (.*)$/su.exec(sentence)?.[1] ?? sentence;
  return `${bare.slice(0, 1).toUpperCase()}${bare.slice(1)}`;
}
