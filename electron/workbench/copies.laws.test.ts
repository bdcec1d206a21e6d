/** What a tag finds, for texts that copy one another in every way: the index against reading every pair of words. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { copiesOf, copyLines, articlesOf, oracleOf, sampleSpans } from './testing/copies.ts';
import { projectWith, valueOf } from './testing/five-articles.ts';
import { relatedTexts } from './testing/related-texts.ts';
import type { Workbench } from './workbench.ts';

/** Imports in three acts; the second is undone. */
function projectAfterUndo(texts: readonly string[], guests: readonly string[], order: readonly number[]): Workbench {
  const articles = articlesOf(texts)
    .map((article, at) => ({ article, rank: order[at % Math.max(1, order.length)] ?? 0 }))
    .toSorted((one, other) => one.rank - other.rank)
    .map(({ article }) => article);
  const half = Math.floor(articles.length / 2);
  const workbench = projectWith(articles.slice(0, half));
  valueOf(workbench.importDocuments(articlesOf(guests, 'guest ')));
  valueOf(workbench.call('history.undo', {}));
  valueOf(workbench.importDocuments(articles.slice(half)));
  return workbench;
}

/** `LAW_RUNS=2000` for whoever has changed copy finding. */
const numRuns = Number(process.env['LAW_RUNS'] ?? 30);

describe('tagging by the index', () => {
  test('does what reading every pair of words does, whatever the order of import and after removals', () => {
    fc.assert(
      fc.property(relatedTexts(7), relatedTexts(3), fc.array(fc.nat(100)), (texts, guests, order) => {
        const workbench = projectAfterUndo(texts, guests, order);
        const oracle = oracleOf(workbench);
        for (const { id } of workbench.documents()) {
          for (const span of sampleSpans(workbench.text(id))) {
            expect(copiesOf(workbench, id, span)).toEqual(copyLines(oracle.copiesOf(id, span)));
          }
        }
        workbench.close();
      }),
      { numRuns },
    );
  });

  test('finds in a document that comes later what it would have found had it been there, from one word on', () => {
    fc.assert(
      fc.property(
        relatedTexts(5),
        relatedTexts(3),
        fc.nat(1000),
        fc.integer({ min: 1, max: 30 }),
        (texts, later, pick, length) => {
          // Guests are of another family; one text of the first family comes late as well.
          const [late = '', ...early] = texts;
          const workbench = projectWith(articlesOf(early));
          const documents = workbench.documents();
          const own = documents[pick % documents.length];
          if (own === undefined) return;
          const text = workbench.text(own.id);
          const [span] = sampleSpans(text, [length]).toSorted(
            (one, other) => (pick % 2 === 0 ? 1 : -1) * (one.start - other.start),
          );
          if (span === undefined) return;
          const quote = text.slice(span.start, span.end);
          valueOf(workbench.call('annotation.tag', { document: own.id, span, quote, label: 'claim' }));
          valueOf(workbench.importDocuments([...articlesOf([late], 'late '), ...articlesOf(later, 'guest ')]));
          const line = ({
            document,
            start,
            end,
            status,
            coverage,
          }: {
            document: string;
            start: number;
            end: number;
            status: string;
            coverage: number;
          }): string => `${document} [${start},${end}) ${status} ${coverage.toFixed(3)}`;
          const found = workbench
            .annotations()[0]
            ?.occurrences.map((occurrence) => line(occurrence))
            .toSorted();
          const anew = valueOf(workbench.call('copies.find', { document: own.id, span })).occurrences;
          expect(found).toEqual(anew.map((occurrence) => line(occurrence)).toSorted());
          workbench.close();
        },
      ),
      { numRuns: 2 * numRuns },
    );
  });

  test('finds all copies of a story that has hundreds, from a short quotation of it in a new document', () => {
    const story = Array.from({ length: 120 }, (_, at) => `story${at}`);
    const workbench = projectWith(
      Array.from({ length: 300 }, (_, at) => [`paper${at}`, ...story, `end${at}`].join(' ')).flatMap((text, at) =>
        articlesOf([text], `${at} `),
      ),
    );
    const quote = story.slice(50, 62).join(' ');
    const [quoting] = valueOf(workbench.importDocuments(articlesOf([`He said “${quote}” and left.`], 'quoting ')));
    const document = quoting?.documentId ?? '';
    const start = workbench.text(document).indexOf(quote);
    const span = { start, end: start + quote.length };
    const { occurrences } = valueOf(workbench.call('annotation.tag', { document, span, quote, label: 'claim' }));
    expect([occurrences.length, new Set(occurrences.map(({ status }) => status))]).toEqual([301, new Set(['exact'])]);
    workbench.close();
  });
});
