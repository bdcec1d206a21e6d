import type { ShownStatus } from '#shared/domain/occurrence.ts';

/** The word for each status and what it means, for tooltips and screen readers. */
export const statusText: Readonly<Record<ShownStatus, { readonly word: string; readonly meaning: string }>> = {
  exact: { word: 'exact', meaning: 'Exact: the same words' },
  edited: { word: 'edited', meaning: 'Edited: the words differ a little; it counts' },
  differs: { word: 'differs', meaning: 'Differs: a negation or a number was changed' },
  partial: { word: 'partial', meaning: 'Partial: only a part of the passage stands here' },
  detached: { word: 'detached', meaning: 'Detached: it does not count' },
};
