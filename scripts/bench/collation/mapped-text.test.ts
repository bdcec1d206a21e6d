import { expect, test } from 'vitest';
import {
  applyEdits,
  foreignText,
  joinMapped,
  type MappedText,
  sliceMapped,
  sourceSpan,
  wholeCopy,
} from './mapped-text.ts';

const shown = (copy: MappedText): readonly [string, readonly number[]] => [copy.text, [...copy.origins]];

test('what is put in stands for nothing, what is retyped keeps its place, what is replaced knows for what', () => {
  const copy = applyEdits(wholeCopy('ab — cd'), [
    { start: 0, end: 0, text: 'X', kind: 'put' },
    { start: 2, end: 5, text: '--', kind: 'retype' },
    { start: 5, end: 7, text: 'YYY', kind: 'replace' },
  ]);
  expect([shown(copy), copy.replaced]).toEqual([['Xab--YYY', [-1, 0, 1, 2, 3, -2, -2, -2]], [{ start: 5, end: 7 }]]);
});

test('edits of edits keep the map', () => {
  const once = applyEdits(wholeCopy('abcdef'), [{ start: 1, end: 3, text: 'Z', kind: 'replace' }]);
  const twice = applyEdits(once, [{ start: 1, end: 4, text: 'QQ', kind: 'replace' }]);
  expect([shown(twice), sourceSpan(twice, { start: 1, end: 3 })]).toEqual([
    ['aQQf', [0, -3, -3, 5]],
    { start: 1, end: 5 },
  ]);
});

test('parts change places with their origins', () => {
  const source = wholeCopy('one two');
  const swapped = joinMapped([sliceMapped(source, 4, 7), foreignText('-'), sliceMapped(source, 0, 3)]);
  expect(shown(swapped)).toEqual(['two-one', [4, 5, 6, -1, 0, 1, 2]]);
});
