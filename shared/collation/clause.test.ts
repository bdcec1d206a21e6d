import { expect, test } from 'vitest';
import { copyOf, LEAD, TAIL } from './copied-text.oracle.ts';

test('a sentence that ends in another word is taken to its end, although nothing is the same beyond', () => {
  expect(
    copyOf(
      `${LEAD} It will not be misused in any of our towns, he said. And then they went home.`,
      `${LEAD} It will not be misused in any of our towns, he says. Something else was on the table.`,
      'be misused in any of our towns, he said. And then',
    ),
  ).toEqual(['be misused in any of our towns, he says']);
});

test('the words that a rewritten sentence ends with are found behind the new ones', () => {
  expect(
    copyOf(
      `${LEAD} Only a third of those under forty own a home. In the year before, that figure was 42 percent. Some rent.`,
      `${LEAD} Only a third of those under forty own a home. In the Mormons anti 42 percent. Two of them were there.`,
      'of those under forty own a home. In the year before, that figure was 42',
    ),
  ).toEqual(['of those under forty own a home. In the Mormons anti 42']);
});

test('where a sentence was cut out before one that begins alike, the span has the words that are left', () => {
  expect(
    copyOf(
      `${LEAD} The paper will not say it again. The middle class is losing all that it has earned. ${TAIL}`,
      `${LEAD} The middle class is losing all that it had earned. ${TAIL}`,
      'The middle class is losing all that it has earned.',
    ),
  ).toEqual(['The middle class is losing all that it had earned.']);
  expect(
    copyOf(
      `${LEAD} He once said that his favourite perk in the office was immunity from all prosecution. He kept a boat there and went out in it with all of his friends. ${TAIL}`,
      `${LEAD} He kept a boat there and went out in it with all of his friends. ${TAIL}`,
      'spoke to reporters for an hour. He once said that his favourite perk in the office was immunity from all prosecution. He kept a boat there and went out in it with all of his friends.',
    ),
  ).toEqual(['spoke to reporters for an hour. He kept a boat there and went out in it with all of his friends.']);
});

test('a dateline stands for nothing of the span', () => {
  const rest = 'said on Tuesday that the harbour would be opened before the winter.';
  expect(
    copyOf(
      `House Speaker John Boehner ${rest} ${TAIL}`,
      `WASHINGTON (AP) — Boehner ${rest} ${TAIL}`,
      `Speaker John Boehner ${rest}`,
    ),
  ).toEqual([`Boehner ${rest}`]);
});

test('words before a dash that are no dateline stand for the span’s', () => {
  const rest = 'would be opened before the winter, said the master of the ferries.';
  const own = `Our own third pier beside it – ${rest} ${TAIL}`;
  for (const first of ['Mr Smith runs pre-season ferries –', 'Some new one, he wrote –'])
    expect(copyOf(own, `${first} ${rest} ${TAIL}`, `Our own third pier beside it – ${rest}`)).toEqual([
      `${first} ${rest}`,
    ]);
});

test('a sentence joined to the one before is followed over the and', () => {
  expect(
    copyOf(
      `${LEAD} ${TAIL} He said that the others should get them as well.`,
      `${LEAD} ${TAIL.replace('.', ', and he')} only conference hunt photograph women boom liberal world what cast work.`,
      'few of them believed him. He said that',
    ),
  ).toEqual(['few of them believed him, and he']);
});
