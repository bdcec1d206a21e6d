/** What an import came to. */
import type { Failure } from '#shared/contract/failure.ts';

export interface ImportCounts {
  readonly added: number;
  readonly there: number;
  readonly refused: number;
}

export interface ImportSummary extends ImportCounts {
  /** Why each article that was refused was refused: a sentence that names it. The first ones where they are many. */
  readonly refusals: readonly string[];
  /** What else there is to say: which were there already, which fields were left out. The first ones. */
  readonly remarks: readonly string[];
  /** How many remarks there were. */
  readonly remarked: number;
  /** A failure stopped it: what was added before stays. */
  readonly ending: 'complete' | 'cancelled' | Failure;
}

/** How many sentences of a kind are kept: a file may hold a hundred thousand bad lines. */
export const sentenceLimit = 500;

export function failedImport(
  ending: Failure,
  counts: ImportCounts = { added: 0, there: 0, refused: 0 },
): ImportSummary {
  const { added, there, refused } = counts;
  return { added, there, refused, refusals: [], remarks: [], remarked: 0, ending };
}
