import type { Span } from '#shared/text/span.ts';

/** Origin of a unit that was put in: it stands for nothing in the source. */
export const PUT_IN = -1;

/**
 * A copy with its exact map: for every UTF-16 unit of `text` the unit of the source that it is, or `PUT_IN`, or
 * `-2 - n` where it belongs to wording that was put for the source's span number n of `replaced`.
 */
export interface MappedText {
  readonly text: string;
  readonly origins: Int32Array;
  readonly replaced: readonly Span[];
}

/** One change of a copy: units `[start, end)` give way to `text`. */
export interface Edit extends Span {
  readonly text: string;
  /**
   * - `put`: new wording that stands for nothing (also an empty text: a cut);
   * - `retype`: the same characters in other type (curly for straight, decomposed, upper case): the map is kept;
   * - `replace`: other wording for these units.
   */
  readonly kind: 'put' | 'retype' | 'replace';
}

/** The source as a copy of itself. */
export function wholeCopy(source: string): MappedText {
  return { text: source, origins: Int32Array.from({ length: source.length }, (_, at) => at), replaced: [] };
}

/** Wording that stands for nothing in the source. */
export function foreignText(text: string): MappedText {
  return { text, origins: new Int32Array(text.length).fill(PUT_IN), replaced: [] };
}

/** Units `[start, end)` of a copy. Spans of `replaced` keep their numbers. */
export function sliceMapped(copy: MappedText, start: number, end: number): MappedText {
  return { text: copy.text.slice(start, end), origins: copy.origins.slice(start, end), replaced: copy.replaced };
}

/** Parts of one source, one after the other. */
export function joinMapped(parts: readonly MappedText[]): MappedText {
  const text = parts.map((part) => part.text).join('');
  const origins = new Int32Array(text.length);
  const replaced: Span[] = [];
  let at = 0;
  const numbers = new Map<Span, number>();
  for (const part of parts) {
    for (let index = 0; index < part.origins.length; index += 1) {
      const origin = part.origins[index] ?? PUT_IN;
      origins[at] = origin <= -2 ? renumber(part.replaced[-2 - origin], replaced, numbers) : origin;
      at += 1;
    }
  }
  return { text, origins, replaced };
}

function renumber(span: Span | undefined, replaced: Span[], numbers: Map<Span, number>): number {
  if (span === undefined) return PUT_IN;
  let number = numbers.get(span);
  if (number === undefined) {
    number = replaced.length;
    numbers.set(span, number);
    replaced.push(span);
  }
  return -2 - number;
}

/** Applies edits, which must be in order and must not overlap; one that begins before the last ended is left out. */
export function applyEdits(copy: MappedText, edits: readonly Edit[]): MappedText {
  if (edits.length === 0) return copy;
  const pieces: string[] = [];
  const replaced = [...copy.replaced];
  const ordered = edits.toSorted((one, other) => one.start - other.start);
  const grown = ordered.reduce((sum, edit) => sum + edit.text.length, copy.text.length);
  const origins = new Int32Array(grown);
  let length = 0;
  let from = 0;
  for (const edit of ordered) {
    if (edit.start < from) continue;
    pieces.push(copy.text.slice(from, edit.start), edit.text);
    origins.set(copy.origins.subarray(from, edit.start), length);
    length += edit.start - from;
    writeOrigins(copy, edit, origins, length, replaced);
    length += edit.text.length;
    from = edit.end;
  }
  pieces.push(copy.text.slice(from));
  origins.set(copy.origins.subarray(from), length);
  length += copy.text.length - from;
  return { text: pieces.join(''), origins: origins.slice(0, length), replaced };
}

function writeOrigins(copy: MappedText, edit: Edit, origins: Int32Array, at: number, replaced: Span[]): void {
  const size = edit.text.length;
  if (edit.kind === 'put') {
    origins.fill(PUT_IN, at, at + size);
  } else if (edit.kind === 'retype') {
    const old = edit.end - edit.start;
    for (let index = 0; index < size; index += 1) {
      origins[at + index] = copy.origins[edit.start + Math.floor((index * old) / size)] ?? PUT_IN;
    }
  } else {
    const span = sourceSpan(copy, edit);
    if (span !== undefined) replaced.push(span);
    origins.fill(span === undefined ? PUT_IN : -1 - replaced.length, at, at + size);
  }
}

/** The source's units that a span of the copy stands for, from the first to the last. */
export function sourceSpan(copy: MappedText, span: Span): Span | undefined {
  let start = Number.POSITIVE_INFINITY;
  let end = -1;
  for (let at = span.start; at < span.end; at += 1) {
    const origin = copy.origins[at] ?? PUT_IN;
    const whole = origin <= -2 ? copy.replaced[-2 - origin] : { start: origin, end: origin + 1 };
    if (origin === PUT_IN || whole === undefined) continue;
    start = Math.min(start, whole.start);
    end = Math.max(end, whole.end);
  }
  return end < 0 ? undefined : { start, end };
}
