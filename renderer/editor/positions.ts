/**
 * Between offsets of the frozen text and positions in the shown document: a table made once with the document, two
 * binary searches, no walk through the DOM. Offsets are UTF-16 units; positions are ProseMirror's.
 */
import type { Selection } from 'prosemirror-state';
import type { Span } from '#shared/text/span.ts';

/** One paragraph or one chunk of a long one: `[start, end)` of the text; `pos` is where its first character stands. */
export interface Block extends Span {
  readonly pos: number;
  /** Where the paragraph begins that it is or is part of: the position before its node. */
  readonly paragraph: number;
}

/** At least one block; in order; between two blocks lie line feeds and blank lines, or nothing within a long line. */
export interface PositionTable {
  readonly blocks: readonly Block[];
  /** Length of the text. */
  readonly length: number;
}

/** Which way an offset between two paragraphs goes: to the end of the one before or the start of the one after. */
export type Side = 'before' | 'after';

/** The offset of a position; a position between blocks counts as the end of the block before it. */
export function offsetOfPos(table: PositionTable, pos: number): number {
  const block = blockAt(
    table,
    lastIndex(table, (candidate) => candidate.pos <= pos),
  );
  return block.start + clamp(pos - block.pos, block.end - block.start);
}

/** The position of an offset; an offset in the blank between two blocks goes to the given side. */
export function posOfOffset(table: PositionTable, offset: number, side: Side = 'before'): number {
  const index = lastIndex(table, (candidate) => candidate.start <= offset);
  const block = blockAt(table, index);
  const next = table.blocks[index + 1];
  if (side === 'after' && offset > block.end && next !== undefined) return next.pos;
  return block.pos + clamp(offset - block.start, block.end - block.start);
}

/** The block that holds an offset, or the one before it in the blank between two. */
export function blockOf(table: PositionTable, offset: number): Block {
  return blockAt(
    table,
    lastIndex(table, (candidate) => candidate.start <= offset),
  );
}

/** The blocks, first and last, that share a character with the span; `null` where it holds none but blanks. */
export function blocksOfSpan(
  table: PositionTable,
  span: Span,
): { readonly first: number; readonly last: number } | null {
  if (span.end <= span.start) return null;
  const at = lastIndex(table, (candidate) => candidate.start <= span.start);
  const first = blockAt(table, at).end <= span.start ? at + 1 : at;
  const last = lastIndex(table, (candidate) => candidate.start < span.end);
  return first <= last && first < table.blocks.length && blockAt(table, first).start < span.end
    ? { first, last }
    : null;
}

/** What a selection covers of the text, the line feeds between its paragraphs included, as it was made. */
export function coveredBy(table: PositionTable, selection: Pick<Selection, 'from' | 'to'>): Span {
  const start = offsetOfPos(table, selection.from);
  return { start, end: Math.max(start, offsetOfPos(table, selection.to)) };
}

/** The span that a selection tags: without white space at its ends; `null` where nothing is left. */
export function spanOfSelection(
  table: PositionTable,
  text: string,
  selection: Pick<Selection, 'from' | 'to'>,
): Span | null {
  return trimSpan(text, coveredBy(table, selection));
}

/** A span without the white space at its ends, or `null` where it is nothing else. */
export function trimSpan(text: string, { start, end }: Span): Span | null {
  let from = start;
  let to = end;
  while (from < to && isBlank(text.charAt(from))) from += 1;
  while (to > from && isBlank(text.charAt(to - 1))) to -= 1;
  return from < to ? { start: from, end: to } : null;
}

function isBlank(character: string): boolean {
  return /\s/u.test(character);
}

function clamp(value: number, length: number): number {
  return Math.max(0, Math.min(value, length));
}

function blockAt({ blocks }: PositionTable, index: number): Block {
  const block = blocks[index];
  if (block === undefined) throw new RangeError(`No block ${index} among ${blocks.length}.`);
  return block;
}

/** The last index whose block satisfies a predicate that never turns true again; 0 where none does. */
function lastIndex({ blocks }: PositionTable, holds: (block: Block) => boolean): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const block = blocks[middle];
    if (block !== undefined && holds(block)) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}
