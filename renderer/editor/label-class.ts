/** How a label looks: a class each for the three of the first codebook, one by position for any other. */
import type { LabelRow } from '#shared/contract/rows.ts';

const ownStyle: ReadonlySet<string> = new Set(['claim', 'rebuttal', 'editorial-insertion']);

/** Styles for labels of the user's own, told apart by their line. */
const otherStyles = 5;

export function labelClass({ id, position }: Pick<LabelRow, 'id' | 'position'>): string {
  return ownStyle.has(id) ? `tag-${id}` : `tag-other tag-other-${Math.abs(position) % otherStyles}`;
}
