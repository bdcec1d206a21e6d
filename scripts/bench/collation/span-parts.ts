import type { Span } from '#shared/text/span.ts';
import { GAP } from './gold.ts';
import { type MappedText, PUT_IN } from './mapped-text.ts';

/** What else than `GAP` units put in ends a part. */
export interface PartBreaks {
  /** A whole line put in, of more than so many units: a heading, an advertisement. */
  readonly lines: number;
  /** More than `GAP` units of other wording put for the source's own. */
  readonly rewriting: boolean;
  /** More than `GAP` units of the span left out, although nothing was put there. */
  readonly cuts: boolean;
  /** Units of the span that are passed over here and stand elsewhere in the copy. */
  readonly moved: boolean;
}

/** True when units of the span stand in another order in the copy. */
export function isTurned(copy: MappedText, span: Span): boolean {
  let last = -1;
  for (const origin of copy.origins) {
    if (origin < span.start || origin >= span.end) continue;
    if (origin < last) return true;
    last = origin;
  }
  return false;
}

/**
 * Units of a copy that belong to a span of the source, part by part: they come from the span or were put for some of it.
 * More than `GAP` units that have nothing to do with the span end a part, and so does a turn of the order.
 */
export function partsOf(copy: MappedText, span: Span, breaks: PartBreaks): readonly (readonly number[])[] {
  const parts: number[][] = [];
  let part: number[] = [];
  /** Units of other wording since the last copied one. */
  let pending: number[] = [];
  let last = -1;
  let lastEnd = span.start;
  let put = 0;
  const there = breaks.moved ? new Set(copy.origins) : undefined;
  const standElsewhere = (from: number, to: number): boolean => {
    for (let unit = from; unit < to; unit += 1) if (there?.has(unit) === true) return true;
    return false;
  };
  const close = (): void => {
    if (part.length > 0) parts.push(part);
    part = [];
  };
  for (let at = 0; at < copy.origins.length; at += 1) {
    const origin = copy.origins[at] ?? PUT_IN;
    const { start, end } = sourceOf(copy, origin);
    if (origin === PUT_IN || end <= span.start || start >= span.end) {
      put += 1;
      continue;
    }
    if (origin < 0 && breaks.rewriting) {
      pending.push(at);
      continue;
    }
    const between = put + pending.length;
    const isLong = between > GAP;
    const isLine = put > breaks.lines && pending.length === 0 && isWholeLine(copy.text, (part.at(-1) ?? -1) + 1, at);
    const isJump = breaks.moved && standElsewhere(lastEnd, start);
    if (isLong || isLine || isJump || start < last || (breaks.cuts && start - lastEnd > GAP)) close();
    if (!isLong) part.push(...pending);
    part.push(at);
    pending = [];
    last = start;
    lastEnd = end;
    put = 0;
  }
  if (put + pending.length <= GAP) part.push(...pending);
  close();
  return parts;
}

function sourceOf(copy: MappedText, origin: number): Span {
  if (origin > -2) return { start: origin, end: origin + 1 };
  return copy.replaced[-2 - origin] ?? { start: -1, end: -1 };
}

/** True when a stretch, its white space apart, begins and ends with a line. */
function isWholeLine(text: string, from: number, to: number): boolean {
  const between = text.slice(from, to);
  const start = from + between.length - between.trimStart().length;
  const end = to - between.length + between.trimEnd().length;
  return (
    start < end && /\n\s*$/u.test(text.slice(Math.max(0, start - 6), start)) && /^\s*\n/u.test(text.slice(end, end + 6))
  );
}
