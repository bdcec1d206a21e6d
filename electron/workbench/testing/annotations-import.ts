/** Imports of annotated sets, for tests: what comes in, and what is said of it. */
import type { ReadItem, ReadSpan } from '#electron/exchange/set/read-document.ts';
import { spanAt } from '#electron/exchange/testing/read-document.ts';
import type { AnnotationImportOptions, AnnotationImportSummary } from '../annotations-import/import.ts';
import type { Workbench } from '../workbench.ts';
import { valueOf } from './five-articles.ts';

let acts = 0;
/** Each import is an act of its own. */
export function nextAct(): string {
  acts += 1;
  return `01900000-0000-7000-8000-${String(acts).padStart(12, '0')}`;
}

export function optionsOf(rest: Partial<AnnotationImportOptions> = {}): AnnotationImportOptions {
  return { file: 'set.jsonl', act: nextAct(), repairs: true, newDocuments: false, dryRun: false, ...rest };
}

/** @param partSize items that are taken at once; all of them where absent */
export function importItems(
  workbench: Workbench,
  items: readonly ReadItem[],
  rest: Partial<AnnotationImportOptions> = {},
  partSize = Infinity,
): AnnotationImportSummary {
  const begun = valueOf(workbench.importAnnotations(optionsOf(rest)));
  for (let from = 0; from < items.length; from += partSize) valueOf(begun.take(items.slice(from, from + partSize)));
  return valueOf(begun.end());
}

/** The first place of the words in the text, in code points. */
export function wordsIn(text: string, words: string, rest: Partial<ReadSpan> = {}): ReadSpan {
  const at = text.indexOf(words);
  if (at < 0) throw new Error(`“${words}” does not stand there`);
  const start = Array.from(text.slice(0, at)).length;
  return spanAt(start, start + Array.from(words).length, { where: words, quote: words, ...rest });
}
