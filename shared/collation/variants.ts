import type { Span } from '#shared/text/span.ts';
import type { TokenRange } from '#shared/text/tokens.ts';
import type { CopiedStretch } from './alignment.ts';
import { gapsBetween, type Gap } from './variant-gaps.ts';
import { partialGaps } from './variant-partial.ts';
import { sequenceOf, type Block } from './variant-sequence.ts';
import { placeOfNothing, spanOfWords } from './variant-span.ts';
import { Break, breakBefore, type Wording } from './variant-words.ts';

/** What one document has at a place where another differs from it. */
export type VariantKind = 'insertion' | 'omission' | 'substitution';

/** A place where two documents differ. Offsets: UTF-16, half-open. */
export interface Variant extends Span {
  /**
   * As seen from the document of `start` and `end`: an insertion is here only, an omission in the other document only
   * (`start` and `end` are the place where it would stand), a substitution has other words in both.
   */
  readonly kind: VariantKind;
  readonly againstStart: number;
  readonly againstEnd: number;
  /** Of an insertion or an omission: the other document has these words too, but in another order. */
  readonly isMoved: boolean;
}

/** How one document stands to another, word by word. */
export interface Comparison {
  /** Whether the documents were compared from end to end, and not only where they share a stretch. */
  readonly isWhole: boolean;
  /** In the order of the text. */
  readonly variants: readonly Variant[];
  /** The words of the insertions that were not moved. */
  readonly insertions: readonly TokenRange[];
  /** 1 for each word of the document that the other has too, in whatever order. */
  readonly shared: Uint8Array;
}

/** Documents that have this share of the shorter one's words in common are compared whole: the measure of a group. */
const WHOLE_SHARE = 0.8;

/**
 * The variants of two documents, as seen from the first, in the order of the text.
 *
 * Near-copies (of the shorter document's words, `WHOLE_SHARE` stand in the other) are compared from end to end: what
 * stands before the first common stretch, between two and after the last is a variant as well. Of other pairs only what
 * lies inside a common stretch is, what parts two stretches that follow each other in both documents (on one side
 * nothing, or a few words on both), and the words at an edge up to a break that both have.
 *
 * Variants are whole words with their own punctuation (see `spanOfWords`). An insertion or omission never crosses
 * a paragraph break: an inserted block is one variant a paragraph. Where only typography, case, spacing or the Unicode
 * spelling differ, or a word is written as two, there is no variant.
 *
 * For a pair compared whole, putting each variant's words of `b` in the place of its words of `a` turns the letters of
 * `a` into those of `b`. Comparing `b` with `a` gives the same places with the sides
 * exchanged.
 */
export function compareWordings(a: Wording, b: Wording, stretches: readonly CopiedStretch[]): Comparison {
  // Always worked out with the shorter document first, so that both sides get the same answer.
  const isTurned = order(a, b) > 0;
  const found = isTurned ? gapsOf(b, a, stretches.map(turnStretch)) : gapsOf(a, b, stretches);
  const moved = isTurned ? { a: found.movedB, b: found.movedA } : { a: found.movedA, b: found.movedB };
  const gaps = found.gaps.flatMap((gap) => splitByMove(isTurned ? turned(gap) : gap, moved.a, moved.b));
  const variants = gaps.map((gap) => variantOf(a, b, gap));
  const shared = new Uint8Array(a.tokens.count);
  for (const { runs } of stretches) for (const run of runs) shared.fill(1, run.a, run.a + run.length);
  for (const { fromA, toA, isMoved } of gaps) if (!isMoved) shared.fill(0, fromA, toA);
  return {
    isWhole: found.isWhole,
    variants: found.isWhole ? inOrder(variants) : variants,
    insertions: gaps
      .filter(({ fromA, toA, fromB, toB, isMoved }) => fromA < toA && fromB === toB && !isMoved)
      .map(({ fromA, toA }) => ({ from: fromA, to: toA })),
    shared,
  };
}

interface MovableGap extends Gap {
  readonly isMoved: boolean;
}

interface Found {
  readonly isWhole: boolean;
  readonly gaps: readonly Gap[];
  readonly movedA: Uint8Array;
  readonly movedB: Uint8Array;
}

