import { err, ok, type Result } from './result.ts';
import { splitsPair } from './surrogate.ts';

/** A stretch of a document's text: half-open `[start, end)`, in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Why a pair of offsets is no span of a text. `length` is the text's length in UTF-16 units. */
export type SpanError =
  | { readonly type: 'SpanNotWhole'; readonly span: Span; readonly length: number }
  | { readonly type: 'SpanReversed'; readonly span: Span; readonly length: number }
  | { readonly type: 'SpanEmpty'; readonly span: Span; readonly length: number }
  | { readonly type: 'SpanOutsideText'; readonly span: Span; readonly length: number }
  | {
      readonly type: 'SpanSplitsCharacter';
      readonly span: Span;
      readonly length: number;
      /** The offset that falls between the two halves of one character. */
      readonly offset: number;
    };

/**
 * Holds a span against the text it claims to be of: whole numbers, in order, not empty, inside the
 * text, and never between the two halves of a surrogate pair.
 */
export function checkSpan(text: string, span: Span): Result<Span, SpanError> {
  const { start, end } = span;
  const { length } = text;
  if (!Number.isSafeInteger(start) || !Number.isSafeInteger(end)) {
    return err({ type: 'SpanNotWhole', span, length });
  }
  if (start > end) return err({ type: 'SpanReversed', span, length });
  if (start < 0 || end > length) return err({ type: 'SpanOutsideText', span, length });
  if (start === end) return err({ type: 'SpanEmpty', span, length });
  if (splitsPair(text, start)) {
    return err({ type: 'SpanSplitsCharacter', span, length, offset: start });
  }
  if (splitsPair(text, end)) {
    return err({ type: 'SpanSplitsCharacter', span, length, offset: end });
  }
  return ok(span);
}

/** True when the spans share at least one unit; touching spans do not overlap. */
export function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}

/** True when every unit of `inner` lies in `outer`. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** True when both spans have the same bounds. */
export function isSameSpan(one: Span, other: Span): boolean {
  return one.start === other.start && one.end === other.end;
}

/** Order of spans in a text: by start, then the longer first. */
export function compareSpans(one: Span, other: Span): number {
  return one.start - other.start || other.end - one.end;
}
