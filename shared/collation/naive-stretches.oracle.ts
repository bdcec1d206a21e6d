import type { CopiedStretch } from './alignment.ts';
import type { Run } from './run.ts';
import type { Wording } from './variant-words.ts';

/** Every run of three words or more, the longest first, none overlapping: what any aligner would find. */
export function naiveStretches(a: Wording, b: Wording): readonly CopiedStretch[] {
  const runs: Run[] = [];
  for (let atA = 0; atA < a.tokens.count; atA += 1) {
    for (let atB = 0; atB < b.tokens.count; atB += 1) {
      let length = 0;
      const isSame = (step: number): boolean =>
        atA + step < a.tokens.count &&
        atB + step < b.tokens.count &&
        a.tokens.words[atA + step] === b.tokens.words[atB + step];
      while (isSame(length)) length += 1;
      if (length >= 3) runs.push({ a: atA, b: atB, length });
    }
  }
  runs.sort((one, other) => other.length - one.length || one.a - other.a);
  const kept: Run[] = [];
  for (const run of runs) {
    const isFree = kept.every(
      ({ a: fromA, b: fromB, length }) =>
        (run.a + run.length <= fromA || run.a >= fromA + length) &&
        (run.b + run.length <= fromB || run.b >= fromB + length),
    );
    if (isFree) kept.push(run);
  }
  return kept.sort((one, other) => one.a - other.a).map(stretchOf);
}

/** A run as a stretch of its own. */
export function stretchOf(run: Run): CopiedStretch {
  const reach = { fromA: run.a, toA: run.a + run.length, fromB: run.b, toB: run.b + run.length };
  return { runs: [run], words: run.length, ...reach };
}
