/** Holds a file against its own format: what cannot be read, and what does not cover the words it claims. */
import { frozenText, textFault } from './annotated-document.ts';
import { isByWordsAlone, placeSpans } from './placing.ts';
import type { ReadDocument, ReadItem } from './read-document.ts';
import { writtenText } from './token-text.ts';

export interface Validation {
  readonly documents: number;
  /** `unproved`: the file holds neither the words nor a text to look in. */
  readonly spans: { readonly ok: number; readonly wrong: number; readonly unproved: number };
  readonly problems: readonly { readonly where: string; readonly why: string }[];
  readonly problemCount: number;
  /** Nothing is wrong with it, but it would not be imported. */
  readonly notImported: readonly { readonly where: string; readonly why: string }[];
}

const told = 1000;

export async function validateItems(items: AsyncIterable<ReadItem>): Promise<Validation> {
  const spans = { ok: 0, wrong: 0, unproved: 0 };
  const problems: { readonly where: string; readonly why: string }[] = [];
  const notImported: { readonly where: string; readonly why: string }[] = [];
  let problemCount = 0;
  let documents = 0;
  const problem = (where: string, why: string): void => {
    problemCount += 1;
    if (problems.length < told) problems.push({ where, why });
  };
  const look = (document: ReadDocument): void => {
    const text = writtenText(document);
    if (text === null) {
      for (const span of document.spans) {
        const { start, end, where } = span;
        const isPlace = Number.isSafeInteger(start) && Number.isSafeInteger(end) && start >= 0 && start < end;
        if (isPlace || isByWordsAlone(span)) spans.unproved += 1;
        else {
          spans.wrong += 1;
          problem(where, `${start}–${end} is no span of any text`);
        }
      }
      return;
    }
    const fault = textFault(text);
    if (fault !== null) problem(document.where, fault);
    for (const placed of placeSpans(document, frozenText(text))) {
      if (placed.type === 'ok') spans.ok += 1;
      else {
        spans.wrong += 1;
        problem(
          placed.read.where,
          placed.type === 'rejected' ? placed.why : `wrong by the rules of the format: ${placed.how}`,
        );
      }
    }
  };
  for await (const item of items) {
    if (item.type === 'problem' && item.kind === 'not-imported') {
      if (notImported.length < told) notImported.push({ where: item.where, why: item.why });
    } else if (item.type === 'problem') problem(item.where, item.why);
    if (item.type !== 'document') continue;
    documents += 1;
    look(item.document);
  }
  return { documents, spans, problems, problemCount, notImported };
}
