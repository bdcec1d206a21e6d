import { expect, test } from 'vitest';
import type { CopiedStretch } from './alignment.ts';
import { copyOf, LEAD, TAIL } from './copied-text.oracle.ts';
import { noEquivalents } from './equivalents.ts';
import { indexDocument } from './indexed-document.ts';
import { placed } from './placed-stretch.ts';

test('a name that begins another paragraph too is not taken for the end of the copy', () => {
  expect(
    copyOf(
      `${LEAD} His first attempt failed in the cold winter of that year.\n\nNow, Mr. Vilsack is heading into his last year. ${TAIL}\n\nMr. Vilsack was also central in pushing for the law on ferries.`,
      `${LEAD} His first attempt failed in the cold winter of that year.\n\nMr. Vilsack was also central in pushing for the law on ferries.`,
      'attempt failed in the cold winter of that year.\n\nNow, Mr. Vilsack is heading',
    ),
  ).toEqual(['attempt failed in the cold winter of that year']);
});

test('the first words behind a long rewriting are the copy’s, however few of them the span has', () => {
  expect(
    copyOf(
      `${LEAD} “People in this town will change their mind about all of it once they have seen who the man is,” he said. But ${TAIL}`,
      `${LEAD} “People power morning congress shows evening forceful capitol request hurricane session table,” he said. But ${TAIL}`,
      'spoke to reporters for an hour. “People in this town will change their mind about all of it once they have seen who the man is,” he said. But',
    ),
  ).toEqual([
    'spoke to reporters for an hour. “People power morning congress shows evening forceful capitol request hurricane session table,” he said. But',
  ]);
});

test('words that end one sentence and stand before the next part of the copy too are the sentence’s that they end', () => {
  const [one, other, last] = [
    'Goff said that the campaign had begun having discreet talks with some of these companies.',
    'An attachment to the letter seems to discuss relations with every one of the technology companies.',
    'This memo seems to have been drafted some time in October, before she announced her run.',
  ];
  expect(
    copyOf(
      `${LEAD} ${other} ${one} ${last} ${TAIL}`,
      `${LEAD} ${one} ${other} ${last} ${TAIL}`,
      'having discreet talks with some of these companies. This memo seems to have been drafted',
    )[0],
  ).toBe('having discreet talks with some of these companies.');
});

test('of two places that say as much of the span the one in the longer copied stretch is taken', () => {
  const rule = 'appearing on the ballot twice in the same election';
  const copy = `${LEAD} There is a law that bans candidates from ${rule}, we hear. Members met again. ${TAIL} State law keeps everyone from ${rule}. The ferries go on.`;
  expect(
    copyOf(
      `${TAIL} State law keeps everyone from ${rule}. Paul tried without success to convince them of something else.`,
      copy,
      'the ballot twice in the same election. Paul tried without success',
      (start) => copy.slice(start - 40, start),
    ),
  ).toEqual(['State law keeps everyone from appearing on '.slice(-40)]);
});

test('who said it belongs to a quotation that was cut short', () => {
  expect(
    copyOf(
      `${LEAD} “Why I wrote the letter is that I want to comply with the law of this land as it was told to me by the judge,” he said. ${TAIL}`,
      `${LEAD} “Why I wrote the letter is that I . . .” he said. Shares rose in the city on the news from the harbour.`,
      'and spoke to reporters for an hour. “Why I wrote the letter is that I want to comply with the law of this land as it was told to me by the judge,” he said.',
    ),
  ).toEqual(['and spoke to reporters for an hour. “Why I wrote the letter is that I . . .” he said.']);
});

test('a word set twice without a space is still the first word', () => {
  expect(
    copyOf(
      `${LEAD} The boy had been playing with a toy in the park. ${TAIL}`,
      `${LEAD} His two sons once hadhad been playing with a toy in the park. ${TAIL}`,
      'had been playing with a toy',
    ),
  ).toEqual(['hadhad been playing with a toy']);
});

/** Two stretches with other words between them that go on one from the other, put in their places. */
function placedTogether(one: Partial<CopiedStretch>, other: Partial<CopiedStretch>): readonly CopiedStretch[] {
  const text = (between: string): string => `all of them went home early ${between} and then they slept until noon`;
  const [a, b] = [
    indexDocument({ id: 'a', text: text('because nobody there had asked') }, 1),
    indexDocument({ id: 'b', text: text('when somebody knocked at doors') }, 2),
  ];
  const stretches: readonly CopiedStretch[] = [
    {
      runs: [{ a: 0, b: 0, length: 6 }],
      words: 6,
      fromA: 0,
      toA: 6,
      fromB: 0,
      toB: 6,
      after: { a: 11, b: 11 },
      ...one,
    },
    { runs: [{ a: 11, b: 11, length: 7 }], words: 7, fromA: 11, toA: 18, fromB: 11, toB: 18, ...other },
  ];
  return placed({ a, b, equivalents: noEquivalents }, stretches, { from: 0, to: 18 });
}

test('two stretches with a rewriting between them are one, with the words of both', () => {
  expect(placedTogether({}, {}).map(({ fromA, toA, words }) => [fromA, toA, words])).toEqual([[0, 18, 13]]);
});

test.each([
  ['the first', { isRepeat: true }, {}],
  ['the second', {}, { isRepeat: true }],
  ['either', { isRepeat: true }, { isRepeat: true }],
] as const)('they stay two where %s is only the same wording once more', (_, one, other) => {
  expect(placedTogether(one, other).map(({ words, isRepeat }) => [words, isRepeat])).toEqual([
    [6, 'isRepeat' in one ? true : undefined],
    [7, 'isRepeat' in other ? true : undefined],
  ]);
});

test('they may be chance only where both may', () => {
  const candidate = { isCandidate: true } as const;
  const isCandidate = (one: Partial<CopiedStretch>, other: Partial<CopiedStretch>): readonly (true | undefined)[] =>
    placedTogether(one, other).map((stretch) => stretch.isCandidate);
  expect([
    isCandidate(candidate, candidate),
    isCandidate(candidate, {}),
    isCandidate({}, candidate),
    isCandidate({}, {}),
  ]).toEqual([[true], [undefined], [undefined], [undefined]]);
});
