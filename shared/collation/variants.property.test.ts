import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenise } from '#shared/text/tokens.ts';
import type { CopiedStretch } from './alignment.ts';
import { naiveStretches, stretchOf } from './naive-stretches.oracle.ts';
import { FILLER_WORDS, HARD_WORDS, setInType } from './noisy-text.oracle.ts';
import type { Run } from './run.ts';
import type { Wording } from './variant-words.ts';
import { compareWordings, type Comparison, type Variant } from './variants.ts';

const wordingOf = (text: string): Wording => ({ text, tokens: tokenise(text) });
const choices = fc.array(fc.nat(1000), { minLength: 7, maxLength: 40 });

/** The letters of `a` after every variant's words of `b` were put in the place of its words of `a`. */
function applied(a: Wording, b: Wording, variants: readonly Variant[]): string {
  let letters = '';
  let word = 0;
  for (const { start, end, againstStart, againstEnd } of variants) {
    for (; word < a.tokens.count && (a.tokens.starts[word] ?? 0) < start; word += 1) letters += a.tokens.words[word];
    while (word < a.tokens.count && (a.tokens.starts[word] ?? 0) < end) word += 1;
    for (let at = 0; at < b.tokens.count; at += 1) {
      const from = b.tokens.starts[at] ?? 0;
      if (againstStart <= from && from < againstEnd) letters += b.tokens.words[at];
    }
  }
  return letters + a.tokens.words.slice(word).join('');
}

const lettersOf = ({ tokens }: Wording): string => tokens.words.join('');

/** The words of a copy: some left out, some put in, some replaced, perhaps a stretch moved. */
const editedWords = fc
  .record({
    words: fc.oneof(
      fc.array(fc.constantFrom(...HARD_WORDS, ...FILLER_WORDS.slice(0, 40)), { minLength: 30, maxLength: 90 }),
      // So few that most words could be cut out in several ways.
      fc.array(fc.constantFrom('amid', 'border', 'said'), { minLength: 8, maxLength: 40 }),
    ),
    edits: fc.array(
      fc.record({
        at: fc.nat(90),
        cut: fc.nat(3),
        put: fc.array(fc.constantFrom('amid', 'border', 'Москва', 'said', 'filler3'), { maxLength: 4 }),
      }),
      { maxLength: 4 },
    ),
    move: fc.option(fc.record({ from: fc.nat(60), length: fc.integer({ min: 6, max: 12 }), to: fc.nat(60) })),
  })
  .map(({ words, edits, move }) => {
    const copy = [...words];
    if (move !== null) copy.splice(move.to, 0, ...copy.splice(move.from, move.length));
    for (const { at, cut, put } of edits) copy.splice(at, cut, ...put);
    return { words, copy };
  });

const pairs = fc.tuple(editedWords, choices, choices).map(([{ words, copy }, one, other]) => ({
  a: wordingOf(setInType(words, one).text),
  b: wordingOf(setInType(copy, other).text),
}));

function turned(stretches: readonly CopiedStretch[]): readonly CopiedStretch[] {
  return stretches.map(({ runs, words, fromA, toA, fromB, toB }) => ({
    runs: runs.map(({ a, b, length }) => ({ a: b, b: a, length })),
    words,
    fromA: fromB,
    toA: toB,
    fromB: fromA,
    toB: toA,
  }));
}

/** Rows of equal words at random, crossing and overlapping as they please: worse than any aligner. */
function wildStretches(
  a: Wording,
  b: Wording,
  picks: readonly (readonly [number, number])[],
): readonly CopiedStretch[] {
  return picks.flatMap(([pickA, pickB]) => {
    const run: Run = { a: pickA % a.tokens.count, b: pickB % b.tokens.count, length: 0 };
    let length = 0;
    while (
      run.a + length < a.tokens.count &&
      run.b + length < b.tokens.count &&
      a.tokens.words[run.a + length] === b.tokens.words[run.b + length]
    )
      length += 1;
    return length === 0 ? [] : [stretchOf({ ...run, length })];
  });
}

