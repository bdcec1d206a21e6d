import type { Span } from '#shared/text/span.ts';
import type { PassagePair } from './gold.ts';
import type { Matcher } from './quality.ts';
import { createRandom } from './random.ts';
import type { TopicPair } from './topic-pairs.ts';
import { plainWords, quotesOf, sharesRow, wordRows, wordsOf } from './words.ts';

export interface FalseLinks {
  readonly pairs: number;
  /** Pairs between which something was linked that is no copy. */
  readonly falsePairs: number;
  /** Pairs in which all that was linked is true reuse by the rule. */
  readonly reusePairs: number;
  readonly examples: readonly (readonly [string, string])[];
}

const LONG_ROW = 8;
/** So many words in order in both stretches, and so much of the longer, are reuse: nobody hits on that by chance. */
const REUSE_WORDS = 10;
const REUSE_SHARE = 0.7;

/**
 * Links between articles that are no copies of each other. The judge is a rule and no reader: a stretch is true reuse if
 * eight words in a row are the same on both sides, or if ten or more stand in the same order on both sides and make up
 * 70 % of the longer side (a quotation that was edited in between). Everything else is a false link.
 */
export function measureFalseLinks(pairs: readonly TopicPair[], matcher: Matcher): FalseLinks {
  let falsePairs = 0;
  let reusePairs = 0;
  const examples: (readonly [string, string])[] = [];
  for (const { a, b } of pairs) {
    const found = matcher(a.text, b.text);
    const wrong = found.find((one) => !isReuse(a.text, b.text, one));
    if (wrong !== undefined) {
      falsePairs += 1;
      examples.push([a.text.slice(wrong.a.start, wrong.a.end), b.text.slice(wrong.b.start, wrong.b.end)]);
    } else if (found.length > 0) reusePairs += 1;
  }
  return { pairs: pairs.length, falsePairs, reusePairs, examples };
}

const PROBES = 5;

/**
 * Spans that an analyst might tag in a text: a few at random, 5 to 30 words, and its first quotations. The same text
 * gives the same spans.
 */
export function probesOf(text: string): readonly Span[] {
  const random = createRandom(text.length);
  const words = wordsOf(text);
  const spans = Array.from({ length: PROBES }, () => {
    const length = random.whole(5, 30);
    const first = random.whole(0, Math.max(0, words.length - length));
    return { start: words[first]?.start ?? 0, end: words[Math.min(words.length, first + length) - 1]?.end ?? 0 };
  });
  return [...spans, ...quotesOf(text).slice(0, PROBES)].filter(({ start, end }) => end > start);
}

function isReuse(a: string, b: string, { a: inA, b: inB }: PassagePair): boolean {
  const [here, there] = [a.slice(inA.start, inA.end), b.slice(inB.start, inB.end)];
  if (sharesRow(wordRows(here, LONG_ROW), there, LONG_ROW)) return true;
  const one = plainWords(here);
  const other = plainWords(there);
  const common = commonWords(one, other);
  return common >= REUSE_WORDS && common >= REUSE_SHARE * Math.max(one.length, other.length);
}

/** Length of the longest common subsequence. */
function commonWords(one: readonly string[], other: readonly string[]): number {
  let row = new Int32Array(other.length + 1);
  for (const word of one) {
    const next = new Int32Array(other.length + 1);
    for (let at = 0; at < other.length; at += 1) {
      next[at + 1] = other[at] === word ? (row[at] ?? 0) + 1 : Math.max(row[at + 1] ?? 0, next[at] ?? 0);
    }
    row = next;
  }
  return row[other.length] ?? 0;
}
