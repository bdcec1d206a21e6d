import { expect, test } from 'vitest';
import { percentilesOf } from './percentiles.ts';

test('percentiles are samples that occurred, by nearest rank', () => {
  const samples = Array.from({ length: 100 }, (_, index) => 100 - index);
  expect([percentilesOf(samples), percentilesOf([7])]).toEqual([
    { p50: 50, p95: 95, p99: 99, max: 100 },
    { p50: 7, p95: 7, p99: 7, max: 7 },
  ]);
});
