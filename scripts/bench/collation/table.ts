/** One line of the bench's table; an empty cell has nothing to say. */
export interface Row {
  readonly metric: string;
  /** What other programs reached on the same input in this run, or, so marked, where it was published or measured before. */
  readonly peer: string;
  readonly must: string;
  readonly aim: string;
  readonly ours: string;
  /** Whether "must" and "aim" are held, or how far ours is from the peer. */
  readonly verdict: string;
}

const COLUMNS = ['metric', 'peer', 'must', 'aim', 'ours', 'verdict'] as const;
const HEAD: Row = {
  metric: 'metric',
  peer: 'peer in this run',
  must: 'must',
  aim: 'aim',
  ours: 'ours',
  verdict: 'ratio / verdict',
};

/** The table as lines, columns aligned, with bars as in Markdown. */
export function tableLines(rows: readonly Row[]): readonly string[] {
  const all = [HEAD, ...rows];
  const widths = COLUMNS.map((column) => Math.max(...all.map((row) => row[column].length)));
  const line = (row: Row): string =>
    `| ${COLUMNS.map((column, index) => row[column].padEnd(widths[index] ?? 0)).join(' | ')} |`;
  return [line(HEAD), `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...rows.map(line)];
}

/** A figure that is asked for: at least so much, or at most. */
export interface Goal {
  /** `null` where no more than an aim is named. */
  readonly must: number | null;
  readonly aim: number;
  readonly better: 'more' | 'less';
}

export function verdictOf(value: number, goal: Goal): string {
  const reaches = (asked: number): boolean => (goal.better === 'more' ? value >= asked : value <= asked);
  if (reaches(goal.aim)) return 'aim held';
  if (goal.must === null) return 'aim not reached';
  return reaches(goal.must) ? 'must held' : 'MISSED';
}

/** `.9731` as in papers. */
export function share(value: number, digits = 3): string {
  return Number.isNaN(value) ? 'none' : value.toFixed(digits).replace(/^0\./u, '.');
}

export function percent(part: number, whole: number, digits = 2): string {
  return whole === 0 ? 'none' : `${((100 * part) / whole).toFixed(digits)} %`;
}
