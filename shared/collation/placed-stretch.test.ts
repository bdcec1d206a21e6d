import { expect, test } from 'vitest';
import { createCopyFinder } from './copy-finder.oracle.ts';

const LEAD = 'The minister opened the new harbour on Tuesday and spoke to reporters for an hour.';
const TAIL = 'Fishermen in the town have waited for eleven years and few of them believed him.';

/** What tagging `tagged` of the one text gives in the other: the words of every range, or what `tell` says of it. */
function copyOf(
  own: string,
  copy: string,
  tagged: string,
  tell = (start: number, end: number): string => copy.slice(start, end),
): readonly string[] {
  const finder = createCopyFinder();
  finder.add({ id: 'own', text: own });
  finder.add({ id: 'copy', text: copy });
  const start = own.indexOf(tagged);
  const { occurrences } = finder.copiesOf('own', { start, end: start + tagged.length });
  return occurrences
    .slice(1)
    .flatMap(({ start: from, end, ranges }) =>
      (ranges ?? [{ start: from, end }]).map((range) => tell(range.start, range.end)),
    );
}

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

test('a word is found behind a bracket that was put in before the next sentence', () => {
  const mistake = 'it was a mistake to compare the war with a boxing match.';
  expect(
    copyOf(
      `${TAIL} Rubio seemed unable to recall the name of the famous opponent, victor Floyd Mayweather. Or else ${mistake}`,
      `${TAIL} Rubio said first words tune since voting largely caused multitude apology change literally Mayweather. [as we know] Or else ${mistake}`,
      `Floyd Mayweather. Or else ${mistake}`,
    ),
  ).toEqual([
    `said first words tune since voting largely caused multitude apology change literally Mayweather. [as we know] Or else ${mistake}`,
  ]);
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

test('a few words that stand once in either of two near-copies are a copy wherever they were moved', () => {
  const [short, long] = ['Oil prices have now spiked again.', 'Wages in the valley did not move for a whole decade.'];
  expect(
    copyOf(
      `${LEAD} ${short} ${long} ${TAIL}`,
      `${LEAD} ${long} ${TAIL} Meanwhile it ${short}`,
      'prices have now spiked again',
    ),
  ).toEqual(['prices have now spiked again']);
});
