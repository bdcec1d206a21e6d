import { countsText, numberText } from './numbers.ts';

export const statusBarText = {
  name: 'Status',
  saved: 'Saved',
  savedExplained: 'Everything you see is in the file',
  counts: countsText,
  pending: (count: number) => `${numberText(count)} to look at`,
  annotator: (name: string) => `Annotator: ${name}`,
  show: 'Show',
  hide: 'Hide',
  dismiss: 'Dismiss',
  refusal: 'Not done',
  notices: 'Messages',
} as const;
