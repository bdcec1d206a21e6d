/**
 * One block cut where occurrences begin and end. ProseMirror nests overlapping decorations in an order of its own;
 * pieces that never cross leave it no choice. Those of one stretch stand with the shortest occurrence first: it wraps
 * the text first, and so becomes the innermost element.
 */
import type { DrawnOccurrence } from './drawn.ts';
import type { Block } from './positions.ts';

/** Part of an occurrence. Offsets: UTF-16 of the text. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly occurrence: DrawnOccurrence;
  /** Whether it is the first character of the occurrence, which carries the label's key. */
  readonly first: boolean;
}

const characters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** How far the first character is looked for, in UTF-16 units: longer ones (a family of emoji) are cut, harmlessly. */
const characterLimit = 32;

/** @param occurrences those that share a character with the block */
export function piecesOf(text: string, block: Block, occurrences: readonly DrawnOccurrence[]): readonly Piece[] {
  const cuts = new Set<number>();
  const firsts = new Map<string, number>();
  for (const occurrence of occurrences) {
    cuts.add(Math.max(block.start, occurrence.start));
    cuts.add(Math.min(block.end, occurrence.end));
    if (occurrence.part === 0 && occurrence.start >= block.start) {
      const end = Math.min(occurrence.end, block.end, firstCharacterEnd(text, occurrence.start));
      firsts.set(occurrence.key, end);
      cuts.add(end);
    }
  }
  const edges = [...cuts].sort((a, b) => a - b);
  const edgeIndex = new Map(edges.map((edge, at) => [edge, at]));
  const pieces: Piece[] = [];
  for (const occurrence of occurrences) {
    const last = Math.min(block.end, occurrence.end);
    let at = edgeIndex.get(Math.max(block.start, occurrence.start)) ?? 0;
    for (let start = edges[at] ?? last; start < last; start = edges[at] ?? last) {
      at += 1;
      const end = edges[at] ?? last;
      pieces.push({ start, end, occurrence, first: start === occurrence.start && firsts.has(occurrence.key) });
    }
  }
  return pieces.sort(comparePieces);
}

function comparePieces(a: Piece, b: Piece): number {
  return (
    a.start - b.start ||
    lengthOf(a.occurrence) - lengthOf(b.occurrence) ||
    b.occurrence.start - a.occurrence.start ||
    (a.occurrence.key < b.occurrence.key ? -1 : 1)
  );
}

function lengthOf({ start, end }: DrawnOccurrence): number {
  return end - start;
}

function firstCharacterEnd(text: string, start: number): number {
  const [first] = characters.segment(text.slice(start, start + characterLimit));
  return start + (first?.segment.length ?? 1);
}
