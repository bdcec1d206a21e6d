import { describe, expect, it } from 'vitest';
import { goldenText } from '../testing/golden-set.ts';
import { readOf, spanAt } from '../testing/read-document.ts';
import { frozenText } from './annotated-document.ts';
import { placeSpans, type PlacedSpan } from './placing.ts';
import type { ReadDocument, ReadSpan } from './read-document.ts';

const inUtf16 = { unit: 'utf-16', otherUnits: ['code-point'] } as const;

/** `B claims`, or `B claims (how it was found)`, or why not. */
function said(one: PlacedSpan, text: string): string {
  if (one.type === 'rejected') return `refused: ${one.why}`;
  const { start, end, ranges = [{ start, end }] } = one.place;
  const words = ranges.map((range) => text.slice(range.start, range.end)).join('|');
  return one.type === 'ok' ? words : `${words} (${one.how})`;
}

function outcomes(read: ReadDocument, text = frozenText(read.text ?? '')): readonly string[] {
  return placeSpans(read, text).map((one) => said(one, text));
}

const alone = (text: string, span: ReadSpan, rest: Partial<ReadDocument> = {}): string =>
  outcomes(readOf(text, [span], rest)).join();

describe('a span of the golden document', () => {
  it.each([
    ['code points', 'code-point', 2, 10],
    ['UTF-16 units', 'utf-16', 3, 11],
    ['bytes', 'byte', 5, 13],
    ['grapheme clusters', 'grapheme', 2, 10],
  ] as const)('stands where the file says in %s', (_, unit, start, end) => {
    const read = readOf(goldenText, [spanAt(start, end, { quote: 'B claims' })], { unit, otherUnits: [] });
    expect(placeSpans(read, goldenText)).toMatchObject([{ type: 'ok', place: { start: 3, end: 11 } }]);
  });

  it('is repaired where the file counts UTF-16 units by mistake, and says so', () =>
    expect(alone(goldenText, spanAt(3, 11, { quote: 'B claims' }))).toBe('B claims (the file counts UTF-16 units)'));

  it('is repaired where the file counts bytes by mistake, and says so', () =>
    expect(alone(goldenText, spanAt(5, 13, { quote: 'B claims' }))).toBe('B claims (the file counts bytes of UTF-8)'));

  it('in several ranges stands in these', () => {
    const ranges = [
      { start: 0, end: 1 },
      { start: 16, end: 22 },
    ];
    const read = readOf(goldenText, [spanAt(0, 22, { ranges, quote: 'A … denies' })]);
    expect(placeSpans(read, goldenText)).toMatchObject([
      {
        type: 'ok',
        place: {
          start: 0,
          end: 23,
          ranges: [
            { start: 0, end: 1 },
            { start: 17, end: 23 },
          ],
        },
      },
    ]);
  });
});

describe('line ends', () => {
  const written = 'ab cd\r\nef gh\r\nij';

  it('CR LF counts as two where that is what stands in the file', () =>
    expect(alone(written, spanAt(7, 9, { quote: 'ef' }))).toBe('ef'));

  it('CR LF that was counted as one is recognised and said', () =>
    expect(alone(written, spanAt(12, 14, { quote: 'ij' }))).toBe('ij (the file counts code points with CR LF as one)'));

  it('LF that was counted as two is recognised and said', () =>
    expect(alone('ab cd\nef gh\nij', spanAt(14, 16, { quote: 'ij' }))).toBe(
      'ij (the file counts code points with every line end as two)',
    ));

  it('in a quote may be any', () => {
    expect(alone(written, spanAt(3, 9, { quote: 'cd\r\nef' }))).toBe('cd\nef');
    expect(alone(written, spanAt(3, 9, { quote: 'cd\nef' }))).toBe('cd\nef');
  });

  it('of a text of the project that the file lacks may have been two', () =>
    expect(outcomes(readOf(null, [spanAt(7, 9, { quote: 'ef' })]), 'ab cd\nef')).toEqual([
      'ef (the file counts code points with every line end as two)',
    ]));
});

describe('a byte order mark that the frozen text lacks', () => {
  it('counts where it is part of a text in the file', () =>
    expect(alone('\ufeffab cd', spanAt(4, 6, { quote: 'cd' }))).toBe('cd'));

  it('never lets a span without words reach beyond the text', () => expect(alone('\ufeffab', spanAt(1, 3))).toBe('ab'));

  it('is a character like others where the text keeps it', () => {
    const text = '\ufeffab';
    expect(outcomes(readOf(text, [spanAt(1, 3, { quote: 'ab' })]), text)).toEqual(['ab']);
  });
});

