import { expect, test } from 'vitest';
import { percent, share, tableLines, verdictOf } from './table.ts';

test('the table is aligned', () => {
  const row = { metric: 'plagdet', peer: 'x .5', must: '.97', aim: '.99', ours: '.98', verdict: 'must held' };
  expect(tableLines([row])).toEqual([
    '| metric  | peer in this run | must | aim | ours | ratio / verdict |',
    '|---------|------------------|------|-----|------|-----------------|',
    '| plagdet | x .5             | .97  | .99 | .98  | must held       |',
  ]);
});

test('a goal is held at its very value, from either side', () => {
  const more = { must: 0.97, aim: 0.99, better: 'more' } as const;
  const less = { must: 2, aim: 0.5, better: 'less' } as const;
  expect([0.99, 0.97, 0.96].map((value) => verdictOf(value, more))).toEqual(['aim held', 'must held', 'MISSED']);
  expect([0.5, 2, 2.1].map((value) => verdictOf(value, less))).toEqual(['aim held', 'must held', 'MISSED']);
  const wished = { must: null, aim: 0.99, better: 'more' } as const;
  expect([0.99, 0.98].map((value) => verdictOf(value, wished))).toEqual(['aim held', 'aim not reached']);
});

test('figures are written as papers write them', () => {
  expect([share(0.97), share(1), share(Number.NaN), percent(1, 8)]).toEqual(['.970', '1.000', 'none', '12.50 %']);
});
