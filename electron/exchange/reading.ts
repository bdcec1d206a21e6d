/** What the readers of the export formats share: how they refuse, and how they prove an offset. */
import { err, ok, type Result } from '#shared/text/result.ts';
import { createOffsetTable } from '#shared/text/offsets.ts';
import { wordingOf, type BrokenSpan } from '#shared/domain/occurrence.ts';
import type { Span } from '#shared/text/span.ts';

/** `where` names the place in the file, `what` what is wrong there. */
export interface ReadFailure {
  readonly type: 'NotReadable';
  readonly where: string;
  readonly what: string;
}

export function notReadable(where: string, what: string): { readonly ok: false; readonly error: ReadFailure } {
  return err({ type: 'NotReadable', where, what });
}

/**
 * Turns a span in code points into UTF-16, with its ranges where it has several, and holds it against the words that
 * are said to stand there. The ranges must be two or more, in order, apart from each other, and reach from start to end.
 */
export type SpanReader = (codePoints: BrokenSpan, quote: string) => Result<BrokenSpan, ReadFailure>;

export function createSpanReader(text: string, where: string): SpanReader {
  const table = createOffsetTable(text);
  const toUtf16 = (codePoints: Span): Span | null => {
    const start = table.toUtf16(codePoints.start);
    const end = table.toUtf16(codePoints.end);
    return start.ok && end.ok && start.value < end.value ? { start: start.value, end: end.value } : null;
  };
  return (codePoints, quote) => {
    const place = `${where}, code points ${codePoints.start}–${codePoints.end}`;
    const span = toUtf16(codePoints);
    const ranges = codePoints.ranges?.map(toUtf16);
    if (span === null || ranges?.includes(null) === true) return notReadable(place, 'no span of the text');
    const read = ranges === undefined ? span : { ...span, ranges: ranges.filter((range) => range !== null) };
    if (!areInOrder(read)) return notReadable(place, 'ranges that are not in order, or do not make up the span');
    return wordingOf(text, read) === quote ? ok(read) : notReadable(place, 'other words than quoted');
  };
}

function areInOrder({ start, end, ranges }: BrokenSpan): boolean {
  if (ranges === undefined) return true;
  if (ranges.length < 2 || ranges[0]?.start !== start || ranges.at(-1)?.end !== end) return false;
  return ranges.every((range, at) => at === 0 || range.start > (ranges[at - 1]?.end ?? 0));
}

/** True when two spans say the same, range by range. */
export function isSameBroken(one: BrokenSpan, other: BrokenSpan): boolean {
  const bounds = ({ start, end, ranges }: BrokenSpan): string =>
    [{ start, end }, ...(ranges ?? [])].map((range) => `${range.start}-${range.end}`).join(' ');
  return bounds(one) === bounds(other);
}

/** A name for each id, where every place in the file that names it says the same. */
export function agreedNames(
  named: readonly (readonly [id: string, name: string])[],
): Result<Readonly<Record<string, string>>, ReadFailure> {
  const names = new Map<string, string>();
  for (const [id, name] of named) {
    const known = names.get(id) ?? name;
    if (known !== name) return notReadable(`the name of ${id}`, `both “${known}” and “${name}”`);
    names.set(id, name);
  }
  return ok(Object.fromEntries(names));
}
