import type { GeneratedPair } from './generator.ts';
import { PUT_IN } from './mapped-text.ts';
import { wordsOf } from './words.ts';

/**
 * Real newsroom pairs, measured for the reference (779 pairs, 7,139 runs of three words or more): shares of the runs by
 * length, and of the gaps between them by kind.
 */
const REAL_RUNS = { '3–4': 0.39, '5–7': 0.15, '8–14': 0.13, '15–29': 0.14, '30+': 0.2 };
const REAL_GAPS = {
  'over 40 words': 0.51,
  'other 11–40': 0.13,
  'other 4–10': 0.08,
  'other 2–3': 0.06,
  'other 1': 0.04,
  'one side 1': 0.05,
  'one side 2–3': 0.06,
  'one side 4–40': 0.08,
};

/** Lines that hold the generated republications against real ones. */
export function calibrationLines(pairs: readonly GeneratedPair[]): readonly string[] {
  const runs: string[] = [];
  const gaps: string[] = [];
  for (const pair of pairs) {
    if (pair.kind !== 'republication') continue;
    let previous: WordRun | undefined;
    for (const run of wordRuns(pair)) {
      runs.push(runKind(run.length));
      if (previous !== undefined)
        gaps.push(gapKind(run.a - previous.a - previous.length, run.b - previous.b - previous.length));
      previous = run;
    }
  }
  return [...sharesBeside('runs', runs, REAL_RUNS), ...sharesBeside('gaps', gaps, REAL_GAPS)];
}

function sharesBeside(
  what: string,
  kinds: readonly string[],
  real: Readonly<Record<string, number>>,
): readonly string[] {
  return Object.entries(real).map(([kind, share]) => {
    const own = kinds.filter((one) => one === kind).length / kinds.length;
    return `  ${what} ${kind.padEnd(16)} real ${percent(share)}   generated ${percent(own)}`;
  });
}

function percent(share: number): string {
  return `${(share * 100).toFixed(0).padStart(3)} %`;
}

/** Words in a row that are the same in source and copy: first word in each, and how many. */
interface WordRun {
  readonly a: number;
  readonly b: number;
  readonly length: number;
}

function wordRuns({ a, copy }: GeneratedPair): readonly WordRun[] {
  const numbers = new Map(wordsOf(a).map(({ start }, index) => [start, index]));
  const runs: { a: number; b: number; length: number }[] = [];
  for (const [b, { start, end }] of wordsOf(copy.text).entries()) {
    const isCopied = copy.origins.slice(start, end).every((origin) => origin !== PUT_IN && origin >= 0);
    const word = isCopied ? numbers.get(copy.origins[start] ?? PUT_IN) : undefined;
    const last = runs.at(-1);
    if (word === undefined) continue;
    if (last !== undefined && last.a + last.length === word && last.b + last.length === b) last.length += 1;
    else runs.push({ a: word, b, length: 1 });
  }
  return runs.filter(({ length }) => length >= 3);
}

function runKind(length: number): string {
  if (length < 5) return '3–4';
  if (length < 8) return '5–7';
  if (length < 15) return '8–14';
  return length < 30 ? '15–29' : '30+';
}

function gapKind(inA: number, inB: number): string {
  const [less, more] = [Math.min(inA, inB), Math.max(inA, inB)];
  if (more > 40 || less < 0) return 'over 40 words';
  if (less > 0) {
    if (more > 10) return 'other 11–40';
    if (more > 3) return 'other 4–10';
    return more > 1 ? 'other 2–3' : 'other 1';
  }
  if (more > 3) return 'one side 4–40';
  return more > 1 ? 'one side 2–3' : 'one side 1';
}
