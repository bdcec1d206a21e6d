import { expect, test } from 'vitest';
import { applyEdits, type Edit, foreignText, joinMapped, sliceMapped, wholeCopy } from './mapped-text.ts';
import { isExactProjection, projectionTruth } from './projection-truth.ts';

const source = 'Early today “we went there by night,” he said. Nobody saw us come or go at all.';
const at = (words: string, from = source) => ({ start: from.indexOf(words), end: from.indexOf(words) + words.length });
const cut = (words: string): Edit => ({ ...at(words), text: '', kind: 'put' });
const put = (before: string, text: string): Edit => ({ ...at(before), end: at(before).start, text, kind: 'put' });
const replace = (words: string, text: string): Edit => ({ ...at(words), text, kind: 'replace' });

/** The wordings that are right for each range of a span's copy, by the strictest reading. */
function right(span: string, ...edits: readonly Edit[]): readonly (readonly string[])[] | undefined {
  const copy = applyEdits(wholeCopy(source), edits);
  return projectionTruth(source, copy, at(span))?.readings[0]?.map(({ starts, ends }) =>
    [...starts].flatMap((start) => [...ends].map((end) => copy.text.slice(start, end))),
  );
}

test('an untouched copy is where the letters are', () => {
  expect(right('we went there by night,” he')).toEqual([['we went there by night,” he']]);
});

test('words put in outside the ends stay outside, inside they stay inside', () => {
  expect(right('went there by night,” he', put('went', 'all '), put('by', 'only '), put('said', 'then '))).toEqual([
    ['went there only by night,” he'],
  ]);
});

test('a replaced word at the end is taken in with what was put for it', () => {
  expect(right('we went there by night', replace('night', 'broad daylight'))).toBeUndefined();
  expect(right('today “we went there by night', replace('night', 'broad daylight'))).toEqual([
    ['today “we went there by broad daylight'],
  ]);
});

test('a word cut out at the end leaves the next copied word', () => {
  expect(right('today “we went there by night', cut(' night'))).toEqual([['today “we went there by']]);
});

test('punctuation of the span is taken along', () => {
  expect(right('“we went there by night,”')).toEqual([['“we went there by night,”']]);
});

test('what was put between punctuation and word leaves both open', () => {
  expect(right('“we went there by night', put('we', '[all of] '))).toEqual([
    ['“[all of] we went there by night', 'we went there by night'],
  ]);
});

test('an inserted paragraph makes two ranges', () => {
  const advert = `${'advert '.repeat(12)}\n\n`;
  expect(right('we went there by night,” he said. Nobody saw us come or', put('Nobody', advert))).toEqual([
    ['we went there by night,” he said.', 'we went there by night,” he said'],
    ['Nobody saw us come or'],
  ]);
});

test('of a line put in, and of sentences that changed places, one range and two are right', () => {
  const withLine = applyEdits(wholeCopy(source), [put('Nobody', '\n\nRead more\n\n')]);
  const span = { start: at('we went').start, end: source.length - 1 };
  const truth = projectionTruth(source, withLine, span);
  const line = withLine.text.indexOf('\n\nRead');
  const after = withLine.text.indexOf('Nobody');
  if (truth === undefined) throw new Error('the span stands there');
  const end = withLine.text.length - 1;
  expect([
    isExactProjection(truth, [{ start: span.start, end }]),
    isExactProjection(truth, [
      { start: span.start, end: line - 1 },
      { start: after, end },
    ]),
    isExactProjection(truth, [{ start: after, end }]),
  ]).toEqual([true, true, false]);
});

test('where the order turned, the lesser part is an occurrence of its own and may be left', () => {
  const long = 'We went there by night and nobody saw us come or go. ';
  const short = 'That is what he said to her. ';
  const whole = wholeCopy(long + short);
  const turned = joinMapped([
    sliceMapped(whole, long.length, long.length + short.length),
    foreignText('Then there was silence. '),
    sliceMapped(whole, 0, long.length),
  ]);
  const truth = projectionTruth(long + short, turned, { start: 0, end: long.length + short.length - 2 });
  if (truth === undefined) throw new Error('the span stands there');
  const main = { start: turned.text.indexOf('We'), end: turned.text.length - 2 };
  expect([
    isExactProjection(truth, [main]),
    isExactProjection(truth, [{ start: 0, end: short.length - 2 }, main]),
    isExactProjection(truth, [{ start: 0, end: short.length - 2 }]),
    isExactProjection(truth, [{ start: 0, end: main.end }]),
  ]).toEqual([true, true, false, false]);
});

test('no range ends inside a word of the copy', () => {
  expect(
    right('today “we went there by', { ...at(' night'), end: at(' night').start + 1, text: '', kind: 'put' }),
  ).toEqual([['today “we went there bynight']]);
});

test('a word set twice counts from either', () => {
  expect(right('we went there by night', put('we', 'we '))).toEqual([
    ['we went there by night', 'we we went there by night'],
  ]);
});

test('a span of which less than half is left has no place', () => {
  expect(
    right('we went there by night,” he said. Nobody', cut('night,” he said. Nobody '), cut('by ')),
  ).toBeUndefined();
});

test('what is found must have both offsets, and nothing else may lie over it', () => {
  const copy = wholeCopy(source);
  const span = at('we went there by night');
  const truth = projectionTruth(source, copy, span);
  if (truth === undefined) throw new Error('the span stands there');
  expect([
    truth.isIntact,
    isExactProjection(truth, [span]),
    isExactProjection(truth, [{ ...span, end: span.end + 1 }]),
    isExactProjection(truth, [span, { start: span.start + 1, end: span.end }]),
    isExactProjection(truth, [span, { start: 0, end: 5 }]),
  ]).toEqual([true, true, false, false, true]);
});
