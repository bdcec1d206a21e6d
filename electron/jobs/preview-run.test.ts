import { describe, expect, it } from 'vitest';
import type { AheadLine } from '#electron/exchange/read-ahead/message.ts';
import type { PreviewedArticle, PreviewStatus } from '#shared/contract/import-preview.ts';
import { questionLimit, rowLimit, runPreview } from './preview-run.ts';

const lineOf = (file: number, share = 1): AheadLine => ({
  file,
  entry: 0,
  line: { line: 0, share, article: { ok: false, error: { type: 'ArticleEmpty', file: 'a.txt' } } },
});

const rowOf = (status: PreviewStatus, more: Partial<PreviewedArticle> = {}): PreviewedArticle => ({
  file: 0,
  inside: '',
  line: 0,
  name: 'a',
  title: '',
  kind: 'txt',
  length: 10,
  encoding: 'utf-8',
  source: '',
  author: '',
  date: '',
  url: '',
  status,
  sentence: '',
  notes: [],
  encodings: [],
  columns: null,
  ...more,
});

async function preview(rows: readonly PreviewedArticle[], cancelAt = Infinity) {
  const shares: number[] = [];
  let seen = 0;
  const answer = await runPreview({
    lines: rows.map((_, at) => lineOf(at)),
    files: rows.length,
    look: () => rows[(seen += 1) - 1] ?? rowOf('new'),
    isCancelled: () => seen >= cancelAt,
    report: ({ share }) => shares.push(share),
  });
  return { ...answer, shares };
}

describe('the preview of an import', () => {
  it('counts what would come in, what is there and what is refused, and how much text that is', async () => {
    const { totals, length, ending, shares } = await preview([
      rowOf('new'),
      rowOf('changed', { length: 5 }),
      rowOf('there'),
      rowOf('refused'),
    ]);
    expect({ totals, length, ending }).toEqual({
      totals: { new: 1, changed: 1, there: 1, refused: 1 },
      length: 15,
      ending: 'complete',
    });
    expect(shares).toEqual([0.25, 0.5, 0.75, 1]);
  });

  it('keeps the first rows, and of the others those that ask something, up to a number', async () => {
    const many = Array.from({ length: rowLimit + 400 }, (_, at) =>
      rowOf('refused', at % 2 === 0 ? { name: `${at}` } : { name: `${at}`, columns: { names: ['a'], rows: [] } }),
    );
    const { rows, totals } = await preview(many);
    expect(rows).toHaveLength(rowLimit + questionLimit);
    expect(rows.slice(0, rowLimit)).toEqual(many.slice(0, rowLimit));
    expect(rows.slice(rowLimit).every(({ columns }) => columns !== null)).toBe(true);
    expect(totals.refused).toBe(many.length);
  });

  it('that is cancelled says what it has seen', async () => {
    const { totals, ending } = await preview(
      Array.from({ length: 10 }, () => rowOf('new')),
      3,
    );
    expect([totals.new, ending]).toEqual([3, 'cancelled']);
  });
});
