import type { Span } from '#shared/text/span.ts';
import { tokenise } from '#shared/text/tokens.ts';

/** The same words in two texts, as spans that begin and end with a word. */
export interface NaiveRun {
  readonly words: number;
  readonly a: Span;
  readonly b: Span;
}

/**
 * Every maximal run of at least `least` equal words, found by reading each pair of words once: what
 * the engine is tested against. With `isSameText` a text is compared with itself, each pair of
 * places once and no place with itself.
 */
export function naiveRuns(textA: string, textB: string, least: number, isSameText = false): readonly NaiveRun[] {
  const a = tokenise(textA);
  const b = tokenise(textB);
  const runs: NaiveRun[] = [];
  for (let diagonal = isSameText ? 1 : 1 - a.count; diagonal < b.count; diagonal += 1) {
    let length = 0;
    for (let atA = Math.max(0, -diagonal); atA <= a.count; atA += 1) {
      const atB = atA + diagonal;
      if (atA < a.count && atB < b.count && a.words[atA] === b.words[atB]) {
        length += 1;
        continue;
      }
      if (length >= least) {
        runs.push({
          words: length,
          a: { start: a.starts[atA - length] ?? 0, end: a.ends[atA - 1] ?? 0 },
          b: { start: b.starts[atB - length] ?? 0, end: b.ends[atB - 1] ?? 0 },
        });
      }
      length = 0;
      if (atB >= b.count) break;
    }
  }
  return runs;
}
