import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frozenText } from './annotated-document.ts';
import { countedLength, countingName, markedOffsetReader, offsetReader, type Counting } from './counting.ts';

const units = ['utf-16', 'code-point', 'grapheme', 'byte'] as const;
const rules = ['as written', 'one', 'two'] as const;
const countings: readonly Counting[] = units.flatMap((unit) => rules.map((lineEnds) => ({ unit, lineEnds })));

const texts = fc.string({
  unit: fc.constantFrom('a', 'é', 'e\u0301', '\u0301', '😀', '👩‍🚀', '\u200d', '🇩', '中', 'ש', '\r', '\r\n', '\n', ' '),
  maxLength: 12,
});

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
const clustersOf = (text: string): readonly Intl.SegmentData[] => [...segmenter.segment(text)];

/**
 * Slow and obvious: at each border of characters of the text, how long what stands before it is to the counting, and how
 * long it is once it is frozen.
 */
function naiveOffsets(text: string, { unit, lineEnds }: Counting): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  const clusters = new Set([...clustersOf(text).map(({ index }) => index), text.length]);
  for (let at = 0; at <= text.length; at += 1) {
    const before = text.slice(0, at);
    const isInPair = /[\ud800-\udbff]$/.test(before) && /^[\udc00-\udfff]/.test(text.slice(at));
    const isInLineEnd = before.endsWith('\r') && text.startsWith('\n', at);
    const isInCluster = unit === 'grapheme' && !clusters.has(at);
    if (isInPair || isInLineEnd || isInCluster) continue;
    found.set(naiveLength(before, unit, lineEnds), frozenLineEnds(before).length);
  }
  return found;
}

const frozenLineEnds = (text: string): string => text.replaceAll(/\r\n?/g, '\n');

function naiveLength(text: string, unit: Counting['unit'], lineEnds: Counting['lineEnds']): number {
  if (lineEnds === 'one') return naiveLength(frozenLineEnds(text), unit, 'as written');
  if (lineEnds === 'two') {
    const lines = frozenLineEnds(text).split('\n');
    return lines.reduce((sum, line) => sum + naiveLength(line, unit, 'as written'), 2 * (lines.length - 1));
  }
  switch (unit) {
    case 'utf-16':
      return text.length;
    case 'code-point':
      return Array.from(text).length;
    case 'grapheme':
      return clustersOf(text).length;
    case 'byte':
      return Buffer.byteLength(text);
  }
}

describe.each(countings)('offsets that count %o', (counting) => {
  it('are those of a naive count at every border of characters, and nowhere else', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const naive = naiveOffsets(text, counting);
        const toFrozen = offsetReader(text, counting);
        const length = Math.max(...naive.keys());
        const all = Array.from({ length: length + 3 }, (_, at) => at);
        expect(all.map(toFrozen)).toEqual(all.map((at) => naive.get(at) ?? null));
        expect(countedLength(text, counting)).toBe(length);
      }),
      { numRuns: 300 },
    );
  });

  it('are moved by a byte order mark that the frozen text lacks', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const written = `\ufeff${text}`;
        const toFrozen = markedOffsetReader(written, counting);
        const size = counting.unit === 'byte' ? 3 : 1;
        for (const [offset, frozen] of naiveOffsets(text, counting)) expect(toFrozen(offset + size)).toBe(frozen);
        expect([toFrozen(0), toFrozen(-1), toFrozen(1e9)]).toEqual([0, null, null]);
        expect(frozenText(written)).toBe(frozenLineEnds(text));
      }),
    );
  });

  it.each([-1, -0.5, 0.5, Number.NaN, Infinity, -Infinity, 1e308, 2 ** 53, 2 ** 32])('are nowhere at %d', (offset) => {
    for (const text of ['', 'ab', 'a\r\nb', '😀e\u0301']) expect(offsetReader(text, counting)(offset)).toBeNull();
  });

  it('begin at the beginning, also of nothing', () => expect(offsetReader('', counting)(0)).toBe(0));
});

describe('an offset', () => {
  it.each([
    ['a surrogate pair', '😀', 'utf-16', 1],
    ['the bytes of a character', 'é', 'byte', 1],
    ['CR LF', '\r\n', 'utf-16', 1],
    ['CR LF, in code points', '\r\n', 'code-point', 1],
    ['CR LF, in bytes', '\r\n', 'byte', 1],
  ] as const)('in the middle of %s is nowhere', (_, text, unit, offset) =>
    expect(offsetReader(text, { unit, lineEnds: 'as written' })(offset)).toBeNull(),
  );

  it('in clusters counts an astronaut, a letter with its mark, and CR LF as one', () => {
    const toFrozen = offsetReader('👩‍🚀e\u0301\r\nx', { unit: 'grapheme', lineEnds: 'as written' });
    expect([0, 1, 2, 3, 4, 5].map(toFrozen)).toEqual([0, 5, 7, 8, 9, null]);
  });

  it('counts a line end twice where the file was counted with CR LF and written with LF', () => {
    const toFrozen = offsetReader('ab\ncd', { unit: 'utf-16', lineEnds: 'two' });
    expect([2, 3, 4, 6].map(toFrozen)).toEqual([2, null, 3, 5]);
  });
});

describe('a way of counting', () => {
  it.each([
    [{ unit: 'utf-16', lineEnds: 'as written' }, 'UTF-16 units'],
    [{ unit: 'code-point', lineEnds: 'one' }, 'code points with CR LF as one'],
    [{ unit: 'byte', lineEnds: 'two' }, 'bytes of UTF-8 with every line end as two'],
    [{ unit: 'grapheme', lineEnds: 'as written' }, 'grapheme clusters'],
  ] as const)('%o is called “%s”', (counting, name) => expect(countingName(counting)).toBe(name));
});
