import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ImportedDocument } from '#electron/workbench/workbench.ts';
import type { Failure } from '#shared/contract/failure.ts';
import type { NewDocument } from '#shared/domain/document.ts';
import { err, ok, type Result } from '#shared/text/result.ts';
import type { SourceArticle } from './article-source.ts';
import { type ImportProgress, runImport } from './import-run.ts';
import { sentenceLimit } from './import-summary.ts';

const origin = { file: 'a.jsonl', encoding: 'utf-8', byteOrderMark: false, lineEnds: 'none' } as const;
const document = (name: string, length = 100): NewDocument => ({ name, title: name, text: 'x'.repeat(length), origin });

/** `length` characters each; a name that begins with `-` is one that was refused. */
function articles(names: readonly string[], length?: number): readonly SourceArticle[] {
  return names.map((name, at) => ({
    share: (at + 1) / names.length,
    article: name.startsWith('-') ? err(`“${name.slice(1)}” is no article.`) : ok(document(name, length)),
    notes: [],
  }));
}

interface Trial {
  readonly articles: readonly SourceArticle[];
  /** Milliseconds a character takes to be written. */
  readonly pace?: number;
  /** Names that are in the project before. */
  readonly there?: readonly string[];
  /** Cancelled once so many documents are written. */
  readonly cancelAt?: number;
  readonly failAt?: number;
}

/** Runs an import on a project that is a list of names, with a clock that only writing moves. */
async function tryImport({
  articles: source,
  pace = 0.001,
  there = [],
  cancelAt = Infinity,
  failAt = Infinity,
}: Trial) {
  const written: string[] = [];
  const batches: { documents: number; characters: number; milliseconds: number }[] = [];
  const reports: ImportProgress[] = [];
  let now = 0;
  const write = (documents: readonly NewDocument[]): Result<readonly ImportedDocument[], Failure> => {
    if (written.length >= failAt) return err({ type: 'DiskFull', message: 'The disk is full.' });
    const characters = documents.reduce((sum, { text }) => sum + text.length, 0);
    now += characters * pace;
    batches.push({ documents: documents.length, characters, milliseconds: characters * pace });
    return ok(
      documents.map(({ name }): ImportedDocument => {
        const status = there.includes(name) ? 'already there' : 'added';
        if (status === 'added') written.push(name);
        return { document: name, documentId: name, status, reason: '' };
      }),
    );
  };
  const summary = await runImport({
    articles: source,
    write,
    passages: () => 7 + written.length * 2,
    isCancelled: () => written.length >= cancelAt,
    report: (progress) => reports.push(progress),
    now: () => now,
  });
  return { summary, written, batches, reports };
}

const names = (count: number): readonly string[] => Array.from({ length: count }, (_, at) => `a${at}`);

describe('an import', () => {
  it('brings every article in, once and in order, however it is cut into transactions', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: 400 }), fc.double({ min: 0.000_01, max: 1, noNaN: true }), async (count, pace) => {
        const { written, summary } = await tryImport({ articles: articles(names(count), 1000), pace });
        expect(written).toEqual(names(count));
        expect(summary).toMatchObject({ added: count, there: 0, refused: 0, ending: 'complete' });
      }),
      { numRuns: 40 },
    );
  });

  it('counts what was there and what was refused, and says of each what there is to say', async () => {
    const { summary } = await tryImport({ articles: articles(['a', '-b', 'c']), there: ['c'] });
    expect(summary).toEqual({
      added: 1,
      there: 1,
      refused: 1,
      refusals: ['“b” is no article.'],
      remarks: ['“c” is there already.'],
      remarked: 1,
      ending: 'complete',
    });
  });

  it('makes its transactions as long as fits, whether the machine is slow or fast', async () => {
    for (const pace of [0.0005, 0.001, 0.005]) {
      const { batches } = await tryImport({ articles: articles(names(3000), 1000), pace });
      const settled = batches.slice(5, -1).map(({ milliseconds }) => milliseconds);
      expect(Math.max(...settled)).toBeLessThan(70);
      expect(Math.min(...settled)).toBeGreaterThan(35);
    }
  });

  it('writes one document at a time where one takes too long already', async () => {
    const { batches } = await tryImport({ articles: articles(names(20), 10_000), pace: 0.1 });
    expect(batches.slice(1).map(({ documents }) => documents)).toEqual(batches.slice(1).map(() => 1));
  });

  it('never writes more than 200 documents at once, however short they are', async () => {
    const { batches } = await tryImport({ articles: articles(names(2000), 3), pace: 0 });
    expect(Math.max(...batches.map(({ documents }) => documents))).toBe(200);
  });

  it('that is cancelled brings in nothing more', async () => {
    const { written, summary } = await tryImport({ articles: articles(names(500), 10_000), cancelAt: 30 });
    expect(summary).toMatchObject({ added: written.length, ending: 'cancelled' });
    expect(written.length).toBeGreaterThanOrEqual(30);
    expect(written.length).toBeLessThan(60);
  });

  it('that fails says why, and how far it came', async () => {
    const { summary, written } = await tryImport({ articles: articles(names(500), 10_000), failAt: 20 });
    expect(summary).toMatchObject({ added: written.length, ending: { type: 'DiskFull' } });
  });

  it('tells what is on disk five times a second, and at the end', async () => {
    const { reports } = await tryImport({ articles: articles(names(2000), 1000), pace: 0.002 });
    expect(reports.length).toBeLessThan(4000 / 200 + 4);
    expect(reports[0]).toMatchObject({ added: 0, share: 0, passages: 0, secondsLeft: null });
    expect(reports.at(-1)).toMatchObject({ added: 2000, share: 1, passages: 4000, secondsLeft: 0 });
    const middle = reports[Math.floor(reports.length / 2)];
    expect(middle?.secondsLeft).toBe(2);
  });

  it('keeps some of the sentences and the number of all', async () => {
    const { summary } = await tryImport({ articles: articles(names(sentenceLimit + 50).map((name) => `-${name}`)) });
    expect(summary.refused).toBe(sentenceLimit + 50);
    expect(summary.refusals).toHaveLength(sentenceLimit);
  });
});
