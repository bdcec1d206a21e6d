/** What copy finding says of the documents of a project, by the words of the documents. */
import type { Copies } from '#shared/collation/copies.ts';
import { createCopyFinder, type CopyFinder } from '#shared/collation/copy-finder.oracle.ts';
import { defaultEquivalents } from '#shared/collation/default-equivalents.ts';
import { createEquivalents } from '#shared/collation/equivalents.ts';
import type { NewDocument } from '#shared/domain/document.ts';
import type { Span } from '#shared/text/span.ts';
import { tokenise } from '#shared/text/tokens.ts';
import type { Workbench } from '../workbench.ts';
import { articleOf, valueOf } from './five-articles.ts';

/** Documents called `0.txt`, `1.txt` and so on. */
export function articlesOf(texts: readonly string[], prefix = ''): readonly NewDocument[] {
  return texts.map((text, at) => articleOf(`${prefix}${at}.txt`, text));
}

const equivalents = createEquivalents(defaultEquivalents);

/** The oracle, with the documents of the project under their ids. */
export function oracleOf(workbench: Workbench): CopyFinder {
  const finder = createCopyFinder(equivalents);
  for (const { id } of workbench.documents()) finder.add({ id, text: workbench.text(id) });
  return finder;
}

interface Told {
  readonly occurrences: readonly (Omit<Copies['occurrences'][number], 'status'> & { readonly status: string })[];
  readonly elsewhere: readonly (Span & { readonly document: string; readonly reason: string })[];
}

/** `document [1,5) exact 1` for every occurrence and every place elsewhere, in one order. */
export function copyLines({ occurrences, elsewhere }: Told): readonly string[] {
  return [
    ...occurrences.map(({ document, start, end, ranges, status, coverage }) => {
      const spans = (ranges ?? [{ start, end }]).map((range) => `[${range.start},${range.end})`);
      return `${document} ${spans.join('')} ${status} ${coverage.toFixed(3)}`;
    }),
    ...elsewhere.map(({ document, start, end, reason }) => `${document} [${start},${end}) ${reason}`),
  ].toSorted();
}

/** What tagging the span would do, as the project's index finds it. */
export function copiesOf(workbench: Workbench, document: string, { start, end }: Span): readonly string[] {
  return copyLines(valueOf(workbench.call('copies.find', { document, span: { start, end } })));
}

/** Some spans of a text that begin and end with a word: short and long, at its beginning, inside and at its end. */
export function sampleSpans(text: string, lengths: readonly number[] = [1, 3, 9, 24]): readonly Span[] {
  const { starts, ends, count } = tokenise(text);
  return lengths
    .filter((length) => length <= count)
    .flatMap((length) =>
      [...new Set([0, 0.4, 1].map((share) => Math.floor(share * (count - length))))].map((from) => ({
        start: starts[from] ?? 0,
        end: ends[from + length - 1] ?? 0,
      })),
    );
}