/** True when every variant takes whole words of both documents, and of a near-copy in order, none reaching into the next. */
function isClean(a: Wording, b: Wording, { variants, isWhole }: Comparison): boolean {
  const holdsWords = ({ text, tokens }: Wording, start: number, end: number): boolean =>
    text.slice(start, end).trim().length === end - start &&
    tokens.starts.every((from, at) => {
      const to = tokens.ends[at] ?? 0;
      return to <= start || from >= end || (start <= from && to <= end);
    });
  return variants.every(({ start, end, againstStart, againstEnd }, at) => {
    const next = variants[at + 1];
    const isInOrder = !isWhole || next === undefined || (end <= next.start && againstEnd <= next.againstStart);
    return isInOrder && holdsWords(a, start, end) && holdsWords(b, againstStart, againstEnd);
  });
}

describe('the variants of a near-copy', () => {
  it('turn the words of one document into those of the other', () => {
    fc.assert(
      fc.property(pairs, ({ a, b }) => {
        const comparison = compareWordings(a, b, naiveStretches(a, b));
        fc.pre(comparison.isWhole);
        expect(applied(a, b, comparison.variants)).toBe(lettersOf(b));
        expect(isClean(a, b, comparison)).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it('do so whatever was laid beside what', () => {
    const few = fc.array(fc.constantFrom('he', 'said', 'went', 'home', 'news gathering', 'newsgathering'), {
      minLength: 2,
      maxLength: 30,
    });
    const picks = fc.array(fc.tuple(fc.nat(40), fc.nat(40)), { minLength: 4, maxLength: 30 });
    fc.assert(
      fc.property(few, few, picks, choices, choices, (one, other, places, ownType, otherType) => {
        const a = wordingOf(setInType(one, ownType).text);
        const b = wordingOf(setInType(other, otherType).text);
        const comparison = compareWordings(a, b, wildStretches(a, b, places));
        expect(isClean(a, b, comparison)).toBe(true);
        if (comparison.isWhole) expect(applied(a, b, comparison.variants)).toBe(lettersOf(b));
      }),
      { numRuns: 1000 },
    );
  });

  it('are none where only the setting in type differs', () => {
    const words = fc.array(fc.constantFrom(...HARD_WORDS), { minLength: 12, maxLength: 60 });
    fc.assert(
      fc.property(words, choices, choices, (chosen, one, other) => {
        const a = wordingOf(setInType(chosen, one).text);
        const b = wordingOf(setInType(chosen, other).text);
        const whole = { fromA: 0, toA: a.tokens.count, fromB: 0, toB: b.tokens.count };
        const stretch = { runs: [{ a: 0, b: 0, length: a.tokens.count }], words: a.tokens.count, ...whole };
        expect(compareWordings(a, b, [stretch]).variants).toEqual([]);
      }),
    );
  });
});

describe('the variants seen from the other side', () => {
  it('are the same places, an insertion there for an omission here', () => {
    const otherKind = { insertion: 'omission', omission: 'insertion', substitution: 'substitution' } as const;
    fc.assert(
      fc.property(pairs, fc.integer({ min: 1, max: 3 }), ({ a, b }, kept) => {
        // Now and then with a part of the stretches, so that pairs that are no near-copies come up too.
        const stretches = naiveStretches(a, b).filter((_, at) => at % kept === 0);
        const here = compareWordings(a, b, stretches);
        const there = compareWordings(b, a, turned(stretches));
        const mirrored = there.variants.map(({ kind, start, end, againstStart, againstEnd, isMoved }) => ({
          kind: otherKind[kind],
          start: againstStart,
          end: againstEnd,
          againstStart: start,
          againstEnd: end,
          isMoved,
        }));
        expect(here.variants).toEqual(mirrored);
        expect(there.isWhole).toBe(here.isWhole);
      }),
      { numRuns: 300 },
    );
  });
});
