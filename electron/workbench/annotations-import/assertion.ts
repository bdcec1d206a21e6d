/** A span of a file, proved and put where it belongs in the project: what an annotator says there. */
import type { ReadSpan } from '#electron/exchange/set/read-document.ts';
import type { SpanPlace } from '#electron/exchange/set/placing.ts';
import type { ToldOccurrence } from '#shared/domain/commands/import-occurrences.ts';
import type { FoundOccurrence } from '#shared/domain/occurrence.ts';

export interface Assertion {
  readonly where: string;
  /** Id of the annotation in the file; empty where the file does not tell which places belong together. */
  readonly key: string;
  /** A label of the project. */
  readonly label: string;
  readonly annotator: string;
  readonly note: string;
  /** ISO 8601, UTC; empty where nobody said. */
  readonly made: string;
  readonly own: boolean;
  readonly told: ToldOccurrence;
  /** Where else its words stand, where that is how it was placed. */
  readonly copies: readonly FoundOccurrence[];
}

/** The occurrence as the file tells it, at its place in the project's document. */
export function toldOccurrence(document: string, { start, end, ranges }: SpanPlace, read: ReadSpan): ToldOccurrence {
  const { status = 'exact', counted = status !== 'detached', reason = '' } = read;
  const coverage = coverageOf(read);
  const broken = ranges === undefined ? {} : { ranges };
  const found = (one: FoundOccurrence['status']): FoundOccurrence => ({
    document,
    start,
    end,
    status: one,
    coverage,
    ...broken,
  });
  // What was found of a detached occurrence is not told: its words are compared again by whoever attaches it.
  if (status === 'detached') return { found: found('exact'), verdict: 'detached', reason };
  const isDoubtful = status === 'differs' || status === 'partial';
  const isDecided = counted && (isDoubtful || reason !== '');
  return { found: found(status), verdict: isDecided ? 'attached' : null, reason };
}

/** A share that is none says nothing. */
function coverageOf({ coverage = 1 }: ReadSpan): number {
  return coverage >= 0 && coverage <= 1 ? coverage : 1;
}
