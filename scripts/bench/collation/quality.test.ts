import { expect, test } from 'vitest';
import type { GeneratedPair } from './generator.ts';
import { passagesOf } from './gold.ts';
import { wholeCopy } from './mapped-text.ts';
import { judge } from './quality.ts';

const refrain = 'we shall go home again before the winter comes to us';
const text = `First ${refrain}. Then ${refrain}.`;
const pair: GeneratedPair = {
  kind: 'republication',
  a: text,
  b: text,
  copy: wholeCopy(text),
  gold: passagesOf(text, wholeCopy(text)),
};
const first = { start: text.indexOf(refrain), end: text.indexOf(refrain) + refrain.length };
const second = { start: text.lastIndexOf(refrain), end: text.lastIndexOf(refrain) + refrain.length };

test('the wording of the source once more is neither right nor wrong, what is on the map counts', () => {
  const both = { a: first, b: second };
  const own = { a: first, b: first };
  expect(judge(pair, [both, own]).detections).toEqual([own]);
});

test('a detection off the map that is no repeat counts', () => {
  const wrong = { a: { start: 0, end: 5 }, b: second };
  expect(judge(pair, [wrong]).detections).toEqual([wrong]);
});

test('punctuation and space at the ends of a detection are nobody’s business', () => {
  const wide = { start: first.start - 1, end: first.end + 2 };
  expect(judge(pair, [{ a: wide, b: wide }]).detections).toEqual([{ a: first, b: first }]);
});