/** @param a the shorter */
function gapsOf(a: Wording, b: Wording, stretches: readonly CopiedStretch[]): Found {
  const marks = new Uint8Array(a.tokens.count);
  for (const { runs } of stretches) for (const run of runs) marks.fill(1, run.a, run.a + run.length);
  const words = marks.reduce((sum, mark) => sum + mark, 0);
  if (words === 0 || words < WHOLE_SHARE * a.tokens.count) {
    return { isWhole: false, gaps: partialGaps({ a, b }, stretches), movedA: noMarks, movedB: noMarks };
  }
  const { blocks, movedA, movedB } = sequenceOf(a, b, stretches);
  return { isWhole: true, gaps: gapsBetween({ a, b }, blocks, true), movedA, movedB };
}

const noMarks = new Uint8Array(0);

/** An insertion or omission of which a part has only moved, cut where that part begins and ends. */
function splitByMove(gap: Gap, movedA: Uint8Array, movedB: Uint8Array): readonly MovableGap[] {
  const { fromA, toA, fromB, toB } = gap;
  if (fromA < toA && fromB < toB) return [{ ...gap, isMoved: false }];
  const isInA = fromA < toA;
  const [from, to, marks] = isInA ? [fromA, toA, movedA] : [fromB, toB, movedB];
  const parts: MovableGap[] = [];
  let start = from;
  for (let at = from + 1; at <= to; at += 1) {
    if (at < to && marks[at] === marks[start]) continue;
    const part = isInA ? { fromA: start, toA: at } : { fromB: start, toB: at };
    parts.push({ ...gap, ...part, isMoved: marks[start] === 1 });
    start = at;
  }
  return parts;
}

function variantOf(a: Wording, b: Wording, { fromA, toA, fromB, toB, isMoved }: MovableGap): Variant {
  const words = { from: fromA, to: toA };
  const others = { from: fromB, to: toB };
  const isHere = fromA < toA;
  const isThere = fromB < toB;
  const own = isHere ? spanOfWords(a, words) : nothingAt(a, fromA, isInLine(b, others));
  const against = isThere ? spanOfWords(b, others) : nothingAt(b, fromB, isInLine(a, words));
  return {
    kind: isHere ? (isThere ? 'substitution' : 'insertion') : 'omission',
    ...own,
    againstStart: against.start,
    againstEnd: against.end,
    isMoved,
  };
}

/**
 * Neighbours may both have taken the punctuation between them: it is the first one's, and the place of nothing lies
 * beside what stands there.
 * @param variants in order in both documents
 */
function inOrder(variants: readonly Variant[]): readonly Variant[] {
  let before = { end: 0, againstEnd: 0 };
  return variants.map((variant) => {
    const start = Math.max(variant.start, before.end);
    const againstStart = Math.max(variant.againstStart, before.againstEnd);
    before = { end: Math.max(start, variant.end), againstEnd: Math.max(againstStart, variant.againstEnd) };
    return { ...variant, start, againstStart, ...before };
  });
}

/** Whether words go on in the paragraph of the word before them. */
function isInLine(wording: Wording, { from }: TokenRange): boolean {
  return breakBefore(wording, from) < Break.paragraph;
}

function nothingAt(wording: Wording, word: number, isInLineThere: boolean): Span {
  const place = placeOfNothing(wording, word, isInLineThere);
  return { start: place, end: place };
}

/** The shorter first; of two of the same length the one whose text comes first. */
function order(a: Wording, b: Wording): number {
  const byLength = a.tokens.count - b.tokens.count;
  if (byLength !== 0 || a.text === b.text) return byLength;
  return a.text < b.text ? -1 : 1;
}

function turned({ fromA, toA, fromB, toB }: Block): Block {
  return { fromA: fromB, toA: toB, fromB: fromA, toB: toA };
}

function turnStretch(stretch: CopiedStretch): CopiedStretch {
  const runs = stretch.runs.map((run) => ({ a: run.b, b: run.a, length: run.length }));
  return { runs, words: stretch.words, ...turned(stretch) };
}
