import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { rangesOf } from '#shared/domain/occurrence.ts';
import { createCopyFinder } from './copy-finder.oracle.ts';

const stem = fc.constantFrom('harbour', 'minister', 'ferry', 'letter', 'council', 'winter', 'bridge', 'market');
const common = fc.constantFrom('the', 'of', 'and', 'to', 'in', 'that', 'said', 'was', 'on', 'for');

/** Words that occur nowhere else, with common ones among them as in any prose, never two in a row. */
const prose = (name: string, least: number, most: number): fc.Arbitrary<readonly string[]> =>
  fc
    .array(fc.tuple(stem, common, fc.nat(2)), { minLength: least, maxLength: most })
    .map((picks) =>
      picks.map(([word, between, kind], at) => (at % 2 === 1 && kind > 0 ? between : `${word}${name}${at}`)),
    );

const example = fc.record({
  before: prose('before', 12, 20),
  after: prose('after', 12, 20),
  parts: fc.array(prose('part', 12, 40), { minLength: 2, maxLength: 4 }),
  putIn: fc.array(prose('putin', 30, 150), { minLength: 3, maxLength: 3 }),
  echoed: fc.nat(4),
});

it('whatever paragraphs were put into it, a copy is one occurrence, range by range exact to the character', () => {
  fc.assert(
    fc.property(example, ({ before, after, parts, putIn, echoed }) => {
      // Ends of parts are words with a meaning: a common one may as well be taken from what was put in.
      const texts = parts.map((words, at) =>
        [`first${at}`, ...words.map((word) => `${word}x${at}`), `last${at}`].join(' '),
      );
      const lead = before.join(' ');
      const tail = after.join(' ');
      const whole = texts.join(' ');
      let copy = lead;
      const expected = texts.map((text, at) => {
        // A few of the next part's words are said in what was put in too: they are no part of the copy.
        const echo = text.split(' ').slice(6, 6 + echoed);
        const paragraph = (putIn[at - 1] ?? []).toSpliced(7, 0, ...echo).join(' ');
        copy += at === 0 ? ' ' : `\n\n${paragraph}\n\n`;
        const start = copy.length;
        copy += text;
        return { start, end: copy.length };
      });
      const finder = createCopyFinder();
      finder.add({ id: 'own', text: `${lead} ${whole} ${tail}` });
      finder.add({ id: 'copy', text: `${copy} ${tail}` });
      const start = lead.length + 1;
      const { occurrences, elsewhere } = finder.copiesOf('own', { start, end: start + whole.length });
      expect(occurrences.slice(1).map((found) => [found.status, found.coverage, rangesOf(found)])).toEqual([
        ['edited', 1, expected],
      ]);
      expect(elsewhere).toEqual([]);
    }),
    { numRuns: 150 },
  );
});
