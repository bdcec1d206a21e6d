import type { Span } from '#shared/text/span.ts';
import type { Article } from './corpus.ts';
import { type GeneratedPair, makeCopy } from './generator.ts';
import type { PassagePair } from './gold.ts';
import { PUT_IN } from './mapped-text.ts';
import { foundShare, type Judged, macroPlagdet, microPlagdet, type Plagdet } from './plagdet.ts';
import { isExactProjection, projectionTruth } from './projection-truth.ts';
import { createRandom } from './random.ts';
import { sharesRow, wordRows, wordsOf } from './words.ts';

/** Finds what two texts share; offsets are UTF-16. */
export type Matcher = (a: string, b: string) => readonly PassagePair[];

export interface PairQuality {
  readonly macro: Plagdet;
  readonly micro: Plagdet;
  /** Mean share found of the passages of this many characters of the source: under 60, 60 to 149, from 150. */
  readonly short: number;
  readonly middle: number;
  readonly long: number;
  /** How many passages there were of each length. */
  readonly counts: readonly [number, number, number];
  /** Unrelated pairs of the mix in which something was found, and how many there were. */
  readonly falsePairs: number;
  readonly unrelated: number;
  /** Detections off the map that are true repeats of the source's own wording; neither right nor wrong. */
  readonly repeats: number;
  readonly millisecondsAPair: number;
}

/** Runs a matcher over generated pairs and holds what it finds against the map. */
export function measurePairs(pairs: readonly GeneratedPair[], matcher: Matcher): PairQuality {
  const began = process.cpuUsage();
  const found = pairs.map(({ a, b }) => matcher(a, b));
  const used = process.cpuUsage(began);
  const judged = pairs.map((pair, index) => judge(pair, found[index] ?? []));
  const judgedCount = judged.reduce((sum, { detections }) => sum + detections.length, 0);
  const foundCount = found.reduce((sum, detections) => sum + detections.length, 0);
  const cases = judged.flatMap(({ cases: all, detections }) =>
    all.map((one) => ({ length: one.a.end - one.a.start, share: foundShare(one, detections) })),
  );
  const recallOf = (from: number, to: number): readonly number[] =>
    cases.filter(({ length }) => length >= from && length < to).map(({ share }) => share);
  const [short, middle, long] = [recallOf(0, 60), recallOf(60, 150), recallOf(150, Number.POSITIVE_INFINITY)];
  const unrelated = pairs.flatMap((pair, index) => (pair.kind === 'unrelated' ? [(found[index] ?? []).length] : []));
  return {
    macro: macroPlagdet(judged),
    micro: microPlagdet(judged),
    short: mean(short),
    middle: mean(middle),
    long: mean(long),
    counts: [short.length, middle.length, long.length],
    falsePairs: unrelated.filter((count) => count > 0).length,
    unrelated: unrelated.length,
    repeats: foundCount - judgedCount,
    millisecondsAPair: (used.user + used.system) / 1000 / pairs.length,
  };
}

/** Words in a row that are a true repeat, by the design: "covered on one side only and ≥ 8 words is a second copy". */
const REPEAT_ROW = 8;

/**
 * The map knows one place for every character. Where a source says the same eight words twice (captions of a gallery,
 * a refrain), its copy has them twice as well, and each is a true copy of both: such a detection off the map is left
 * out, and counted. It is so for every system.
 */
export function judge(pair: GeneratedPair, found: readonly PassagePair[]): Judged {
  const detections = found
    .map(({ a, b }) => ({ a: trimmed(pair.a, a), b: trimmed(pair.b, b) }))
    .filter((one) => isOnMap(pair, one) || !isRepeat(pair, one));
  return { cases: pair.gold, detections: detections.filter(({ a, b }) => a.end > a.start && b.end > b.start) };
}

