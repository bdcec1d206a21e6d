/** What a list of times says: the middle, and how bad it gets. */
export interface Percentiles {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
}

/** Nearest-rank percentiles, in the unit of the samples. */
export function percentilesOf(samples: readonly number[]): Percentiles {
  const sorted = samples.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) };
}

/** One line of the table: what was measured, how often, and the percentiles in milliseconds. */
export function percentilesLine(what: string, samples: readonly number[], goal = ''): string {
  const { p50, p95, p99, max } = percentilesOf(samples);
  const cells = [p50, p95, p99, max].map((value) => value.toFixed(2).padStart(9)).join('');
  return `${what.padEnd(62)}${String(samples.length).padStart(6)}${cells}  ${goal}`.trimEnd();
}

export const percentilesHead = `${'milliseconds'.padEnd(62)}${'n'.padStart(6)}${['p50', 'p95', 'p99', 'max'].map((name) => name.padStart(9)).join('')}  goal`;
