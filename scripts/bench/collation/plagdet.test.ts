import { expect, test } from 'vitest';
import type { PassagePair } from './gold.ts';
import { foundShare, macroPlagdet, microPlagdet } from './plagdet.ts';

const passage = (a: readonly [number, number], b: readonly [number, number]): PassagePair => ({
  a: { start: a[0], end: a[1] },
  b: { start: b[0], end: b[1] },
});

test('what is found as it stands is perfect', () => {
  const one = passage([10, 30], [110, 130]);
  const perfect = { precision: 1, recall: 1, granularity: 1, plagdet: 1 };
  const pairs = [{ cases: [one], detections: [one] }];
  expect([macroPlagdet(pairs), microPlagdet(pairs)]).toEqual([perfect, perfect]);
});

test('half of a case found twice over: recall a half, two detections a case', () => {
  // Case of 20 + 20 characters; two detections of 5 + 5 each: 20 of 40 found, all of it right, granularity 2.
  const pairs = [
    {
      cases: [passage([0, 20], [100, 120])],
      detections: [passage([0, 5], [100, 105]), passage([10, 15], [110, 115])],
    },
  ];
  const f1 = (2 * 1 * 0.5) / 1.5;
  const expected = { precision: 1, recall: 0.5, granularity: 2, plagdet: f1 / Math.log2(3) };
  expect([macroPlagdet(pairs), microPlagdet(pairs)]).toEqual([expected, expected]);
});

test('macro counts every case alike, micro every character', () => {
  // A case of 10 + 10 found, one of 90 + 90 missed: macro recall 1/2, micro 20/200.
  const short = passage([0, 10], [0, 10]);
  const pairs = [{ cases: [short, passage([100, 190], [100, 190])], detections: [short] }];
  expect([macroPlagdet(pairs).recall, microPlagdet(pairs).recall]).toEqual([0.5, 0.1]);
});

test('a detection that meets a case on one side only has found nothing of it', () => {
  const pairs = [{ cases: [passage([0, 10], [0, 10])], detections: [passage([0, 10], [50, 60])] }];
  expect(macroPlagdet(pairs)).toEqual({ precision: 0, recall: 0, granularity: 1, plagdet: 0 });
});

test('a detection in an unrelated pair costs precision', () => {
  const one = passage([0, 10], [0, 10]);
  const pairs = [
    { cases: [one], detections: [one] },
    { cases: [], detections: [passage([5, 9], [5, 9])] },
  ];
  expect([macroPlagdet(pairs).precision, microPlagdet(pairs).precision]).toEqual([0.5, 20 / 28]);
});

test('characters found by two detections count once', () => {
  const one = passage([0, 10], [0, 10]);
  expect(foundShare(one, [passage([0, 6], [0, 6]), passage([4, 8], [4, 8])])).toBe(0.8);
});
