/** An alignment that another program found: two spans of two documents that are said to be each other's copies. */
import { z } from 'zod';

const placeSchema = z
  .strictObject({ document: z.string().min(1), start: z.int().nonnegative(), end: z.int().positive() })
  .readonly();

/** Offsets half-open, UTF-16 units of either document's text. */
export const outsideAlignmentSchema = z.strictObject({ a: placeSchema, b: placeSchema }).readonly();
export type OutsideAlignment = Readonly<z.infer<typeof outsideAlignmentSchema>>;
export type AlignedPlace = OutsideAlignment['a'];

/** The most alignments that one event holds: more would make a payload that nobody can look at. */
export const alignmentsAnEvent = 500;

/** The alignments of one event. `origin` is the name of the file they were read from. */
export const alignmentBatchSchema = z
  .strictObject({
    origin: z.string().min(1),
    alignments: z.array(outsideAlignmentSchema).min(1).max(alignmentsAnEvent).readonly(),
  })
  .readonly();

/** The same alignment with its sides in the one order in which the project keeps them: which side comes first means nothing. */
export function orderedAlignment({ a, b }: OutsideAlignment): OutsideAlignment {
  return comparePlaces(a, b) <= 0 ? { a, b } : { a: b, b: a };
}

/** The same for equal alignments, whichever side comes first. */
export function alignmentKey(alignment: OutsideAlignment): string {
  const { a, b } = orderedAlignment(alignment);
  return [a, b].map(({ document, start, end }) => `${document} ${start} ${end}`).join(' ');
}

function comparePlaces(one: AlignedPlace, other: AlignedPlace): number {
  if (one.document !== other.document) return one.document < other.document ? -1 : 1;
  return one.start - other.start || one.end - other.end;
}
