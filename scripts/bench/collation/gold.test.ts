import { expect, test } from 'vitest';
import { GAP, passagesOf } from './gold.ts';
import { applyEdits, type Edit, foreignText, joinMapped, wholeCopy } from './mapped-text.ts';

const source = '“We went there by night,” he said. Nobody saw us come or go at all.';
const copyWith = (...edits: readonly Edit[]) => applyEdits(wholeCopy(source), edits);
const put = (at: number, text: string): Edit => ({ start: at, end: at, text, kind: 'put' });
const texts = (copy: ReturnType<typeof copyWith>) =>
  passagesOf(source, copy).map(({ a, b }) => [source.slice(a.start, a.end), copy.text.slice(b.start, b.end)]);

test('an untouched copy is one passage from its first word to its last', () => {
  const words = source.slice(1, -1);
  expect(texts(copyWith())).toEqual([[words, words]]);
});

test('what was put in breaks a passage only if it is long', () => {
  const at = source.indexOf('Nobody');
  expect([
    texts(copyWith(put(at, `${'x'.repeat(GAP - 2)}. `))).length,
    texts(copyWith(put(at, 'x'.repeat(GAP + 1)))),
  ]).toEqual([
    1,
    [
      ['We went there by night,” he said', 'We went there by night,” he said'],
      ['saw us come or go at all', 'saw us come or go at all'],
    ],
  ]);
});

test('a copy of fewer than five words is no passage', () => {
  const four = joinMapped([foreignText('x y '), { ...wholeCopy('We went there by'), replaced: [] }]);
  expect(passagesOf('We went there by', four)).toEqual([]);
});

test('sentences that change places are two passages', () => {
  const one = 'First we went there by night. ';
  const other = 'Then nobody saw us come or go. ';
  const whole = wholeCopy(one + other);
  const copy = joinMapped([
    { ...whole, text: other, origins: whole.origins.slice(one.length) },
    { ...whole, text: one, origins: whole.origins.slice(0, one.length) },
  ]);
  expect(passagesOf(one + other, copy).map(({ a }) => a.start)).toEqual([one.length, 0]);
});
