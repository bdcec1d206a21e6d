import type { AnnotationImportSummary, ImportProblem, MatchedBy } from './import.ts';

/** Problems that are told one by one. */
const told = 1000;

/** Adds up what becomes of a file as it is taken in. */
export interface SummaryCount {
  readonly matched: Record<MatchedBy, number>;
  readonly spans: { ok: number; repaired: number; rejected: number };
  annotations: number;
  joined: number;
  lacking: number;
  repairable: number;
  broken: number;
  readonly newLabels: string[];
  readonly repaired: (where: string, why: string) => void;
  /** A span that does not come in. */
  readonly rejected: (where: string, why: string) => void;
  /** Something else that cannot be read, or has no place here. */
  readonly problem: (where: string, why: string) => void;
  readonly summary: () => AnnotationImportSummary;
}

export function createSummaryCount(): SummaryCount {
  const repairs: ImportProblem[] = [];
  const problems: ImportProblem[] = [];
  let problemCount = 0;
  const problem = (where: string, why: string): void => {
    problemCount += 1;
    if (problems.length < told) problems.push({ where, why });
  };
  const count: SummaryCount = {
    matched: { hash: 0, name: 0, collation: 0, new: 0 },
    spans: { ok: 0, repaired: 0, rejected: 0 },
    annotations: 0,
    joined: 0,
    lacking: 0,
    repairable: 0,
    broken: 0,
    newLabels: [],
    repaired: (where, why) => {
      count.spans.repaired += 1;
      if (repairs.length < told) repairs.push({ where, why });
    },
    rejected: (where, why) => {
      count.spans.rejected += 1;
      problem(where, why);
    },
    problem,
    summary: () => ({
      documents: Object.values(count.matched).reduce((sum, number) => sum + number, 0),
      matched: { ...count.matched },
      lacking: count.lacking,
      annotations: count.annotations,
      joined: count.joined,
      spans: { ...count.spans },
      repairable: count.repairable,
      broken: count.broken,
      newLabels: [...count.newLabels],
      repairs: [...repairs],
      problems: [...problems],
      problemCount,
    }),
  };
  return count;
}
