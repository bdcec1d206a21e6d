/**
 * brat keeps one annotation on one line of its file, so no fragment of it may hold a line end: it is cut there. Python,
 * which brat is written in, ends lines at all of these.
 */
import type { Span } from '#shared/text/span.ts';

const some = String.raw`[\n\r\u000b\u000c\u001c-\u001e\u0085\u2028\u2029]+`;
const breaks = new RegExp(some, 'gu');
const onlyBreaks = new RegExp(`^${some}$`, 'u');

/** The spans without the line ends in them; none where there is nothing else. Offsets: UTF-16, as all here. */
export function cutAtBreaks(text: string, spans: readonly Span[]): readonly Span[] {
  return spans.flatMap(({ start, end }) => {
    const pieces: Span[] = [];
    let from = start;
    for (const found of text.slice(start, end).matchAll(breaks)) {
      const at = start + found.index;
      if (at > from) pieces.push({ start: from, end: at });
      from = at + found[0].length;
    }
    if (end > from) pieces.push({ start: from, end });
    return pieces;
  });
}

/** The inverse, as far as there is one: fragments between which stand line ends alone are one span. */
export function joinAtBreaks(text: string, fragments: readonly Span[]): readonly Span[] {
  if (!areInOrder(fragments)) return fragments;
  const joined: Span[] = [];
  for (const fragment of fragments) {
    const last = joined.at(-1);
    if (last !== undefined && onlyBreaks.test(text.slice(last.end, fragment.start)))
      joined[joined.length - 1] = { start: last.start, end: fragment.end };
    else joined.push(fragment);
  }
  return joined;
}

/** Is each behind the one before? Whatever is not would be looked at again and again. */
export function areInOrder(spans: readonly Span[]): boolean {
  return spans.every(({ start }, at) => at === 0 || start >= (spans[at - 1]?.end ?? 0));
}

export function areSame(some: readonly Span[], others: readonly Span[]): boolean {
  return (
    some.length === others.length &&
    some.every(({ start, end }, at) => start === others[at]?.start && end === others[at]?.end)
  );
}

/** A text that may stand at the end of a line of brat: every line end in it is a space. */
export function oneLine(text: string): string {
  return text.replaceAll(breaks, ' ');
}
