import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstCodebook, labelSchema } from '#shared/domain/label.ts';
import { createLabelMatcher, slugOf } from './label-match.ts';

/** What the labels are matched with, one after the other: `claim`, or `+ gpe-loc “GPE_Loc” 4` for one that is new. */
function matched(...labels: readonly (string | readonly [label: string, name: string])[]): readonly string[] {
  const matcher = createLabelMatcher(firstCodebook);
  return labels.map((one) => {
    const [given, called] = typeof one === 'string' ? [one, undefined] : one;
    const { label, isNew } = matcher.match(given, called);
    return isNew ? `+ ${label.label} “${label.name}” ${label.key}` : label.label;
  });
}

describe('a label of a file', () => {
  it.each([
    ['its id', 'claim'],
    ['its id in other letters', 'CLAIM'],
    ['its name', 'Claim'],
    ['its id with blanks around it', ' claim\n'],
    ['a name of the file', ['c1', 'claim'] as const],
    ['a name of the file in other letters', ['c1', ' CLAIM '] as const],
  ])('is one of the codebook by %s', (_, label) => expect(matched(label)).toEqual(['claim']));

  it.each(['Editorial insertion', 'editorial_insertion', 'Editorial-Insertion', 'EDITORIAL INSERTION'])(
    'is one of the codebook whatever its separators are: “%s”',
    (label) => expect(matched(label)).toEqual(['editorial-insertion']),
  );

  it('that is one itself is not taken for another that has its name', () =>
    expect(matched(['rebuttal', 'Claim'])).toEqual(['rebuttal']));

  it.each([
    ['GPE_Loc', '+ gpe-loc “GPE_Loc” 4'],
    [['x1', 'Place'] as const, '+ x1 “Place” 4'],
    ['ادعاء', '+ label-4a7d4f5eebf8 “ادعاء” 4'],
    ['😀', '+ label-5ff5dd4bca9f “😀” 4'],
    ['Café', '+ cafe-ae8ca7a0d33c “Café” 4'],
    ['C++', '+ c-f0ef1f2ce5ef “C++” 4'],
    ['a__b', '+ a-b-c2bd43a8dbd8 “a__b” 4'],
    ['safe\u202elabel\u200b', '+ safe-label-5d0ef0c5c0fc “safelabel” 4'],
    ['one\ntwo', '+ one-two-1a4ba9f6b9c4 “one two” 4'],
    ['', '+ label-e3b0c44298fc “Unnamed label” 4'],
    ['\u200b', '+ label-x “Unnamed label” 4'],
  ])('that the codebook lacks is defined, readable or hashed: %j', (label, expected) => {
    const [found = ''] = matched(label);
    // The hash is checked to be one; which, is the business of the law below.
    const bare = (text: string): string => text.replace(/-[0-9a-f]{12}(?= )|-x(?= )/u, '-hash');
    expect(bare(found)).toBe(bare(expected));
  });

  it('of 300 characters has a slug and a name that can be shown', () => {
    for (const long of ['x'.repeat(300), '😀'.repeat(300), 'word '.repeat(1_000_000)]) {
      const { label } = createLabelMatcher([]).match(long, undefined);
      expect(labelSchema.safeParse(label).success).toBe(true);
      expect([label.label.length <= 80, label.name.length <= 200, label.name.isWellFormed()]).toEqual([
        true,
        true,
        true,
      ]);
    }
  });

  it('that is new is known from then on, by its id, its name and its slug', () =>
    expect(matched(['x1', 'Place'], 'X1', 'place', 'Gpe Loc', 'gpe_loc', 'GPE-LOC')).toEqual([
      '+ x1 “Place” 4',
      'x1',
      'x1',
      '+ gpe-loc “Gpe Loc” 5',
      'gpe-loc',
      'gpe-loc',
    ]));

  it('that is new has a free key, as long as there are any', () => {
    const keys = matched(...Array.from('abcdefgh')).map((one) => one.at(-1));
    expect(keys).toEqual(['4', '5', '6', '7', '8', '9', ' ', ' ']);
  });
});

describe('slugs', () => {
  const label = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.string({ unit: 'binary', maxLength: 4 }),
    fc.string({ unit: fc.constantFrom('a', 'A', '-', '_', ' ', '.', 'é', 'e', '\u0301', '1', '+'), maxLength: 6 }),
    fc.constantFrom('\ud800', '\ud801', 'ادعاء', 'שלום', 'x'.repeat(80), 'x'.repeat(81), 'x'.repeat(300)),
  );
  /** What is the same but for case, composition, blanks around it and single separators. */
  const likeness = (text: string): string => {
    const folded = text.normalize('NFC').trim().toLowerCase();
    return /^[a-z0-9]+(?:[ _-][a-z0-9]+)*$/u.test(folded) ? folded.replaceAll(/[ _-]/gu, '-') : folded;
  };

  it('are the same of two labels only where these differ in case or separators alone', () => {
    fc.assert(
      fc.property(label, label, (one, other) => {
        if (slugOf(one) === slugOf(other)) expect(likeness(one)).toBe(likeness(other));
      }),
      { numRuns: 5000 },
    );
    const all = ['\ud800', '\ud801', 'é', 'e', 'è', 'C++', 'C#', 'C', 'a b', 'a  b', 'a.b', 'ا', 'ب', '😀', '😁'];
    const long = ['x'.repeat(80), 'x'.repeat(81), `${'x'.repeat(81)}y`, `${'x'.repeat(999)}y`, `${'x'.repeat(999)}z`];
    expect(new Set([...all, ...long].map(slugOf)).size).toBe(all.length + long.length);
  });

  it('are ids that a codebook takes, and the same of a slug as of the label it was made of', () => {
    fc.assert(
      fc.property(label, fc.option(label, { nil: undefined }), (one, name) => {
        const { label: found } = createLabelMatcher([]).match(one, name);
        expect(labelSchema.safeParse(found)).toMatchObject({ success: true });
        expect(found.name).not.toMatch(/[\p{Cc}\p{Cf}]/u);
        expect(slugOf(found.label)).toBe(found.label);
      }),
      { numRuns: 1000 },
    );
  });
});
