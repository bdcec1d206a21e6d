import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitsPair } from '#shared/text/surrogate.ts';
import { readOf, spanAt } from '../testing/read-document.ts';
import { frozenText } from './annotated-document.ts';
import { countedLength, type Counting } from './counting.ts';
import { placeSpans } from './placing.ts';

const texts = fc
  .array(fc.constantFrom('one', 'two', ' ', '😀', 'e\u0301', '👩‍🚀', '\n', 'שלום', 'a', '.'), {
    minLength: 1,
    maxLength: 14,
  })
  .map((parts) => parts.join(''));
const written = fc.tuple(texts, fc.constantFrom('\n', '\r\n', '\r')).map(([text, end]) => text.replaceAll('\n', end));
const unit = fc.constantFrom('utf-16', 'code-point', 'grapheme', 'byte');

const clusters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Two borders of characters of the text as it is written, and the offsets that a file of this unit has for them. */
const made = fc.tuple(written, unit, fc.nat(), fc.nat()).map(([text, counted, one, other]) => {
  const borders = [...Array.from(clusters.segment(text), ({ index }) => index), text.length];
  const [a, b] = [one % borders.length, other % borders.length];
  const [first, last] = a === b ? [0, borders.length - 1] : [Math.min(a, b), Math.max(a, b)];
  const [from, to] = [borders[first] ?? 0, borders[last] ?? 0];
  const counting: Counting = { unit: counted, lineEnds: 'as written' };
  const offset = (at: number): number => countedLength(text.slice(0, at), counting);
  return { text, unit: counted, from, to, start: offset(from), end: offset(to) };
});

describe('laws of placing', () => {
  it('a span made of the text, in any unit, is placed back exactly', () => {
    fc.assert(
      fc.property(made, fc.boolean(), ({ text, unit: counted, from, to, start, end }, isQuoted) => {
        const frozen = frozenText(text);
        const quote = isQuoted ? text.slice(from, to) : null;
        const read = readOf(text, [spanAt(start, end, { quote })], { unit: counted, otherUnits: [] });
        const place = { start: frozenText(text.slice(0, from)).length, end: frozenText(text.slice(0, to)).length };
        const [one] = placeSpans(read, frozen);
        // Without words another rule of line ends may have more for it, which is said.
        if (isQuoted) expect(one).toMatchObject({ type: 'ok', place });
        else if (one?.type === 'ok') expect(one.place).toEqual(place);
        else expect(one?.type).toBe('repaired');
      }),
      { numRuns: 500 },
    );
  });

  const offset = fc.oneof(
    fc.integer({ min: -3, max: 30 }),
    fc.constantFrom(Number.NaN, Infinity, -Infinity, 0.5, 1e308, 2 ** 53, -0),
  );
  const range = fc.record({ start: offset, end: offset });
  const words = fc.oneof(texts, fc.string({ unit: 'binary', maxLength: 5 }), fc.constantFrom('\ude00', '\ud83d', ''));
  const anySpan = fc.record({
    start: offset,
    end: offset,
    ranges: fc.option(fc.array(range, { maxLength: 4 }), { nil: undefined }),
    utf16: fc.option(range, { nil: undefined }),
    quote: fc.option(words, { nil: null }),
    prefix: fc.option(words, { nil: undefined }),
    suffix: fc.option(words, { nil: undefined }),
  });
  const anyDocument = fc
    .record({
      text: fc.oneof(written, fc.string({ unit: 'binary', maxLength: 30 }), fc.constantFrom('\ufeff', '\ud800\ud800')),
      unit,
      otherUnits: fc.uniqueArray(unit),
      join: fc.constantFrom('', ' ', ' … '),
      spans: fc.array(anySpan, { maxLength: 5 }),
    })
    .map(({ text, spans, ...rest }) =>
      readOf(
        text,
        spans.map(({ start, end, ...more }) => spanAt(start, end, more)),
        rest,
      ),
    );

  it('no document whatever makes it throw, each span is answered in its order, and stands within the text', () => {
    fc.assert(
      fc.property(anyDocument, (read) => {
        const text = frozenText(read.text ?? '');
        const all = placeSpans(read, text);
        expect(all.map((one) => one.read)).toEqual(read.spans);
        for (const one of all) {
          if (one.type === 'rejected') continue;
          const { start, end, ranges = [{ start, end }] } = one.place;
          expect([ranges[0]?.start, ranges.at(-1)?.end]).toEqual([start, end]);
          for (const [at, { start: from, end: to }] of ranges.entries()) {
            expect([from < to, from >= 0, to <= text.length]).toEqual([true, true, true]);
            expect([splitsPair(text, from), splitsPair(text, to)]).toEqual([false, false]);
            if (at > 0) expect(from).toBeGreaterThan(ranges[at - 1]?.end ?? 0);
          }
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('no span is placed on other words than it quotes', () => {
    fc.assert(
      fc.property(anyDocument, (read) => {
        const text = frozenText(read.text ?? '');
        for (const one of placeSpans(read, text)) {
          const { quote } = one.read;
          if (one.type === 'rejected' || quote === null) continue;
          const { start, end, ranges = [{ start, end }] } = one.place;
          // Whatever stands between two ranges in the quote, and where ranges that touch were one or several.
          const bare = (found: string): string => found.replaceAll(/[ …]/gu, '');
          const covered = ranges.map((each) => text.slice(each.start, each.end)).join('');
          expect(bare(covered)).toBe(bare(quote.replaceAll(/\r\n?/gu, '\n')));
          if (one.read.ranges === undefined) expect(covered).toBe(quote.replaceAll(/\r\n?/gu, '\n'));
        }
      }),
      { numRuns: 2000 },
    );
  });
});
