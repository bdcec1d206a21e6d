import type { Span } from '#shared/text/span.ts';
import type { TokenRange } from '#shared/text/tokens.ts';
import { isFunctionWord } from './function-words.ts';
import { spanOfWords } from './variant-span.ts';
import { paragraphsOf, type Wording } from './variant-words.ts';
import type { Comparison } from './variants.ts';

/** A stretch of a document that none of its copies has. Offsets: UTF-16. */
export interface InsertionCandidate extends Span {
  /** The documents that have what stands around it and not the stretch itself, in the order they were compared. */
  readonly lackedBy: readonly string[];
}

/** A copy that a document was compared with. */
export interface ComparedCopy {
  readonly document: string;
  readonly wording: Wording;
  /** As seen from the document. */
  readonly comparison: Comparison;
}

/**
 * More words than this before the first common word, or after the last, are no insertion: one copy was cut short, or
 * another story was appended.
 */
const END_WORDS = 100;
/** So many words that stand anywhere in a copy, in whatever order, were moved and not put in. */
const MOVED_WORDS = 5;

/**
 * What an editor may have put into a document: an insertion against at least one copy, of which no copy has a word at
 * that place. Page furniture, words of grammar alone and long ends are left out (see `END_WORDS`).
 *
 * @param furniture 1 for each word of the document that stands in page furniture
 */
export function insertionCandidates(
  own: Wording,
  furniture: Uint8Array,
  copies: readonly ComparedCopy[],
): readonly InsertionCandidate[] {
  const insertions = copies.map(({ comparison }) => insertedWords(comparison));
  const isCandidate = own.tokens.words.map(
    (_, at) =>
      insertions.some((inserted) => inserted[at] === 1) &&
      copies.every(({ comparison }) => comparison.shared[at] !== 1),
  );
  const found = rangesOf(isCandidate)
    .flatMap((range) => paragraphsOf(own, range))
    .filter((range) => !isTrivial(own, furniture, range));
  return copies
    .reduce(
      withoutMoved,
      found.map((range) => ({ range, row: rowOf(own, range) })),
    )
    .map(({ range }) => ({
      ...spanOfWords(own, range),
      lackedBy: copies.filter((_, at) => insertions[at]?.[range.from] === 1).map(({ document }) => document),
    }));
}

interface Found {
  readonly range: TokenRange;
  readonly row: string;
}

/** Without those that stand somewhere in a copy after all. */
function withoutMoved(found: readonly Found[], { wording }: ComparedCopy): readonly Found[] {
  const isLong = ({ range }: Found): boolean => range.to - range.from >= MOVED_WORDS;
  if (!found.some(isLong)) return found;
  const whole = rowOf(wording, { from: 0, to: wording.tokens.count });
  return found.filter((each) => !isLong(each) || !whole.includes(each.row));
}

/** 1 for each word that stands in an insertion, long ends left out. */
function insertedWords({ insertions, shared, isWhole }: Comparison): Uint8Array {
  const inserted = new Uint8Array(shared.length);
  const first = shared.indexOf(1);
  const last = shared.lastIndexOf(1);
  for (const { from, to } of insertions) {
    const isLongStart = to <= first && first > END_WORDS;
    const isLongEnd = from > last && shared.length - last - 1 > END_WORDS;
    if (!isWhole || !(isLongStart || isLongEnd)) inserted.fill(1, from, to);
  }
  return inserted;
}

function rangesOf(marks: readonly boolean[]): readonly TokenRange[] {
  const ranges: TokenRange[] = [];
  let from = -1;
  for (let at = 0; at <= marks.length; at += 1) {
    const isMarked = marks[at] === true;
    if (isMarked && from < 0) from = at;
    if (isMarked || from < 0) continue;
    ranges.push({ from, to: at });
    from = -1;
  }
  return ranges;
}

function isTrivial({ tokens }: Wording, furniture: Uint8Array, { from, to }: TokenRange): boolean {
  return furniture.subarray(from, to).every((mark) => mark === 1) || tokens.words.slice(from, to).every(isFunctionWord);
}

/** Words one after the other, so that a row within a row is a text within a text. */
function rowOf({ tokens }: Wording, { from, to }: TokenRange): string {
  return ` ${tokens.words.slice(from, to).join(' ')} `;
}
