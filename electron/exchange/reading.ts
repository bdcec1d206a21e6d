/** What the readers of the export formats share: how they refuse, and how they prove an offset. */
import { err, ok, type Result } from '#shared/text/result.ts';
import { createOffsetTable } from '#shared/text/offsets.ts';
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

/** Turns a span in code points into UTF-16 and holds it against the words that are said to stand there. */
export type SpanReader = (codePoints: Span, quote: string) => Result<Span, ReadFailure>;

export function createSpanReader(text: string, where: string): SpanReader {
  const table = createOffsetTable(text);
  return (codePoints, quote) => {
    const start = table.toUtf16(codePoints.start);
    const end = table.toUtf16(codePoints.end);
    const place = `${where}, code points ${codePoints.start}–${codePoints.end}`;
    if (!start.ok || !end.ok || start.value >= end.value) return notReadable(place, 'no span of the text');
    if (text.slice(start.value, end.value) !== quote) return notReadable(place, 'other words than quoted');
    return ok({ start: start.value, end: end.value });
  };
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
