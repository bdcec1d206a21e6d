import type { AnnotationsPreview } from '#shared/contract/app-requests.ts';
import { counted, numberText } from './numbers.ts';

const documents = (count: number): string => counted(count, 'document', 'documents');
const spans = (count: number): string => counted(count, 'span', 'spans');

export const importAnnotationsText = {
  name: 'Import annotations',
  lookedAt: (done: number) => `${documents(done)} so far`,
  found: (format: string) => `The file is ${format}.`,
  comeIn: (annotations: number) => `${counted(annotations, 'annotation comes in', 'annotations come in')}.`,
  nothing: 'Nothing of this file can come in.',
  facts: 'What is in the file',
  documents: 'Documents',
  spans: 'Spans',
  labels: 'New in the codebook',
  noNewLabels: 'no label: the project has them all',
  matched: ({ matched, lacking }: Pick<AnnotationsPreview, 'matched' | 'lacking'>): readonly string[] => {
    const elsewhere = Math.max(0, lacking - matched.new - matched.collation);
    return [
      ...(matched.hash > 0 ? [`${numberText(matched.hash)} here with the same text`] : []),
      ...(matched.name > 0 ? [`${numberText(matched.name)} known by name`] : []),
      ...(matched.collation > 0 ? [`${numberText(matched.collation)} of which the words stand in documents here`] : []),
      ...(matched.new > 0 ? [`${numberText(matched.new)} new`] : []),
      ...(elsewhere > 0 ? [`${numberText(elsewhere)} not in this project`] : []),
    ];
  },
  noDocuments: 'none that this project knows',
  spanCounts: ({ ok, repaired, rejected }: AnnotationsPreview['spans'], repairable: number): readonly string[] => [
    `${numberText(ok)} where the file says`,
    ...(repaired > 0 ? [`${numberText(repaired)} repaired`] : []),
    ...(repairable > 0 ? [`${numberText(repairable)} to be repaired, if you agree`] : []),
    ...(rejected - repairable > 0 ? [`${numberText(rejected - repairable)} refused`] : []),
  ],
  choices: 'Choices',
  annotator: 'Whose are those the file attributes to nobody?',
  repairs: (count: number) => `Put ${spans(count)} where the words were found, not where the file says`,
  repairsExplained:
    'The words the file names stand at another place than it says. Most often a program counted characters in another unit.',
  newDocuments: (count: number) => `Bring in ${documents(count)} this project lacks`,
  repaired: 'Repaired',
  problems: 'Refused',
  toRepair: 'To be repaired, or refused',
  more: (count: number) => `… and ${numberText(count)} more.`,
} as const;
