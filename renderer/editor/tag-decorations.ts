/** Decorations of one block, and the least that must be exchanged when its pieces change. */
import { Decoration } from 'prosemirror-view';
import type { DrawnOccurrence } from './drawn.ts';
import type { Lanes } from './lanes.ts';
import type { Piece } from './pieces.ts';
import type { Block } from './positions.ts';

export type BlockDecorations = readonly Decoration[];

/** Lanes with a line of their own; deeper overlaps share the last. */
const laneCount = 5;

/** One decoration a piece, each with an element of its own so that ProseMirror nests instead of merging. */
export function decorationsOf(pieces: readonly Piece[], block: Block, lanes: Lanes): BlockDecorations {
  return pieces.map(({ start, end, occurrence, first }) =>
    Decoration.inline(
      block.pos + start - block.start,
      block.pos + end - block.start,
      attributesOf(occurrence, first, Math.min(lanes.get(occurrence.key) ?? 0, laneCount - 1)),
    ),
  );
}

function attributesOf({ annotation, look, digit }: DrawnOccurrence, first: boolean, lane: number) {
  const common = { nodeName: 'span', 'data-annotation': annotation };
  return first
    ? { ...common, class: `tag ${look} lane-${lane} tag-start`, 'data-key': digit }
    : { ...common, class: `tag ${look} lane-${lane}` };
}

export interface DecorationChange {
  readonly add: Decoration[];
  readonly remove: Decoration[];
}

/**
 * What lies between the common beginning and the common end. Decorations of one stretch nest in their order, and a set
 * puts added ones last: so those of the same stretch that come after an exchanged one are exchanged with it.
 */
export function decorationChange(before: BlockDecorations, after: BlockDecorations): DecorationChange {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && isSame(before[start], after[start])) start += 1;
  let end = 0;
  while (end < shorter - start && isSame(before.at(-1 - end), after.at(-1 - end))) end += 1;
  while (end > 0 && (endsWith(before, end) || endsWith(after, end))) end -= 1;
  return { remove: before.slice(start, before.length - end), add: after.slice(start, after.length - end) };
}

/** Whether the first of the last `count` decorations continues the stretch of the one before it. */
function endsWith(list: BlockDecorations, count: number): boolean {
  const at = list.length - count;
  return at > 0 && list[at]?.from === list[at - 1]?.from;
}

interface WithAttributes {
  readonly type: { readonly attrs: Readonly<Record<string, string>> };
}

function isSame(a: Decoration | undefined, b: Decoration | undefined): boolean {
  if (a === undefined || b === undefined || a.from !== b.from || a.to !== b.to) return false;
  // Attributes are a decoration's look; the published type keeps them to itself.
  const one = (a as unknown as WithAttributes).type.attrs;
  const other = (b as unknown as WithAttributes).type.attrs;
  return (
    one['class'] === other['class'] &&
    one['data-annotation'] === other['data-annotation'] &&
    one['data-key'] === other['data-key']
  );
}
