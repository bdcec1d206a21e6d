import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import expected from '#seeds/expected.json' with { type: 'json' };
import { tokenise } from '#shared/text/tokens.ts';
import { furnitureOf, furnitureSpans } from './furniture.ts';
import { createLineLedger } from './line-ledger.ts';
import { isNewStory } from './new-story.ts';
import { candidateLines, type IsStanding } from './standing-lines.ts';

const furniture = (text: string, isStanding?: IsStanding): readonly string[] => {
  const tokens = tokenise(text);
  const spans = furnitureSpans(text, tokens, furnitureOf(text, tokens, isStanding));
  return spans.map(({ start, end }) => text.slice(start, end));
};

/** Sixteen paragraphs that no other number has. */
const story = (number: number): string =>
  Array.from({ length: 16 }, (_, paragraph) =>
    Array.from({ length: 20 }, (_, word) => `w${letters(number)}q${letters(paragraph * 20 + word)}`).join(' '),
  ).join('\n\n');

const letters = (number: number): string =>
  number.toString(26).replaceAll(/[0-9]/g, (digit) => 'qrstuvwxyz'[Number(digit)] ?? '');

/** What a source teaches with these texts, none of which shares anything with another but its lines. */
function taught(...texts: readonly string[]): IsStanding {
  const ledger = createLineLedger();
  for (const text of texts) {
    const tokens = tokenise(text);
    const lines = candidateLines(text, tokens);
    if (isNewStory(tokens.count, lines, [])) ledger.noteStory('Gazette', lines);
  }
  return (hash) => ledger.isStanding('Gazette', hash);
}

const five = [1, 2, 3, 4, 5];
const bio = 'Ann Reed has written about harbours for the Gazette since long before there was one in this town.';

describe('the standing lines of a source', () => {
  it('are found in the stories that taught them and in the next', () => {
    const isStanding = taught(...five.map((number) => `The Gazette daily\n${story(number)}\n\n${bio}`));
    expect(furniture(`The Gazette daily\n${story(9)}\n\n  ${bio} \n`, isStanding)).toEqual(['The Gazette daily', bio]);
  });

  it('are found wherever they stand in a story that comes later', () => {
    const isStanding = taught(...five.map((number) => `${story(number)}\n\n${bio}`));
    expect(furniture(`${story(8)}\n\n${bio}\n\n${story(9)}`, isStanding)).toEqual([bio]);
  });

  it('may begin alike and end differently', () => {
    const names = Array.from({ length: 20 }, (_, at) => `Show this picture in full: ${letters(500 + at)}`);
    const isStanding = taught(...names.map((line, at) => `${line}\n${story(at)}`));
    expect(furniture(`Show this picture in full: Tom Hill\n${story(30)}`, isStanding)).toEqual([
      'Show this picture in full: Tom Hill',
    ]);
  });

  it('are not the sentences of one short text that is said again and again', () => {
    const claim = 'The harbour has never made any money and never will make any money for anyone in this town.';
    const isStanding = taught(...five.map((number) => `Short note ${letters(number)} today.\n${claim}`));
    expect(furniture(`Another note today.\n${claim}`, isStanding)).toEqual([]);
  });

  it('are not the lines of one story that is printed again and again', () => {
    const ledger = createLineLedger();
    const text = `The harbour is closed\n${story(1)}\n\n${bio}`;
    const tokens = tokenise(text);
    const lines = candidateLines(text, tokens);
    for (let copy = 0; copy < 50; copy += 1) {
      const shared = copy === 0 ? [] : [[{ from: 0, to: tokens.count }]];
      if (isNewStory(tokens.count, lines, shared)) ledger.noteStory('Gazette', lines);
    }
    expect(furniture(text, (hash) => ledger.isStanding('Gazette', hash))).toEqual([]);
  });

  it('are not marked in a text that is made of little else', () => {
    const isStanding = taught(...five.map((number) => `The Gazette daily\n${story(number)}\n\n${bio}`));
    expect(furniture(`The Gazette daily\n${bio}\nThat is all.`, isStanding)).toEqual([]);
  });
});

describe('the lines known beforehand', () => {
  it('are marked without any ledger', () => {
    expect(furniture('Harbour closed\n\nThe harbour was closed.\n\n Read more \nShare:')).toEqual([
      'Read more',
      'Share:',
    ]);
  });

  it('are the furniture of the five articles, and nothing else of them is', () => {
    const found = expected.documents.map(({ file }) =>
      furniture(readFileSync(new URL(`../../seeds/${file}`, import.meta.url), 'utf8')).join(' | '),
    );
    expect(found).toEqual([
      'Support The Moscow Times! | Read more',
      '',
      'Leave a Reply | This site uses Akismet to reduce spam. Learn how your comment data is processed.',
      'Share: | More In Home',
      '',
    ]);
  });
});

describe('marks', () => {
  const someLine = fc.constantFrom(
    '',
    ' ',
    'Read more',
    'Harbour news',
    'the harbour was closed again',
    '— — —',
    '港は閉鎖された',
    'Share:\t',
  );
  const someText = fc.array(someLine, { maxLength: 12 }).map((lines) => lines.join('\n'));

  it('cover whole lines, and spans are those lines without the white space around', () => {
    fc.assert(
      fc.property(someText, fc.nat(3), (text, modulus) => {
        const tokens = tokenise(text);
        const marks = furnitureOf(text, tokens, (hash) => modulus > 0 && hash % modulus === 0);
        const marked: string[] = [];
        let at = 0;
        for (const line of text.split('\n')) {
          const inLine = [...marks].filter((_, word) => {
            const start = tokens.starts[word] ?? 0;
            return start >= at && start < at + line.length;
          });
          expect(new Set(inLine).size).toBeLessThanOrEqual(1);
          if (inLine[0] === 1) marked.push(line.trim());
          at += line.length + 1;
        }
        expect(furnitureSpans(text, tokens, marks).map(({ start, end }) => text.slice(start, end))).toEqual(marked);
      }),
    );
  });

  it('never hold more than half of a text by what was learned', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('harbour news', 'the harbour was closed', 'ships left'), { maxLength: 9 }),
        (lines) => {
          const text = lines.join('\n');
          const tokens = tokenise(text);
          const marks = furnitureOf(text, tokens, (hash) => hash % 2 === 0);
          expect(marks.reduce((sum, mark) => sum + mark, 0)).toBeLessThanOrEqual(tokens.count / 2);
        },
      ),
    );
  });
});
