/** A document of the set, made of one that was read and of its spans that were placed. */
import { createHash } from 'node:crypto';
import { compareOccurrences, type AnnotatedDocument, type AnnotatedOccurrence } from '#shared/domain/annotated-set.ts';
import type { PlacedSpan, SpanPlace } from './placing.ts';
import type { ReadDocument, ReadSpan } from './read-document.ts';

/** @param text the frozen text @param sha256 its hash, where somebody knows it */
export function annotatedDocument(
  read: ReadDocument,
  text: string,
  placed: readonly PlacedSpan[],
  sha256 = createHash('sha256').update(text).digest('hex'),
): AnnotatedDocument {
  const { id = '', name = '', title = '', source = '', author = '', date = '', url = '', group = '' } = read;
  const occurrences = placed.flatMap((one) =>
    one.type === 'rejected' ? [] : [annotatedOccurrence(one.read, one.place)],
  );
  return {
    id,
    name,
    title,
    text,
    sha256,
    source,
    author,
    date,
    url,
    group,
    occurrences: occurrences.toSorted(compareOccurrences),
  };
}

export function annotatedOccurrence(read: ReadSpan, { start, end, ranges }: SpanPlace): AnnotatedOccurrence {
  const { annotation = '', passage = '', annotator = '', note = '', made = '', reason = '' } = read;
  const { label, status = 'exact', coverage = 1, counted = status !== 'detached', own = true } = read;
  const said = { annotation, passage, label, annotator, note, made, status, coverage, counted, own, reason };
  return { ...said, start, end, ...(ranges === undefined ? {} : { ranges }), leads: true };
}

/** The text of a file as it is frozen: no byte order mark, every line end one LF. */
export function frozenText(written: string): string {
  const unmarked = written.startsWith('\ufeff') ? written.slice(1) : written;
  return unmarked.includes('\r') ? unmarked.replace(/\r\n?/gu, '\n') : unmarked;
}

/** Why a text cannot be that of a document; `null` where it can. */
export function textFault(written: string): string | null {
  if (!written.isWellFormed()) return 'its text holds half a character';
  return written.includes('\u0000') ? 'its text holds a NUL character' : null;
}
