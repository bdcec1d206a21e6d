import { calibrationLines } from './calibration.ts';
import type { Corpus } from './corpus.ts';
import { withoutStandingLines } from './corpus.ts';
import { measureFalseLinks } from './false-links.ts';
import { makePairs, makeRewrites } from './generator.ts';
import { pairPassages, project } from './ours.ts';
import { foundShare } from './plagdet.ts';
import { measureProjection } from './quality.ts';
import { topicPairs } from './topic-pairs.ts';

/** What went wrong, in words, for whoever tunes the engine: so many of each kind, from the pairs of a seed. */
export function exampleLines(corpus: Corpus, seed: number, count: number): readonly string[] {
  const sources = withoutStandingLines(corpus.articles);
  const pairs = makePairs(sources, 400, seed);
  const lines: string[] = [
    'How the generated copies are edited, beside real newsroom pairs:',
    ...calibrationLines(pairs),
    'The rewrites:',
    ...calibrationLines(makeRewrites(sources, 100, seed)),
  ];
  const missed = pairs.flatMap(({ a, b, gold }) => {
    const found = pairPassages(a, b);
    return gold
      .filter((one) => foundShare(one, found) < 0.5)
      .map((one) => `missed: ${shown(a, one.a)} | ${shown(b, one.b)}`);
  });
  const wrong = pairs.flatMap(({ a, b, gold }) =>
    pairPassages(a, b)
      .filter((one) => foundShare(one, gold) === 0)
      .map((one) => `wrong: ${shown(a, one.a)} | ${shown(b, one.b)}`),
  );
  lines.push(...missed.slice(0, count), ...wrong.slice(0, count));
  const { misses } = measureProjection(sources, 4000, seed, project, count);
  for (const { pair, span, truth, found, isIntact } of misses) {
    lines.push(`projected wrongly (${isIntact ? 'intact' : 'edited'}): ${shown(pair.a, span)}`);
    for (const { starts, ends } of truth) {
      const [start = 0] = starts;
      const [end = 0] = ends;
      lines.push(`    true  ${shown(pair.b, { start, end })}`);
    }
    for (const one of found ?? []) lines.push(`    found ${shown(pair.b, one)}`);
  }
  const { examples } = measureFalseLinks(topicPairs(sources, 400, 0).apart, pairPassages);
  for (const [one, other] of examples.slice(0, count)) lines.push(`false: ${one} | ${other}`);
  return lines;
}

function shown(text: string, { start, end }: { readonly start: number; readonly end: number }): string {
  return JSON.stringify(text.slice(start, end));
}
