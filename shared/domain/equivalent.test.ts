import { describe, expect, it } from 'vitest';
import { addEquivalent, removeEquivalent } from './commands/change-equivalents.ts';
import { checkEquivalent, equivalentKey, standingEquivalents } from './equivalent.ts';
import { refusalSentence } from './refusal.ts';

const defaults = [
  ['ISIL', 'ISIS'],
  ['per cent', 'percent'],
] as const;

const shown = (choices: Parameters<typeof standingEquivalents>[1]): readonly string[] =>
  standingEquivalents(defaults, choices).map(({ a, b, origin }) => `${a} = ${b} (${origin})`);

describe('a pair of equivalents', () => {
  it('is the same in any case, order, spacing and punctuation', () => {
    const keys = [
      ['U.S.', 'United States'],
      ['united  states', 'US'],
      ['“us”', 'UNITED-STATES'],
    ].map(([a = '', b = '']) => equivalentKey({ a, b }));
    expect(new Set(keys).size).toBe(1);
    expect(equivalentKey({ a: 'a', b: 'b c' })).not.toBe(equivalentKey({ a: 'a b', b: 'c' }));
  });

  it('is kept as it was typed, on one line', () => {
    expect(checkEquivalent(' Islamic\n State ', "Da'esh")).toEqual({
      ok: true,
      value: { a: 'Islamic State', b: "Da'esh" },
    });
  });

  it.each([
    ['', 'x', '“” cannot be an equivalent: it needs a word, and at most 200 characters that can be printed.'],
    ['x', '…!', '“…!” cannot be an equivalent: it needs a word, and at most 200 characters that can be printed.'],
    [
      'x',
      'half \ud83d',
      '“half �” cannot be an equivalent: it needs a word, and at most 200 characters that can be printed.',
    ],
    ['one two three four five', 'x', '“one two three four five” has 5 words; an equivalent has 4 at most.'],
    [
      'US',
      'U.S.',
      '“US” and “U.S.” are the same word as it is: case, accents and punctuation never make a difference.',
    ],
    ['isis', 'Isil', '“ISIL” and “ISIS” are equivalents already.'],
  ])('is refused: %s and %s', (a, b, sentence) => {
    const added = addEquivalent(a, b, standingEquivalents(defaults, []));
    expect(added.ok ? '' : refusalSentence(added.error)).toBe(sentence);
  });
});

describe('the table of equivalents', () => {
  it('has what the program brings, then what the project added', () => {
    expect(shown([{ a: 'Putin', b: 'Kremlin', standing: true }])).toEqual([
      'ISIL = ISIS (default)',
      'per cent = percent (default)',
      'Putin = Kremlin (project)',
    ]);
  });

  it('is without what the project removed, its own or the program’s', () => {
    expect(
      shown([
        { a: 'isis', b: 'isil', standing: false },
        { a: 'Putin', b: 'Kremlin', standing: false },
      ]),
    ).toEqual(['per cent = percent (default)']);
    expect(shown([{ a: 'isis', b: 'isil', standing: true }])[0]).toBe('ISIL = ISIS (default)');
  });

  it('removes a pair by the name it has there, and refuses one that is not there', () => {
    const standing = standingEquivalents(defaults, []);
    expect(removeEquivalent('Percent', 'PER CENT', standing)).toEqual({
      ok: true,
      value: { type: 'equivalent-removed', payload: { a: 'per cent', b: 'percent' } },
    });
    const missing = removeEquivalent('Putin', 'Kremlin', standing);
    expect(missing.ok ? '' : refusalSentence(missing.error)).toBe(
      '“Putin” and “Kremlin” are no equivalents, so there is nothing to remove.',
    );
  });
});
