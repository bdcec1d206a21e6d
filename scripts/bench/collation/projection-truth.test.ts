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

test('of a word set twice right inside the end, either is right', () => {
  expect(right('we went there by night', put('night', 'night '))).toEqual([
    ['we went there by night night', 'we went there by night'],
  ]);
});

test('a copy may begin right after the next copied word outside, however long the wording put for its first is', () => {
  const long = 'in the broad light of the longest day that anybody there could remember';
  const copy = applyEdits(wholeCopy(source), [put(' “we', ' today'), replace('we went', long)]);
  const truth = projectionTruth(source, copy, at('we went there by night,” he said. Nobody'));
  if (truth === undefined) throw new Error('the span stands there');
  const end = copy.text.indexOf('Nobody') + 'Nobody'.length;
  const startsAt = (words: string): boolean => isExactProjection(truth, [{ start: copy.text.indexOf(words), end }]);
  expect([startsAt('today “in'), startsAt('in the broad'), startsAt('light of')]).toEqual([true, true, false]);
});

test('half of the words is asked of the span, not of the piece that a long rewriting leaves', () => {
  const old = 'due to a lack of members and a failed plan they have closed';
  const kept = 'the state exchange altogether and will be moving to the federal system this very year';
  const text = `Then now ${old} ${kept}.`;
  const edit: Edit = {
    start: text.indexOf(old),
    end: text.indexOf(old) + old.length,
    text: 'remarks certainly Obama about allow time writing values cares constant stoked half',
    kind: 'replace',
  };
  const copy = applyEdits(wholeCopy(text), [edit]);
  const truthOf = (end: string): ReturnType<typeof projectionTruth> =>
    projectionTruth(text, copy, { start: text.indexOf('now'), end: text.indexOf(end) + end.length });
  const short = truthOf('to the federal system this');
  const end = copy.text.indexOf('system this') + 'system this'.length;
  if (short === undefined) throw new Error('the span stands there');
  expect([
    isExactProjection(short, [{ start: copy.text.indexOf('the state'), end }]),
    isExactProjection(short, [{ start: copy.text.indexOf('now'), end }]),
    truthOf('the federal'),
  ]).toEqual([true, true, undefined]);
});

test('a sentence that was moved into the span is put in there like any other', () => {
  const [one, two, three] = [
    'We went there by night and nobody saw us come. ',
    'It was dark. ',
    'All of them had gone to sleep before we went in. ',
  ];
  const text = one + two + three;
  const whole = wholeCopy(text);
  const turned = joinMapped([
    sliceMapped(whole, 0, one.length - 5),
    sliceMapped(whole, one.length, one.length + two.length),
    sliceMapped(whole, one.length - 5, one.length),
    sliceMapped(whole, one.length + two.length, text.length),
  ]);
  const truth = projectionTruth(text, turned, { start: 0, end: text.length - 2 });
  if (truth === undefined) throw new Error('the span stands there');
  expect(isExactProjection(truth, [{ start: 0, end: text.length - 2 }])).toBe(true);
});

test('each line put in may be told as a break by itself', () => {
  const text =
    'We went there by night and all was quiet.\n\nNobody saw us come or go at all.\n\nThen we all went home again.';
  const [second, third] = [text.indexOf('Nobody'), text.indexOf('Then')];
  const [long, short] = ['What you need to know about it this morning\n\n', 'Advertisement\n\n'];
  const copy = applyEdits(wholeCopy(text), [
    { start: second, end: second, text: long, kind: 'put' },
    { start: third, end: third, text: short, kind: 'put' },
  ]);
  const truth = projectionTruth(text, copy, { start: 0, end: text.length - 1 });
  if (truth === undefined) throw new Error('the span stands there');
  const end = copy.text.length - 1;
  expect(
    isExactProjection(truth, [
      { start: 0, end: second - 2 },
      { start: second + long.length, end },
    ]),
  ).toBe(true);
});

test('signs that stand as entities are no words, and the copy is intact with them', () => {
  const copy = applyEdits(wholeCopy(source), [
    { ...at('“'), text: '&ldquo;', kind: 'retype' },
    { ...at('”'), text: '&rdquo;', kind: 'retype' },
  ]);
  const truth = projectionTruth(source, copy, at('“we went there by night,”'));
  const range = truth?.readings[0]?.[0];
  expect([truth?.isIntact, [...(range?.starts ?? [])], [...(range?.ends ?? [])]]).toEqual([
    true,
    [copy.text.indexOf('&ldquo;')],
    [copy.text.indexOf('&rdquo;') + '&rdquo;'.length],
  ]);
});

test('a word that was replaced by itself counts as copied', () => {
  const rest = 'night,” he said. Nobody saw us come or';
  const written = replace('went there by', 'went broad');
  expect(right(`there by ${rest}`, written)).toEqual([[`broad ${rest}`]]);
  expect(right(`went there by ${rest}`, written)).toEqual([[`went broad ${rest}`]]);
});

test('a short sentence put in is no break, and neither side of it may be left out', () => {
  const text = 'We went there by night to succeed. Her plans were borrowed from four others at least.';
  const moved = 'It is too hard today, she said. ';
  const at = text.indexOf('Her');
  const copy = applyEdits(wholeCopy(text), [{ start: at, end: at, text: moved, kind: 'put' }]);
  const truth = projectionTruth(text, copy, { start: text.indexOf('to succeed'), end: text.length - 1 });
  if (truth === undefined) throw new Error('the span stands there');
  const end = copy.text.length - 1;
  const startsAt = (words: string): boolean => isExactProjection(truth, [{ start: copy.text.indexOf(words), end }]);
  expect([startsAt('to succeed'), startsAt('Her plans'), startsAt('It is')]).toEqual([true, false, false]);
});

test('where an end was copied, the same words behind another are not the end', () => {
  const text =
    'Slates matter in this state, he said. “You want to have delegates,” he said. “You want to go back home.”';
  const gone = 'You want to have delegates,” he said. “';
  const start = text.indexOf(gone);
  const copy = applyEdits(wholeCopy(text), [{ start, end: start + gone.length, text: '', kind: 'put' }]);
  const truth = projectionTruth(text, copy, { start: 0, end: text.lastIndexOf('You') + 'You'.length });
  if (truth === undefined) throw new Error('the span stands there');
  const endsWith = (words: string): boolean =>
    isExactProjection(truth, [{ start: 0, end: copy.text.indexOf(words) + words.length }]);
  expect([endsWith('“You'), endsWith('“You want'), endsWith('“You want to')]).toEqual([true, false, false]);
});
