import { describe, expect, it } from 'vitest';
import type { ReadItem } from '#electron/exchange/set/read-document.ts';
import type { AnnotationImport, AnnotationImportSummary } from '#electron/workbench/annotations-import/import.ts';
import { err, ok } from '#shared/text/result.ts';
import { runAnnotations, type AnnotationsRun } from './annotations-run.ts';

/** `count` documents with `spans` spans each, after a codebook. */
async function* items(count: number, spans: number): AsyncGenerator<ReadItem> {
  yield { type: 'labels', labels: [] };
  for (let number = 0; number < count; number += 1) {
    const span = { label: 'claim', where: 'there' };
    const document = { where: `line ${number}`, text: 'A text.', spans: Array.from({ length: spans }, () => span) };
    yield { type: 'document', document } as unknown as ReadItem;
  }
}

/** An import that notes how many items each part has, and takes as long as it is told. */
function importOf(milliseconds: number) {
  const parts: number[] = [];
  let clock = 0;
  let isEnded = false;
  const summary = { annotations: 1 } as AnnotationImportSummary;
  const taking: AnnotationImport = {
    take: (part) => {
      parts.push(part.length);
      clock += milliseconds;
      return ok(null);
    },
    end: () => {
      isEnded = true;
      return ok(summary);
    },
    summary: () => summary,
  };
  const transactions: string[] = [];
  const run = (overrides: Partial<AnnotationsRun> = {}) =>
    runAnnotations({
      items: items(1000, 10),
      taking,
      write: (transaction) => {
        transactions.push('begin');
        const done = transaction();
        transactions.push('end');
        return done;
      },
      isCancelled: () => false,
      report: () => undefined,
      now: () => clock,
      ...overrides,
    });
  return { run, parts, transactions, taking, isEnded: () => isEnded };
}

const most = (parts: readonly number[]): number => Math.max(...parts);

describe('bringing annotations in', () => {
  it('takes every item, in order, in transactions of the job’s turn', async () => {
    const { run, parts, transactions, isEnded } = importOf(1);
    const done = await run();
    expect(done).toMatchObject({ ok: true, value: { isCancelled: false, summary: { annotations: 1 } } });
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(1001);
    expect(transactions).toHaveLength(2 * (parts.length + 1));
    expect(isEnded()).toBe(true);
  });

  it('writes little at a time where writing is slow, and more where it is quick', async () => {
    const [quick, slow] = [importOf(0.01), importOf(200)];
    await quick.run();
    await slow.run();
    expect([most(quick.parts) > 50, most(slow.parts) <= 10]).toEqual([true, true]);
  });

  it('tells how many documents have been dealt with', async () => {
    const told: number[] = [];
    await importOf(1).run({ report: (documents) => void told.push(documents) });
    expect([told.at(-1), told.every((documents, at) => documents >= (told[at - 1] ?? 0))]).toEqual([1000, true]);
  });

  it('that is cancelled stops between two parts, and what was taken is settled', async () => {
    const { run, parts, isEnded } = importOf(1);
    const done = await run({ isCancelled: () => parts.length >= 2 });
    expect(done).toMatchObject({ ok: true, value: { isCancelled: true } });
    expect([parts.length, isEnded()]).toEqual([2, true]);
  });

  it('stops at a failure, and says which', async () => {
    const { run, taking } = importOf(1);
    const full = err({ type: 'DiskFull', message: 'The disk is full.' });
    expect(await run({ taking: { ...taking, take: () => full } })).toEqual(full);
  });
});
