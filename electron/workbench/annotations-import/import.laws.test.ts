/** The laws of importing, for random sets: on documents of the project, on copies of them, and on others. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ReadItem, ReadSpan } from '#electron/exchange/set/read-document.ts';
import { documentItem, spanAt } from '#electron/exchange/testing/read-document.ts';
import { splitsPair } from '#shared/text/surrogate.ts';
import { importItems } from '../testing/annotations-import.ts';
import { projectWith, valueOf } from '../testing/five-articles.ts';
import { doAct, randomActs, randomDocuments, visible } from '../testing/random-acts.ts';
import { recount } from '../testing/recount.ts';
import type { Workbench } from '../workbench.ts';

const runs = { numRuns: 25 };

const span = (text: string): fc.Arbitrary<ReadSpan> => {
  const borders = [...text.matchAll(/\b/gu)].map(({ index }) => index).filter((at) => !splitsPair(text, at));
  const border = fc.nat(borders.length - 1).map((at) => borders[at] ?? 0);
  return fc
    .record({
      from: border,
      to: border,
      shift: fc.constantFrom(0, 0, 0, 0, 1, 500),
      isQuoted: fc.boolean(),
      isBroken: fc.boolean(),
      annotation: fc.constantFrom('', '', 'k1', 'k2', 'k3', '0197a0c0-0000-7000-8000-00000000000a'),
      label: fc.constantFrom('claim', 'rebuttal', 'GPE Loc', 'ادعاء'),
      annotator: fc.constantFrom('', 'Ann', 'Ben', ' '),
      status: fc.constantFrom('exact', 'exact', 'edited', 'differs', 'partial', 'detached'),
      own: fc.boolean(),
      reason: fc.constantFrom('', 'so'),
      note: fc.constantFrom('', 'a note'),
    } as const)
    .map(({ from, to, shift, isQuoted, isBroken, ...said }) => {
      const [first, last] = [Math.min(from, to), Math.max(from, to)];
      const units = (offset: number): number => Array.from(text.slice(0, offset)).length + shift;
      const middle = borders.find((at) => at > first && at < last);
      const after = borders.find((at) => middle !== undefined && at > middle && at < last);
      const whole = { start: units(first), end: units(last) };
      if (!isBroken || middle === undefined || after === undefined)
        return spanAt(whole.start, whole.end, { ...said, quote: isQuoted ? text.slice(first, last) : null });
      const ranges = [
        { start: whole.start, end: units(middle) },
        { start: units(after), end: whole.end },
      ];
      return spanAt(whole.start, whole.end, { ...said, ranges });
    });
};

/** Of the random documents some are in the project; a changed one never is. */
const item: fc.Arbitrary<ReadItem> = fc
  .tuple(fc.constantFrom(...randomDocuments), fc.constantFrom('text', 'name', 'changed'))
  .chain(([{ name, text }, by]) => {
    const written = by === 'changed' ? `Changed. ${text}` : text;
    return fc
      .array(span(written), { maxLength: 5 })
      .map((spans) => documentItem(by === 'name' ? null : written, spans, { name }));
  });

const imported = fc
  .record({
    acts: randomActs,
    items: fc.array(item, { maxLength: 5 }),
    partSize: fc.constantFrom(1, 2, Infinity),
    options: fc.record({ newDocuments: fc.boolean(), repairs: fc.boolean() }),
  })
  // What has but a name may be of a document that comes in later, or that would have come in.
  .map(({ items, options, ...rest }) => ({
    ...rest,
    options,
    items: options.newDocuments ? items.filter(hasText) : items,
  }));

function hasText(item: ReadItem): boolean {
  return item.type === 'document' && item.document.text !== null;
}

function before(acts: Parameters<typeof doAct>[1][]): Workbench {
  const workbench = projectWith(randomDocuments.slice(0, 3));
  for (const act of acts) doAct(workbench, act);
  return workbench;
}

function countLines(workbench: Workbench): readonly string[] {
  const { labels, documents } = workbench.counts();
  return [{ document: '', labels }, ...documents]
    .flatMap(({ document, labels: lines }) =>
      lines
        .filter(({ passages, occurrences, pending }) => passages + occurrences + pending > 0)
        .map(
          ({ label, passages, occurrences, pending }) => `${label} ${document} ${passages}·${occurrences}·${pending}`,
        ),
    )
    .toSorted();
}

describe('after the import of any set', () => {
  test('counts are those of a naive recount of the log, and a replay makes the very same tables', () => {
    fc.assert(
      fc.property(imported, ({ acts, items, partSize, options }) => {
        const workbench = before([...acts]);
        importItems(workbench, items, options, partSize);
        expect(countLines(workbench)).toEqual(recount(workbench.log(), workbench.text));
        expect(workbench.rebuild().differed).toEqual([]);
        workbench.close();
      }),
      runs,
    );
  });

  test('one undo takes all of it back, and one redo brings all of it again', () => {
    fc.assert(
      fc.property(imported, ({ acts, items, partSize, options }) => {
        const workbench = before([...acts]);
        const state = visible(workbench);
        const length = workbench.log().length;
        importItems(workbench, items, options, partSize);
        if (workbench.log().length === length) return;
        const done = visible(workbench);
        valueOf(workbench.call('history.undo', {}));
        expect(visible(workbench)).toBe(state);
        valueOf(workbench.call('history.redo', {}));
        expect(visible(workbench)).toBe(done);
        workbench.close();
      }),
      runs,
    );
  });

  test('every span is proved, repaired or refused, and a dry run has written nothing and foretold which', () => {
    fc.assert(
      fc.property(imported, ({ acts, items, partSize, options }) => {
        const workbench = before([...acts]);
        const length = workbench.log().length;
        const state = visible(workbench);
        const foretold = importItems(workbench, items, { ...options, dryRun: true }, partSize);
        expect([workbench.log().length, visible(workbench)]).toEqual([length, state]);
        const real = importItems(workbench, items, options, partSize);
        expect([real.spans, real.newLabels]).toEqual([foretold.spans, foretold.newLabels]);
        expect(real.problems).toEqual(foretold.problems);
        const all = items.reduce((sum, one) => sum + (one.type === 'document' ? one.document.spans.length : 0), 0);
        expect(real.spans.ok + real.spans.repaired + real.spans.rejected).toBe(all);
        workbench.close();
      }),
      runs,
    );
  });

  test('the same set again makes no more annotations', () => {
    fc.assert(
      fc.property(imported, ({ acts, items, partSize, options }) => {
        const workbench = before([...acts]);
        importItems(workbench, items, options, partSize);
        const counted = workbench.annotations().length;
        importItems(workbench, items, options, partSize);
        expect(workbench.annotations().length).toBe(counted);
        workbench.close();
      }),
      runs,
    );
  });
});
