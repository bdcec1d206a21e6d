import { LINK_WORDS } from './prints.ts';
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

/** True when two documents share a run of at least `LINK_WORDS` words outside page furniture. */
export function isLinked(a: IndexedDocument, b: IndexedDocument): boolean {
  const found = runsOf(a, b);
  for (let at = 0; at < found.count; at += 1) if ((found.length[at] ?? 0) >= LINK_WORDS) return true;
  return false;
}
