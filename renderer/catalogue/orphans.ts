import { counted, numberText } from './numbers.ts';

export const orphansText = {
  name: 'To be placed',
  explained:
    'These passages were tagged in an older version of an article, and nobody has found them in the newer one. Go there, select the words where they stand now, and place them; or say that they are gone.',
  none: 'Every tagged passage has its place in every version.',
  reading: 'Looking them up…',
  here: (count: number) => `Not placed in this version · ${numberText(count)}`,
  count: (count: number) => `${numberText(count)} to be placed`,
  from: (title: string) => `Tagged in “${title}”`,
  into: (title: string) => `no place yet in “${title}”`,
  goTo: 'Go to the newer version',
  place: 'Place it here',
  placeAdvice: 'Select the words where it stands now, then place it.',
  dismiss: 'Not in this version',
  more: (count: number) => `… and ${counted(count, 'passage', 'passages')} more.`,
  close: 'Close',
} as const;
