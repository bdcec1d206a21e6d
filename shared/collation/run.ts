import { LINK_WORDS } from './fingerprint.ts';
import type { IndexedDocument } from './indexed-document.ts';
import { createRunFinder, maskedWords, OWN_FURNITURE } from './run-finder.ts';
import { RunList } from './run-list.ts';

/** The same words standing in two documents: `length` words from `a` in one and from `b` in the other. */
export interface Run {
  readonly a: number;
  readonly b: number;
  readonly length: number;
}

/** The document looked at last, made ready: it is compared with many, one after the other. */
let last: { readonly own: IndexedDocument; readonly find: (other: IndexedDocument) => RunList } | undefined;

function runsOf(own: IndexedDocument, other: IndexedDocument): RunList {
  if (last?.own !== own) {
    const finder = createRunFinder(maskedWords(own, OWN_FURNITURE));
    const runs = new RunList();
    last = { own, find: (one) => finder.find(one, runs) };
  }
  return last.find(other);
}

/** The maximal runs of at least `LINK_WORDS` words that two documents share outside page furniture, by place. */
export function findLongRuns(a: IndexedDocument, b: IndexedDocument): readonly Run[] {
  const found = runsOf(a, b);
  const runs: Run[] = [];
  for (let at = 0; at < found.count; at += 1) {
    const length = found.length[at] ?? 0;
    if (length >= LINK_WORDS) runs.push({ a: found.a[at] ?? 0, b: found.b[at] ?? 0, length });
  }
  return runs.sort((one, other) => one.a - other.a || one.b - other.b);
}

/** True when two documents share a run of at least `LINK_WORDS` words outside page furniture. */
export function isLinked(a: IndexedDocument, b: IndexedDocument): boolean {
  const found = runsOf(a, b);
  for (let at = 0; at < found.count; at += 1) if ((found.length[at] ?? 0) >= LINK_WORDS) return true;
  return false;
}

/** How many words match from the two places on, counted up to `most`. */
export function matchForward(
  a: IndexedDocument,
  b: IndexedDocument,
  atA: number,
  atB: number,
  most: number = Infinity,
): number {
  const limit = Math.min(a.words.length - atA, b.words.length - atB, most);
  let length = 0;
  while (length < limit && isSameWord(a, b, atA + length, atB + length)) length += 1;
  return length;
}

/** How many words match before the two places, down to word `floor` of `a`. */
export function matchBackward(a: IndexedDocument, b: IndexedDocument, atA: number, atB: number, floor: number): number {
  const limit = Math.min(atA - floor, atB);
  let length = 0;
  while (length < limit && isSameWord(a, b, atA - length - 1, atB - length - 1)) length += 1;
  return length;
}

function isSameWord(a: IndexedDocument, b: IndexedDocument, atA: number, atB: number): boolean {
  return a.words[atA] === b.words[atB] && a.furniture[atA] !== 1 && b.furniture[atB] !== 1;
}