/** True when some unit of the one side comes from the other. */
function isOnMap({ copy }: GeneratedPair, { a, b }: PassagePair): boolean {
  for (let at = b.start; at < b.end; at += 1) {
    const origin = copy.origins[at] ?? PUT_IN;
    if (origin >= a.start && origin < a.end) return true;
  }
  return false;
}

function isRepeat(pair: GeneratedPair, { a, b }: PassagePair): boolean {
  return sharesRow(wordRows(pair.a.slice(a.start, a.end), REPEAT_ROW), pair.b.slice(b.start, b.end), REPEAT_ROW);
}

/** A span without the white space and punctuation at its ends: the true passages have none, so nobody is held to it. */
function trimmed(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && !WORDY.test(text[start] ?? '')) start += 1;
  while (end > start && !WORDY.test(text[end - 1] ?? '')) end -= 1;
  return { start, end };
}

const WORDY = /[\p{L}\p{N}\p{M}\p{Cs}]/u;

function mean(values: readonly number[]): number {
  return values.length === 0 ? Number.NaN : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Exact projections of all, and the spans that were not projected at all. */
export interface Share {
  readonly exact: number;
  readonly missed: number;
  readonly all: number;
}

export interface ProjectionMiss {
  readonly pair: { readonly a: string; readonly b: string };
  readonly span: Span;
  readonly truth: readonly { readonly starts: readonly number[]; readonly ends: readonly number[] }[];
  readonly found: readonly Span[] | null;
  readonly isIntact: boolean;
}

export interface ProjectionQuality {
  readonly intact: Share;
  readonly edited: Share;
  /** The first wrong projections, for whoever wants to look. */
  readonly misses: readonly ProjectionMiss[];
}

const SPANS_A_COPY = 40;

/** Projects random spans of 5 to 50 words, a third of them with their punctuation, onto generated copies. */
export function measureProjection(
  pool: readonly Article[],
  spans: number,
  seed: number,
  project: (a: string, b: string, span: Span) => readonly Span[] | null,
  keptMisses = 0,
): ProjectionQuality {
  const random = createRandom(seed);
  const tallies = { intact: { exact: 0, missed: 0, all: 0 }, edited: { exact: 0, missed: 0, all: 0 } };
  const misses: ProjectionMiss[] = [];
  while (tallies.intact.all + tallies.edited.all < spans) {
    const article = random.pick(pool);
    const copy = makeCopy(article, pool, random);
    const words = wordsOf(article.text);
    for (let made = 0; made < SPANS_A_COPY; made += 1) {
      const length = random.whole(5, 50);
      const first = random.whole(0, Math.max(0, words.length - length));
      const bare = {
        start: words[first]?.start ?? 0,
        end: words[Math.min(words.length, first + length) - 1]?.end ?? 0,
      };
      const span = random.chance(1 / 3) ? withPunctuation(article.text, bare) : bare;
      const truth = projectionTruth(article.text, copy, span);
      if (truth === undefined) continue;
      const found = project(article.text, copy.text, span);
      const tally = truth.isIntact ? tallies.intact : tallies.edited;
      tally.all += 1;
      if (found === null) tally.missed += 1;
      if (found !== null && isExactProjection(truth, found)) tally.exact += 1;
      else if (misses.length < keptMisses) {
        misses.push({
          pair: { a: article.text, b: copy.text },
          span,
          truth: (truth.readings[0] ?? []).map(({ starts, ends }) => ({ starts: [...starts], ends: [...ends] })),
          found,
          isIntact: truth.isIntact,
        });
      }
    }
  }
  return { ...tallies, misses };
}

/** A span with the quotation marks, brackets and stops that stand tight at its ends. */
function withPunctuation(text: string, span: Span): Span {
  const before = /[“"‘([]*$/u.exec(text.slice(Math.max(0, span.start - 4), span.start))?.[0].length ?? 0;
  const after = /^[.,;:!?…”"’)\]]*/u.exec(text.slice(span.end, span.end + 4))?.[0].length ?? 0;
  return { start: span.start - before, end: span.end + after };
}
