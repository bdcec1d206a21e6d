import { err, ok, type Result } from './result.ts';
import { isLead, isTrail } from './surrogate.ts';

/** Why an offset has no counterpart in the other unit. */
export type OffsetError =
  | { readonly type: 'OffsetNotWhole'; readonly offset: number; readonly length: number }
  | { readonly type: 'OffsetOutsideText'; readonly offset: number; readonly length: number }
  | { readonly type: 'OffsetSplitsCharacter'; readonly offset: number; readonly length: number };

/** Converts offsets of one text between UTF-16 units (ours) and code points (the border's). */
export interface OffsetTable {
  /** Length of the text in UTF-16 units. */
  readonly utf16Length: number;
  /** Length of the text in code points; a lone surrogate counts as one. */
  readonly codePointLength: number;
  /** Code-point offset of a UTF-16 offset; refuses an offset inside a surrogate pair. */
  toCodePoint(utf16: number): Result<number, OffsetError>;
  /** UTF-16 offset of a code-point offset. */
  toUtf16(codePoint: number): Result<number, OffsetError>;
}

/**
 * Builds the table of one text. It keeps only the places of the surrogate pairs, so a text without
 * any costs nothing, and a conversion is one binary search.
 */
export function createOffsetTable(text: string): OffsetTable {
  const pairs = pairStarts(text);
  const utf16Length = text.length;
  const codePointLength = utf16Length - pairs.length;

  return {
    utf16Length,
    codePointLength,
    toCodePoint(utf16) {
      const refusal = checkOffset(utf16, utf16Length);
      if (refusal) return err(refusal);
      // Pairs that start before the offset: the last of them must also have ended.
      const before = countWhile(pairs.length, (index) => (pairs[index] ?? 0) < utf16);
      if (before > 0 && (pairs[before - 1] ?? 0) + 1 === utf16) {
        return err({ type: 'OffsetSplitsCharacter', offset: utf16, length: utf16Length });
      }
      return ok(utf16 - before);
    },
    toUtf16(codePoint) {
      const refusal = checkOffset(codePoint, codePointLength);
      if (refusal) return err(refusal);
      // The pair at `index` starts at code point `pairs[index] - index`.
      const before = countWhile(pairs.length, (index) => (pairs[index] ?? 0) - index < codePoint);
      return ok(codePoint + before);
    },
  };
}

function pairStarts(text: string): readonly number[] {
  const starts: number[] = [];
  for (let at = 0; at + 1 < text.length; at += 1) {
    if (isLead(text.charCodeAt(at)) && isTrail(text.charCodeAt(at + 1))) {
      starts.push(at);
      at += 1;
    }
  }
  return starts;
}

function checkOffset(offset: number, length: number): OffsetError | undefined {
  if (!Number.isSafeInteger(offset)) return { type: 'OffsetNotWhole', offset, length };
  if (offset < 0 || offset > length) return { type: 'OffsetOutsideText', offset, length };
  return undefined;
}

/** How many of the first `count` indices satisfy a predicate that never turns true again. */
function countWhile(count: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