describe('spans without words', () => {
  const text = '😀 one two three four';

  it('stand where the file says, though they cut words', () =>
    expect(alone(text, spanAt(3, 6), { otherUnits: [] })).toBe('ne '));

  it('are taken for another unit only where more of them begin and end with words then', () => {
    const read = readOf(text, [spanAt(3, 6), spanAt(7, 10), spanAt(11, 16)]);
    const how = '(the file counts UTF-16 units)';
    expect(outcomes(read)).toEqual([`one ${how}`, `two ${how}`, `three ${how}`]);
  });

  it('keep the rule of the format where another unit does just as well', () => {
    // In code points `one ` and `wo three`, in UTF-16 units ` one` and `two thre`: one edge of a word each and two.
    const read = readOf('😀 one two', [spanAt(2, 5), spanAt(6, 9)]);
    expect(outcomes(read)).toEqual(['one', 'two']);
  });

  it('count for nothing against a single one that has words', () => {
    const many = Array.from({ length: 20 }, () => spanAt(3, 6));
    const read = readOf(text, [...many, spanAt(2, 5, { quote: 'one' })]);
    expect(new Set(outcomes(read))).toEqual(new Set(['ne ', 'one']));
  });

  it('that are none in the unit that the file proves to have are refused, with that reason', () => {
    const proved = [spanAt(3, 6, { quote: 'one' }), spanAt(7, 10, { quote: 'two' })];
    const read = readOf('😀 one two', [...proved, spanAt(1, 2)]);
    expect(outcomes(read).at(-1)).toBe('refused: the file counts UTF-16 units, and 1–2 is no span of the text then');
  });
});

describe('words that stand elsewhere than the file says', () => {
  const elsewhere = (text: string, rest: Partial<ReadSpan>): string =>
    alone(text, spanAt(0, 3, rest), { otherUnits: [] });

  it('are found where they stand in one place alone', () =>
    expect(elsewhere('one two three', { quote: 'two' })).toBe(
      'two (the offsets are wrong; its words stand in one place alone)',
    ));

  it('are refused where they stand in several', () =>
    expect(elsewhere('one two three two', { quote: 'two' })).toBe('refused: at 0–3 stands “one”, not “two”'));

  it('overlapping themselves stand in several places', () =>
    expect(elsewhere('xyz aaa', { quote: 'aa' })).toBe('refused: at 0–3 stands “xyz”, not “aa”'));

  it.each([
    [{ prefix: 'three ' }, 14],
    [{ suffix: ' three' }, 4],
    [{ prefix: 'one ', suffix: ' th' }, 4],
  ])('are found by what stands around them: %o', (around, start) => {
    const text = 'one two three two';
    const read = readOf(text, [spanAt(0, 3, { quote: 'two', ...around })], { otherUnits: [] });
    expect(placeSpans(read, text)).toMatchObject([{ type: 'repaired', place: { start, end: start + 3 } }]);
  });

  it('are refused where that stands in several places, too', () =>
    expect(elsewhere('one two, one two', { quote: 'two', prefix: 'one ' })).toMatch(/^refused/u));

  it('are found where they stand once, though what stands around them is another', () =>
    expect(elsewhere('one two three', { quote: 'two', prefix: 'eins ' })).toMatch(/^two/u));

  it.each(['', ' ', '\n\n'])('are not looked for where they are blank: %j', (quote) =>
    expect(elsewhere('abc \n\n', { quote })).toMatch(/^refused/u),
  );

  it('are never found in the middle of a character', () => {
    for (const quote of ['\ude00', '\ud83d', 'x\ud83d', '\ude00b'])
      expect(elsewhere('ax😀b', { quote })).toMatch(/^refused: at 0–3/u);
  });

  it('are looked for without end in no text', () => {
    const text = `${'a'.repeat(200_000)}b`;
    const spans = Array.from({ length: 20_000 }, (_, at) => spanAt(0, 1, { quote: `x${at}` }));
    const read = readOf(text, spans, { otherUnits: [] });
    expect(placeSpans(read, text).at(-1)).toMatchObject({ type: 'rejected' });
  });
});

describe('words without offsets', () => {
  const nowhere = Number.NaN;

  it('stand where they stand once, as the file says', () =>
    expect(alone('one two', spanAt(nowhere, nowhere, { quote: 'two' }))).toBe('two'));

  it.each([
    ['one one', 'refused: “one” stands in several places, and the file has no offsets'],
    ['two', 'refused: “one” stands nowhere in the text, and the file has no offsets'],
  ])('are refused in “%s”', (text, expected) =>
    expect(alone(text, spanAt(nowhere, nowhere, { quote: 'one' }))).toBe(expected),
  );
});

