import type { AnnotatedDocument, AnnotatedOccurrence } from '#shared/domain/annotated-set.ts';
import { wordingOf } from '#shared/domain/occurrence.ts';
import type { Span } from '#shared/text/span.ts';
import type { DocumentLoss, FittedDocument } from '../set/format.ts';
import { textTokens, tokenBehind } from '../set/tokens.ts';

/** Spans as tokens can say them: without the spaces at their edges, and none of spaces alone. */
export function fitTokens(document: AnnotatedDocument): FittedDocument {
  const { text } = document;
  const losses: DocumentLoss[] = [];
  if (document.occurrences.length === 0) return { document, losses };
  const tokens = textTokens(text);
  const occurrences = document.occurrences.flatMap((occurrence): readonly AnnotatedOccurrence[] => {
    // Those of several ranges are not in the file at all.
    if (occurrence.ranges !== undefined) return [occurrence];
    const span = trimmed(occurrence, tokens);
    const isSame = span?.start === occurrence.start && span.end === occurrence.end;
    if (!isSame) losses.push({ kind: span === null ? 'blank' : 'span-trimmed', example: wordingOf(text, occurrence) });
    if (span === null) return [];
    return [isSame ? occurrence : { ...occurrence, ...span }];
  });
  return { document: { ...document, occurrences }, losses };
}

function trimmed({ start, end }: Span, tokens: readonly Span[]): Span | null {
  const first = tokens[tokenBehind(tokens, start)];
  if (first === undefined || first.start >= end) return null;
  const behind = tokenBehind(tokens, end);
  const reaching = tokens[behind];
  const last = reaching !== undefined && reaching.start < end ? reaching : tokens[behind - 1];
  return { start: Math.max(start, first.start), end: Math.min(end, last?.end ?? end) };
}
