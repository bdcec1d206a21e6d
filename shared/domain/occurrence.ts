/**
 * An occurrence: a passage's span in one document, with what the aligner found (`status`) and what a person
 * decided about it (`verdict`). The two are kept apart so that a decision never hides what was found.
 */
import { z } from 'zod';

/** What the aligner found: design §5. */
export const occurrenceStatuses = ['exact', 'edited', 'differs', 'partial'] as const;
export type OccurrenceStatus = (typeof occurrenceStatuses)[number];

/** What a person decided; `null` where nobody has. */
export type Verdict = 'attached' | 'detached' | null;

/** An occurrence as it is written into events. Offsets: UTF-16, half-open, of the document's frozen text. */
export const occurrenceSchema = z.strictObject({
  document: z.string().min(1),
  start: z.int().nonnegative(),
  end: z.int().positive(),
  status: z.enum(occurrenceStatuses),
  /** Share of the annotated words that stand in this copy, 0…1. */
  coverage: z.number().min(0).max(1),
});
export type FoundOccurrence = Readonly<z.infer<typeof occurrenceSchema>>;

export interface Occurrence extends FoundOccurrence {
  readonly annotation: string;
  readonly verdict: Verdict;
  readonly reason: string;
}

/** The word shown for an occurrence: a detached one says so, whatever was found. */
export type ShownStatus = OccurrenceStatus | 'detached';

type Judged = Pick<Occurrence, 'status' | 'verdict'>;

/** Counted at once when the wording is the same or only edited; otherwise only after somebody attached it. */
export function isCounted({ status, verdict }: Judged): boolean {
  return verdict === 'attached' || (verdict === null && (status === 'exact' || status === 'edited'));
}

/** Waiting for a look: found, but not certain enough to count. */
export function isPending({ status, verdict }: Judged): boolean {
  return verdict === null && (status === 'differs' || status === 'partial');
}

export function shownStatus({ status, verdict }: Judged): ShownStatus {
  return verdict === 'detached' ? 'detached' : status;
}