describe('a span is refused in words of its own', () => {
  const ranges = (...pairs: readonly (readonly [number, number])[]): Pick<ReadSpan, 'ranges'> => ({
    ranges: pairs.map(([start, end]) => ({ start, end })),
  });

  it.each([
    ['empty', spanAt(3, 3), '3–3 covers nothing'],
    ['reversed', spanAt(5, 3), '5–3 ends before it begins'],
    ['no number', spanAt(Number.NaN, 3), 'NaN–3 is no span of the text: its offsets are no whole numbers'],
    ['a fraction', spanAt(0.5, 3), '0.5–3 is no span of the text: its offsets are no whole numbers'],
    ['endless', spanAt(0, Infinity), '0–Infinity is no span of the text: its offsets are no whole numbers'],
    ['before the text', spanAt(-2, 3), '-2–3 is no span of the text: it begins before it'],
    ['beyond the text', spanAt(3, 28), '3–28 is no span of the text: it reaches beyond its end, at 27'],
    ['huge', spanAt(3, 1e308), '3–1e+308 is no span of the text: it reaches beyond its end, at 27'],
    ['with an empty range', spanAt(0, 4, ranges([0, 1], [4, 4])), 'of 0–4 the range 4–4 covers nothing'],
    [
      'with overlapping ranges',
      spanAt(0, 6, ranges([0, 4], [3, 6])),
      'of 0–6 the ranges 0–4 and 3–6 overlap, or are not in order',
    ],
    [
      'with ranges out of order',
      spanAt(0, 6, ranges([3, 6], [0, 2])),
      'of 0–6 the ranges 3–6 and 0–2 overlap, or are not in order',
    ],
    [
      'with ranges elsewhere',
      spanAt(0, 9, ranges([2, 3], [5, 6])),
      '0–9 and its ranges, 2–6, are two different places',
    ],
    [
      'with fewer words',
      spanAt(2, 3, { quote: 'B claims C.\nD claims' }),
      'at 2–3 stands “B”, not “B claims C. D claims”',
    ],
    ['with other words', spanAt(2, 10, { quote: 'D claims' }), 'at 2–10 stands “B claims”, not “D claims”'],
  ])('where it is %s', (_, span, why) => {
    const [one] = placeSpans(readOf(goldenText, [span], { otherUnits: [] }), goldenText);
    expect(one).toEqual({ type: 'rejected', read: span, why });
  });

  it('where it is inside a pair', () =>
    expect(alone(goldenText, spanAt(2, 11), { unit: 'utf-16', otherUnits: [] })).toBe(
      'refused: 2–11 is no span of the text: it cuts a character in two, at 2',
    ));

  it('where it says in two units two different places', () =>
    expect(alone('ab ab', spanAt(0, 2, { quote: 'ab', utf16: { start: 3, end: 5 } }))).toBe(
      'refused: 0–2 and 3–5 in UTF-16 units are two different places',
    ));

  it('shows words shortly, in one line, and what cannot be seen in them', () => {
    const text = `a\u001b[31m\u202e\n\n${'x'.repeat(100_000)}`;
    const why = alone(text, spanAt(0, text.length, { quote: 'q' }));
    expect(why).toContain(String.raw`stands “a\u001b[31m\u202e xxx`);
    expect(why.length).toBeLessThan(200);
  });
});

describe('ranges that touch', () => {
  const ranges = [
    { start: 0, end: 1 },
    { start: 1, end: 4 },
    { start: 5, end: 6 },
  ];

  it('are one, for nothing stands between them', () => {
    const read = readOf('abcdefg', [spanAt(0, 6, { ranges })]);
    expect(outcomes(read)).toEqual(['abcd|f']);
    const two = readOf('abcdefg', [spanAt(0, 4, { ranges: ranges.slice(0, 2) })]);
    expect(placeSpans(two, 'abcdefg')).toMatchObject([{ type: 'ok', place: { start: 0, end: 4 } }]);
    expect(placeSpans(two, 'abcdefg')[0]).not.toHaveProperty('place.ranges');
  });

  it.each(['a … bcd … f', 'abcd … f'])('may be quoted as they were, or as they are: “%s”', (quote) =>
    expect(alone('abcdefg', spanAt(0, 6, { ranges, quote }))).toBe('abcd|f'),
  );

  it('are refused where the quote says something else', () =>
    expect(alone('abcdefg', spanAt(0, 6, { ranges, quote: 'abcd … g' }))).toMatch(
      /^refused: at 0–6 stands “abcd … f”/u,
    ));
});

describe('one unit', () => {
  it('is told from another by a single word', () => {
    const read = readOf('é 😀 one', [spanAt(5, 8, { quote: 'one' })], inUtf16);
    expect(outcomes(read)).toEqual(['one']);
    expect(outcomes({ ...read, spans: [spanAt(4, 7, { quote: 'one' })] })).toEqual([
      'one (the file counts code points)',
    ]);
  });
});
