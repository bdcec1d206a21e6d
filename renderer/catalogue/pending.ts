import { counted } from './numbers.ts';

export const pendingText = {
  name: 'To look at',
  explained:
    'Copies whose wording is not certain enough to count by itself. Attach what is the same passage, detach what is not.',
  none: 'Nothing waits for a look.',
  reading: 'Looking them up…',
  more: (count: number) => `${counted(count, 'document', 'documents')} more have some; these are shown first.`,
  close: 'Close',
} as const;
