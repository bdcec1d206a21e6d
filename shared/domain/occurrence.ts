/**
 * An occurrence: a passage's span in one document, with what the aligner found (`status`) and what a person
 * decided about it (`verdict`). The two are kept apart so that a decision never hides what was found.
 */
import { overlaps, type Span } from '#shared/text/span.ts';
import { z } from 'zod';

/** What the aligner found: design §5. */
export const occurrenceStatuses = ['exact', 'edited', 'differs', 'partial'] as const;
export type OccurrenceStatus = (typeof occurrenceStatuses)[number];

/** What a person decided; `null` where nobody has. */
export type Verdict = 'attached' | 'detached' | null;

/**
 * The ranges of an occurrence that something was put into: two or more, in order, none touching the next. Offsets:
 * UTF-16, half-open.
 */
export const rangesSchema = z
  .array(z.strictObject({ start: z.int().nonnegative(), end: z.int().positive() }).readonly())
  .min(2)
  .readonly()
  .refine((ranges) => ranges.every(({ start, end }) => start < end), 'a range is empty')
  .refine(
    (ranges) => ranges.every(({ start }, at) => at === 0 || start > (ranges[at - 1]?.end ?? 0)),
    'the ranges touch, or are not in order',
  );

/**
 * An occurrence as it is written into events. Offsets: UTF-16, half-open, of the document's frozen text. `ranges` is
 * there only where the copy was broken by something put in; `start` is then that of the first and `end` that of the
 * last. Events from before there were any are valid as they are.
 */
export const occurrenceSchema = z
  .strictObject({
    document: z.string().min(1),
    start: z.int().nonnegative(),
    end: z.int().positive(),
    status: z.enum(occurrenceStatuses),
    /** Share of the annotated words that stand in this copy, 0…1. */
    coverage: z.number().min(0).max(1),
    ranges: rangesSchema.exactOptional(),
  })
  .refine(
    ({ start, end, ranges }) => ranges === undefined || (ranges[0]?.start === start && ranges.at(-1)?.end === end),
    'the ranges do not reach from start to end',
  );
export type FoundOccurrence = Readonly<z.infer<typeof occurrenceSchema>>;

/** A stretch of one document that may be broken: see `occurrenceSchema`. */
export interface BrokenSpan extends Span {
  readonly ranges?: readonly Span[] | undefined;
}

/** Where the words of an occurrence stand: its one range, or its several in order. */
export function rangesOf({ start, end, ranges }: BrokenSpan): readonly Span[] {
  return ranges ?? [{ start, end }];
}

/** Its ranges, for a record that has the key only where there are several. */
export function severalRanges({ ranges }: BrokenSpan): { readonly ranges?: readonly Span[] } {
  return ranges === undefined ? {} : { ranges };
}

/** True when a range of the one shares a unit with a range of the other: what was put into a copy is no part of it. */
export function rangesOverlap(one: BrokenSpan, other: BrokenSpan): boolean {
  if (!overlaps(one, other)) return false;
  return rangesOf(one).some((range) => rangesOf(other).some((second) => overlaps(range, second)));
}

/** What stands between two ranges when their words are shown in one line. */
export const rangeBreak = ' … ';

/** The words of an occurrence, without what was put into it. @param text the document's frozen text */
export function wordingOf(text: string, occurrence: BrokenSpan): string {
  return rangesOf(occurrence)
    .map(({ start, end }) => text.slice(start, end))
    .join(rangeBreak);
}

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
