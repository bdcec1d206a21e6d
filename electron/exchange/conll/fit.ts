/**
 * What of a document CoNLL can have: one row of tags, so no token is in two entities; whole tokens; nothing beyond the
 * end of a sentence. Each is told. The longest occurrence has its tokens first, as one that holds others says most.
 */
import type { AnnotatedDocument, AnnotatedOccurrence } from '#shared/domain/annotated-set.ts';
import { rangesOf, wordingOf } from '#shared/domain/occurrence.ts';
import type { Span } from '#shared/text/span.ts';
import type { DocumentLoss, FittedDocument, Holding } from '../set/format.ts';
import { tokenText } from '../set/token-text.ts';
import { textSentences, textTokens, tokenBehind } from '../set/tokens.ts';

/** Who annotated, when and why has no place in it. */
export const conllHolding: Holding = {
  project: false,
  document: ['id', 'name', 'sha256', 'text'],
  untagged: true,
  occurrence: [],
  uncounted: false,
  ranges: 'split',
  labels: { names: false, keys: false, unused: false },
};

/** Tokens from the first to the last, which is meant too. */
interface Row {
  readonly first: number;
  readonly last: number;
}

export function fitToConll(document: AnnotatedDocument): FittedDocument {
  const { text } = document;
  const tokens = textTokens(text);
  const losses: DocumentLoss[] = [];
  const made = tokenText(textSentences(text).map((one) => one.tokens.map(({ start, end }) => text.slice(start, end))));
  if (made !== text) losses.push({ kind: 'spacing', example: document.name });
  const sentences = sentenceOfTokens(text);
  const taken = new Uint8Array(tokens.length);
  const occurrences: AnnotatedOccurrence[] = [];
  const byLength = document.occurrences.toSorted((a, b) => lengthOf(b) - lengthOf(a));
  for (const one of byLength) {
    const lose = (kind: DocumentLoss['kind']): number => losses.push({ kind, example: wordingOf(text, one) });
    const rows = joined(rangesOf(one).flatMap((range) => rowOf(range, tokens)));
    if (rows.length === 0) {
      lose('blank');
      continue;
    }
    if (rows.some(({ first, last }) => taken.subarray(first, last + 1).includes(1))) {
      lose('overlap');
      continue;
    }
    for (const { first, last } of rows) taken.fill(1, first, last + 1);
    const whole = rows.map(({ first, last }) => spanOf({ first, last }, tokens));
    if (one.ranges !== undefined) lose('ranges-split');
    if (!areSame(whole, rangesOf(one))) lose('span-snapped');
    const cut = rows.flatMap((row) => cutAtSentences(row, sentences));
    if (cut.length > rows.length) lose('span-cut');
    for (const [at, row] of cut.entries())
      occurrences.push({ ...one, ranges: undefined, ...spanOf(row, tokens), leads: one.leads && at === 0 });
  }
  return { document: { ...document, occurrences: occurrences.toSorted((a, b) => a.start - b.start) }, losses };
}

function lengthOf(one: AnnotatedOccurrence): number {
  return rangesOf(one).reduce((sum, { start, end }) => sum + end - start, 0);
}

/** All tokens that the span has a part of. */
function rowOf({ start, end }: Span, tokens: readonly Span[]): readonly Row[] {
  const first = tokenBehind(tokens, start);
  let last = tokenBehind(tokens, end - 1);
  if ((tokens[last]?.start ?? end) >= end) last -= 1;
  return first <= last ? [{ first, last }] : [];
}

/** Ranges that have a token in common are one. */
function joined(rows: readonly Row[]): readonly Row[] {
  const found: Row[] = [];
  for (const row of rows) {
    const before = found.at(-1);
    if (before !== undefined && row.first <= before.last)
      found[found.length - 1] = { first: before.first, last: Math.max(before.last, row.last) };
    else found.push(row);
  }
  return found;
}

function cutAtSentences({ first, last }: Row, sentences: Int32Array): readonly Row[] {
  const rows: Row[] = [];
  let from = first;
  for (let at = first; at <= last; at += 1) {
    if (at < last && sentences[at + 1] === sentences[at]) continue;
    rows.push({ first: from, last: at });
    from = at + 1;
  }
  return rows;
}

/** The number of the sentence that each token is in. */
function sentenceOfTokens(text: string): Int32Array {
  return Int32Array.from(textSentences(text).flatMap(({ tokens }, number) => tokens.map(() => number)));
}

function spanOf({ first, last }: Row, tokens: readonly Span[]): Span {
  return { start: tokens[first]?.start ?? 0, end: tokens[last]?.end ?? 0 };
}

function areSame(some: readonly Span[], others: readonly Span[]): boolean {
  return (
    some.length === others.length &&
    some.every(({ start, end }, at) => start === others[at]?.start && end === others[at]?.end)
  );
}
