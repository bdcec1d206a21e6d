/** Texts for property tests: everything that makes offsets difficult. A frozen text has no carriage return. */
import fc from 'fast-check';

const word = fc.constantFrom(
  'word',
  'naïve',
  'e\u0301',
  '😀',
  '👨‍👩‍👧',
  'שלום',
  'سلام',
  '漢字',
  '“q”',
  'a\u200bb',
  'x'.repeat(60),
);
const blank = fc.constantFrom(' ', '  ', '\u00a0', '\t', '\u3000');
const line = fc.array(fc.oneof({ weight: 3, arbitrary: word }, { weight: 2, arbitrary: blank }), { maxLength: 12 });
const lineEnd = fc.constantFrom('\n', '\n', '\n\n', '\n \n\n');

/** Words of several scripts, blank lines of several kinds, and now and then a line that is cut in chunks. */
export const frozenText: fc.Arbitrary<string> = fc
  .array(
    fc.tuple(
      line.map((parts) => parts.join('')),
      fc.oneof({ weight: 12, arbitrary: fc.constant(1) }, { weight: 1, arbitrary: fc.constant(90) }),
      lineEnd,
    ),
    { maxLength: 12 },
  )
  .map((lines) => lines.map(([text, times, end]) => text.repeat(times) + end).join(''));
