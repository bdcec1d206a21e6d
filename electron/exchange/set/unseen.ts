/** What a file holds in keys of ours alone: nothing is lost of it for us, but whoever reads it otherwise must know. */
import type { AnnotatedDocument, AnnotatedOccurrence } from '#shared/domain/annotated-set.ts';
import { rangesOf, wordingOf } from '#shared/domain/occurrence.ts';
import type { DocumentLoss } from './format.ts';

/** Occurrences of several ranges, in a format in which each range is a span of its own. */
export function unseenRanges({ text, occurrences }: AnnotatedDocument): readonly DocumentLoss[] {
  return occurrences
    .filter(({ ranges }) => ranges !== undefined)
    .map((one) => ({ kind: 'ranges-unseen', example: wordingOf(text, one) }));
}

/** Occurrences that overlap one that begins before them, for programs that may refuse such. */
export function unsafeOverlaps({ text, occurrences }: AnnotatedDocument): readonly DocumentLoss[] {
  const ranges = occurrences
    .flatMap((one) => rangesOf(one).map(({ start, end }) => ({ start, end, one })))
    .toSorted((a, b) => a.start - b.start || a.end - b.end);
  const unsafe = new Set<AnnotatedOccurrence>();
  let reached = 0;
  for (const { start, end, one } of ranges) {
    // Ranges of one occurrence are apart, so what reaches beyond this beginning is of another one.
    if (start < reached) unsafe.add(one);
    reached = Math.max(reached, end);
  }
  return [...unsafe].map((one) => ({ kind: 'overlap-unsafe', example: wordingOf(text, one) }));
}
