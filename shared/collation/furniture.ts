import type { Span } from '#shared/text/span.ts';
import type { Tokens } from '#shared/text/tokens.ts';
import { isFurnitureLine } from './fixed-lines.ts';
import { pageLines } from './page-lines.ts';
import { candidateLines, type CandidateLine, type IsStanding, isStandingLine } from './standing-lines.ts';

/** What is learned of a source never marks more than this share of a document: the rest would be no page's margin. */
const MOST_STANDING = 0.5;

/**
 * Marks the words that stand in page furniture: 1 = furniture. Furniture is made of whole lines:
 * those that are furniture in any document, and the standing lines of the document's source.
 *
 * @param isStanding of the document's source; without it only the lines known beforehand are marked
 */
export function furnitureOf(text: string, tokens: Tokens, isStanding?: IsStanding): Uint8Array {
  const marks = new Uint8Array(tokens.count);
  for (const { from, to, start, end } of pageLines(text, tokens)) {
    if (isFurnitureLine(text.slice(start, end))) marks.fill(1, from, to);
  }
  return isStanding === undefined ? marks : withStanding(marks, candidateLines(text, tokens), isStanding);
}

/** The marks with the standing lines of a source among a document's candidate lines; the same array where none is. */
export function withStanding(
  marks: Uint8Array,
  candidates: readonly CandidateLine[],
  isStanding: IsStanding,
): Uint8Array {
  const standing = candidates.filter((line) => isStandingLine(line, isStanding));
  const words = standing.reduce((sum, { from, to }) => sum + to - from, 0);
  if (words === 0 || words > MOST_STANDING * marks.length) return marks;
  const all = marks.slice();
  for (const { from, to } of standing) all.fill(1, from, to);
  return all;
}

/**
 * The furniture of a text as spans, in order, one a line, without the white space at its ends.
 * `marks` is what `furnitureOf` said of the same text. Offsets are UTF-16.
 */
export function furnitureSpans(text: string, tokens: Tokens, marks: Uint8Array): readonly Span[] {
  return pageLines(text, tokens)
    .filter(({ from }) => marks[from] === 1)
    .map(({ start, end }) => {
      const line = text.slice(start, end);
      return { start: start + line.length - line.trimStart().length, end: start + line.trimEnd().length };
    });
}
