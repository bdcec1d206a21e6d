import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignPair, turnAlignment, type Alignment } from './alignment.ts';
import { createEquivalents, noEquivalents } from './equivalents.ts';
import { indexDocument, type IndexedDocument } from './indexed-document.ts';
import { withOutsideStretches, type OutsideSpans } from './outside-stretches.ts';

const article = (id: string, text: string): IndexedDocument => indexDocument({ id, text }, id === 'a' ? 1 : 2);
const all = (a: IndexedDocument, b: IndexedDocument): OutsideSpans => ({
  inA: { from: 0, to: a.words.length },
  inB: { from: 0, to: b.words.length },
});

/** The words that two texts said to be copies have in common, stretch by stretch. */
function common(one: string, other: string, equivalents = noEquivalents): readonly string[] {
  const a = article('a', one);
  const b = article('b', other);
  const alignment = withOutsideStretches(a, b, alignPair(a, b, equivalents), [all(a, b)], equivalents);
  return alignment.stretches.map(({ runs }) =>
    runs.map((run) => a.tokens.words.slice(run.a, run.a + run.length).join(' ')).join(' / '),
  );
}

describe('the words of an alignment from outside', () => {
  it('are a stretch where every third of them is another', () => {
    expect(common('one two axe four five bee seven eight', 'one two bar four five cow seven eight')).toEqual([
      'one two / four five / seven eight',
    ]);
  });

  it('begin and end with words in common, however far the spans reach', () => {
    expect(common('x y one two axe four five z', 'u v w one two bar four five t')).toEqual(['one two / four five']);
  });

  it('count equivalents as agreeing', () => {
    const table = createEquivalents([['isil', 'isis']]);
    expect(common('fight isil and win isil now', 'beat isis but win isis again', table)).toEqual([]);
    expect(common('to fight isil and isil isil', 'to fight isis and isis isis', table)).toEqual(['to fight / and']);
  });

  it.each([
    [
      'fewer than half of them agree',
      'one ox two bee three cat four dog five elk',
      'one p two q r s t three u v w x y',
    ],
    ['fewer than three of them agree', 'one two axe', 'one two bar'],
    ['they are page furniture', 'Read more\nShare this\nRead more', 'Read more\nShare this\nRead more'],
  ])('are none where %s', (_, one, other) => {
    expect(common(one, other)).toEqual([]);
  });

  it('take in what our own aligner saw of them', () => {
    const one = 'the old mayor had seen many ships come home before any war broke out near his town';
    const other = 'the old mqyor had seen rnany ships come hame before any vvar broke out neal his town';
    const [a, b] = [article('a', `${one}, all told.`), article('b', `${other}, all told.`)];
    const ours = alignPair(a, b, noEquivalents);
    expect(ours.stretches.map(({ words }) => words)).toEqual([6]);
    const inA = { from: 0, to: 17 };
    const alignment = withOutsideStretches(a, b, ours, [{ inA, inB: inA }], noEquivalents);
    expect(alignment.stretches.map(({ fromA, toA, words }) => [fromA, toA, words])).toEqual([[0, 19, 14]]);
  });

  it('leave alone what our own aligner has most of', () => {
    const text = 'the minister opened the new harbour on tuesday and spoke to reporters for an hour';
    const a = article('a', `One. ${text} five.`);
    const b = article('b', `Two. ${text} six.`);
    const ours = alignPair(a, b, noEquivalents);
    expect(withOutsideStretches(a, b, ours, [all(a, b)], noEquivalents)).toBe(ours);
  });
});

describe('an alignment with stretches from outside', () => {
  const words = fc.array(fc.constantFrom('ship', 'mayor', 'storm', 'the'), {
    minLength: 3,
    maxLength: 20,
  });
  const cut = fc.tuple(fc.nat({ max: 10 }), fc.nat({ max: 20 }));
  const cuts = fc.array(fc.tuple(cut, cut), { maxLength: 4 });

  function rangeOf([first, length]: readonly [number, number], count: number) {
    const from = Math.min(first, count);
    return { from, to: Math.min(count, from + length) };
  }

  function pairOf(one: readonly string[], other: readonly string[], spans: readonly (readonly [Cut, Cut])[]) {
    const a = article('a', one.join(' '));
    const b = article('b', other.join(' '));
    const both = spans.map(([first, second]) => ({
      inA: rangeOf(first, a.words.length),
      inB: rangeOf(second, b.words.length),
    }));
    return { a, b, both, ours: alignPair(a, b, noEquivalents) };
  }
  type Cut = readonly [number, number];

  it('is the same from either side, holds the same words on both, and no fewer than ours', () => {
    fc.assert(
      fc.property(words, words, cuts, fc.boolean(), (one, other, spans, isBlind) => {
        const { a, b, both, ours: found } = pairOf(one, other, spans);
        const ours = isBlind ? { stretches: [] } : found;
        const alignment = withOutsideStretches(a, b, ours, both, noEquivalents);
        const turned = both.map(({ inA, inB }) => ({ inA: inB, inB: inA }));
        expect(turnAlignment(withOutsideStretches(b, a, turnAlignment(ours), turned, noEquivalents))).toEqual(
          alignment,
        );
        for (const { runs } of alignment.stretches) {
          for (const run of runs) {
            expect(a.words.slice(run.a, run.a + run.length)).toEqual(b.words.slice(run.b, run.b + run.length));
          }
        }
        expect(wordsOf(alignment)).toBeGreaterThanOrEqual(wordsOf(ours));
      }),
      { numRuns: 300 },
    );
  });
});

function wordsOf({ stretches }: Alignment): number {
  return stretches.reduce((sum, { words }) => sum + words, 0);
}
