/** Where else the wording of a paragraph stands, made of the answers about its stretches. */
import type { ReadCopies, SharedStretch } from '#shared/contract/methods.ts';
import type { Failure } from '#shared/contract/failure.ts';
import { rangesOverlap } from '#shared/domain/occurrence.ts';
import type { Result } from '#shared/text/result.ts';
import type { Span } from '#shared/text/span.ts';

/** Offsets: UTF-16, half-open, of its document. */
export interface OtherCopy extends Span {
  readonly id: string;
  readonly document: string;
  readonly ranges?: readonly Span[];
  /** Empty until it is known. */
  readonly text: string;
}

export interface OtherCopies {
  readonly copies: readonly OtherCopy[];
  /** Documents that hold the words too, and of which no place is listed; stretches share them, so the most of one. */
  readonly unread: number;
  /** Why a stretch was not looked up; `null` where all were. */
  readonly failure: string | null;
}

/** The copies outside of `document`; each place once. */
export function otherCopies(document: string, answers: readonly Result<ReadCopies, Failure>[]): OtherCopies {
  const found = answers.flatMap((answer) => (answer.ok ? [answer.value] : []));
  const failed = answers.find((answer) => !answer.ok);
  const copies = found
    .flatMap(({ occurrences, elsewhere }) => [...occurrences, ...elsewhere])
    .filter((copy) => copy.document !== document)
    .map(withId);
  return {
    copies: withoutParts(copies),
    unread: Math.max(0, ...found.map(({ unread }) => unread)),
    failure: failed === undefined || failed.ok ? null : failed.error.message,
  };
}

/** The places that are known without looking, each once; without their words. */
export function toldPlaces(stretches: readonly SharedStretch[]): readonly OtherCopy[] {
  return withoutParts(stretches.flatMap(({ elsewhere }) => elsewhere.map((place) => withId({ ...place, text: '' }))));
}

/** Stretches of one paragraph may overlap: of copies that do, the longest stands for all. */
function withoutParts(copies: readonly OtherCopy[]): readonly OtherCopy[] {
  const kept: OtherCopy[] = [];
  for (const copy of copies.toSorted((a, b) => b.end - b.start - (a.end - a.start))) {
    if (!kept.some((longer) => longer.document === copy.document && rangesOverlap(longer, copy))) kept.push(copy);
  }
  return kept;
}

function withId(copy: Omit<OtherCopy, 'id'>): OtherCopy {
  return { ...copy, id: `${copy.document}/${copy.start}/${copy.end}` };
}
