import type { TokenRange } from '#shared/text/tokens.ts';
import type { CandidateLine } from './standing-lines.ts';

/** From this share of a document's words on that stand in one earlier document, it is that story again. */
const SAME_TEXT_SHARE = 1 / 2;

/** The same for its own words, those outside the lines that would earn points. */
const SAME_STORY_SHARE = 1 / 3;

/** With fewer words of its own a document is too little to be told from others. */
const LEAST_STORY_WORDS = 50;

/**
 * Whether a document is a story that its source has not printed before, so that its lines may be
 * noted: a revision, a second copy or a text of lines alone is not. Takes time in the lines and the
 * ranges.
 *
 * @param count words of the document
 * @param lines its candidate lines
 * @param shared for each earlier document of the same source that it shares wording with, the words
 *   of this document that stand in that one: ascending, without overlaps
 */
export function isNewStory(
  count: number,
  lines: readonly CandidateLine[],
  shared: Iterable<readonly TokenRange[]>,
): boolean {
  const earning = lines.filter(({ points }) => points > 0);
  const own = count - lengthOf(earning);
  if (own < LEAST_STORY_WORDS) return false;
  for (const ranges of shared) {
    const common = lengthOf(ranges);
    if (common >= SAME_TEXT_SHARE * count) return false;
    if (common - commonLength(ranges, earning) >= SAME_STORY_SHARE * own) return false;
  }
  return true;
}

function lengthOf(ranges: readonly TokenRange[]): number {
  return ranges.reduce((sum, { from, to }) => sum + to - from, 0);
}

/** How many words stand in both lists of ranges. */
function commonLength(one: readonly TokenRange[], other: readonly TokenRange[]): number {
  let common = 0;
  let at = 0;
  for (const { from, to } of one) {
    while (at < other.length && (other[at]?.to ?? 0) <= from) at += 1;
    for (let next = at; next < other.length && (other[next]?.from ?? to) < to; next += 1) {
      common += Math.min(to, other[next]?.to ?? 0) - Math.max(from, other[next]?.from ?? 0);
    }
  }
  return common;
}
