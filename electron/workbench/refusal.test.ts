/** What is refused is named, and changes nothing. */
import { describe, expect, test } from 'vitest';
import { articleOf, fiveArticles, projectWith } from './testing/five-articles.ts';
import { idOf, refusalOf } from './testing/names.ts';

describe('refusals name the thing and change nothing', () => {
  const cases: readonly (readonly [string, object, RegExp])[] = [
    [
      'outside the text',
      { span: { start: 0, end: 99_999 }, quote: 'x' },
      /^SpanOutsideText: The span \[0, 99999\) lies outside the text, which has 2008/u,
    ],
    ['reversed', { span: { start: 20, end: 10 }, quote: 'x' }, /^SpanReversed: The span \[20, 10\)/u],
    ['empty', { span: { start: 20, end: 20 }, quote: 'x' }, /^SpanEmpty: The span \[20, 20\)/u],
    [
      'another quote',
      { span: { start: 0, end: 7 }, quote: 'Abandon' },
      /^QuoteMismatch: The text of “000_1f2ab917020fb0bb.txt” there is “Support”, not “Abandon”/u,
    ],
    ['no word', { span: { start: 25, end: 27 }, quote: '\n\n' }, /^BlankSpan: The span in “000/u],
    [
      'an unknown label',
      { span: { start: 0, end: 7 }, quote: 'Support', label: 'hearsay' },
      /^UnknownLabel: No label is called “hearsay”\. The codebook has claim, rebuttal, editorial-insertion\.$/u,
    ],
    [
      'an unknown document',
      { document: 'nowhere', span: { start: 0, end: 7 }, quote: 'Support' },
      /^UnknownDocument: No document is called “nowhere”/u,
    ],
    [
      'a note with half a character',
      { span: { start: 0, end: 7 }, quote: 'Support', note: '\ud83d' },
      /^BadText: The note holds a broken character/u,
    ],
    ['input out of shape', { span: { start: -1, end: 7 }, quote: 'Support' }, /^BadInput: annotation\.tag/u],
  ];
  test.each(cases)('a span that is %s', (_, input, expected) => {
    const workbench = projectWith(fiveArticles);
    const before = workbench.log().length;
    const document = idOf(workbench, '000');
    expect(refusalOf(workbench.call('annotation.tag', { document, label: 'claim', ...input }))).toMatch(expected);
    expect(workbench.log().length).toBe(before);
  });

  test('an offset inside a surrogate pair', () => {
    const workbench = projectWith([articleOf('emoji.txt', 'A 😀 is here to stay.')]);
    const document = idOf(workbench, 'emoji');
    const input = { document, label: 'claim', span: { start: 3, end: 7 }, quote: '\ude00 is' };
    expect(refusalOf(workbench.call('annotation.tag', input))).toBe(
      'SpanSplitsCharacter: Offset 3 lies inside one character (a surrogate pair). Move it by one.',
    );
  });
});
