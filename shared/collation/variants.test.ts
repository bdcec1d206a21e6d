import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import expected from '#seeds/expected.json' with { type: 'json' };
import { tokenise } from '#shared/text/tokens.ts';
import { createCopyFinder } from './copy-finder.oracle.ts';
import { naiveStretches } from './naive-stretches.oracle.ts';
import { insertionCandidates } from './variant-candidates.ts';
import type { Wording } from './variant-words.ts';
import { compareWordings } from './variants.ts';

const wordingOf = (text: string): Wording => ({ text, tokens: tokenise(text) });

/** “+ words” only here, “− words” only there, “words → words” replaced, “moved” where it stands in another order. */
function variantsOf(a: string, b: string): readonly string[] {
  const [own, other] = [wordingOf(a), wordingOf(b)];
  return compareWordings(own, other, naiveStretches(own, other)).variants.map((variant) => {
    const here = a.slice(variant.start, variant.end);
    const there = b.slice(variant.againstStart, variant.againstEnd);
    const signs = { insertion: `+ ${here}`, omission: `− ${there}`, substitution: `${here} → ${there}` };
    return signs[variant.kind] + (variant.isMoved ? ' (moved)' : '');
  });
}

/** What is only in the first of the copies. */
function candidatesIn(text: string, ...copies: readonly string[]): readonly string[] {
  const own = wordingOf(text);
  const compared = copies.map((copy, at) => {
    const wording = wordingOf(copy);
    return { document: String(at), wording, comparison: compareWordings(own, wording, naiveStretches(own, wording)) };
  });
  return insertionCandidates(own, new Uint8Array(own.tokens.count), compared).map(
    ({ start, end, lackedBy }) => `${text.slice(start, end)} | ${lackedBy.join(' ')}`,
  );
}

const story =
  'The minister said on Monday that the treaty would be signed before the end of the month. He left no doubt.';

describe('a variant', () => {
  it('takes the brackets of a gloss', () => {
    expect(variantsOf(story.replace('minister', 'minister [of the Interior (Home Office)]'), story)).toEqual([
      '+ [of the Interior (Home Office)]',
    ]);
  });

  it('leaves commas, stops and quotation marks to the words around it', () => {
    const copy = story.replace('the treaty', '“the treaty, he added,”');
    expect(variantsOf(copy, story.replace('the treaty', '“the treaty”'))).toEqual(['+ he added']);
  });

  it('takes its own quotation marks', () => {
    expect(variantsOf(story.replace('the treaty', '“so-called,” the treaty'), story)).toEqual(['+ “so-called,”']);
  });

  it('is a whole sentence with its stop where a sentence was put in', () => {
    expect(variantsOf(story.replace('He left', 'He smiled. He left'), story)).toEqual(['+ He smiled.']);
  });

  it('is a whole paragraph with all its signs where a paragraph was put in, one a paragraph', () => {
    const copy = story.replace(' He left', '\n\n— Photo: Agency\n\n“We will see.”\n\nHe left');
    expect(variantsOf(copy, story.replace(' He left', '\n\nHe left'))).toEqual([
      '+ — Photo: Agency',
      '+ “We will see.”',
    ]);
  });

  it('is read across a line that was broken to fit the page', () => {
    expect(variantsOf(story.replace('the treaty', 'the long\nand disputed treaty'), story)).toEqual([
      '+ long\nand disputed',
    ]);
  });

  it('replaces words by words', () => {
    expect(variantsOf(story.replace('minister', '[secretary]'), story)).toEqual(['[secretary] → minister']);
  });

  it('is an insertion and an omission where one paragraph gave way to another about something else', () => {
    const one = 'Oil prices fell sharply in early trading after a warning about slow demand in Asia.';
    const other = 'A goalkeeper was sold for a record sum, the largest ever paid by any English club.';
    const ending = Array.from({ length: 60 }, (_, at) => `word${at}`).join(' ');
    const within = (paragraph: string): string => `${story}\n\n${paragraph}\n\n${ending}`;
    expect(variantsOf(within(one), within(other))).toEqual([`+ ${one}`, `− ${other}`]);
  });

  it('does not take a heading for a paragraph that happens to have its words', () => {
    const heading = 'Oil and the harbour';
    const long = 'Five ships with oil for three countries were seen leaving the harbour at dawn by several people.';
    const ending = Array.from({ length: 60 }, (_, at) => `word${at}`).join(' ');
    const within = (paragraph: string): string => `${story}\n\n${paragraph}\n\n${ending}`;
    expect(variantsOf(within(heading), within(long)).toSorted()).toEqual([`+ ${heading}`, `− ${long}`]);
  });

  it('says of a paragraph that stands elsewhere that it was moved', () => {
    const moved = 'Five ships were seen leaving the harbour at dawn.';
    expect(variantsOf(`${moved}\n\n${story}`, `${story}\n\n${moved}`)).toEqual([
      `+ ${moved} (moved)`,
      `− ${moved} (moved)`,
    ]);
  });

  it('is none where a word was broken in two, or only the type was set otherwise', () => {
    expect(
      variantsOf(story.replace('minister', 'MIN\u00adISTER').replace('the treaty', 'the “trea ty”'), story),
    ).toEqual([]);
  });

  it('begins at the sentence where the same words could be cut out in two ways', () => {
    const twice =
      'He went home, he said. She stayed, he said. They met again on Tuesday in the capital, and nobody knew why.';
    expect(variantsOf(twice, twice.replace(' She stayed, he said.', ''))).toEqual(['+ She stayed, he said.']);
  });

  it('leaves to its neighbour what the neighbour has taken, where both could be cut out at the same word', () => {
    const [own, other] = [wordingOf('Nobody ha ha. Ha. Ha ha knew'), wordingOf('Nobody ha ha ha knew')];
    const runs = [
      { a: 0, b: 0, length: 1 },
      { a: 2, b: 1, length: 3 },
      { a: 6, b: 4, length: 1 },
    ];
    const { variants } = compareWordings(own, other, [{ runs, words: 5, fromA: 0, toA: 7, fromB: 0, toB: 5 }]);
    expect(variants.map(({ start, end }) => [start, end])).toEqual([
      [14, 17],
      [21, 23],
    ]);
  });

  it('of documents that share a passage only is what lies inside it', () => {
    const other = `Nothing of this is in the other. Nor is that. ${story.replace('on Monday ', '')} And so it went on for ever.`;
    const long = `${story} ${'Another story altogether, with words of its own and no end to them. '.repeat(3)}`;
    expect(variantsOf(long, other)).toEqual(['+ on Monday']);
  });
});

describe('an insertion candidate', () => {
  it('is what every copy lacks', () => {
    const copy = story.replace('minister', 'minister of defence').replace('treaty', 'secret treaty');
    expect(candidatesIn(copy, story, story.replace('treaty', 'secret treaty'))).toEqual(['of defence | 0 1']);
  });

  it('is what is left where a copy has a part of it', () => {
    const copy = story.replace('minister', 'minister of defence, Mr Smith,');
    expect(candidatesIn(copy, story, story.replace('minister', 'minister of defence,'))).toEqual(['Mr Smith | 0 1']);
  });

  it('is no word of grammar alone, nothing that was moved, nothing replaced', () => {
    expect(candidatesIn(story.replace('He left', 'And so he left').replace('minister', 'secretary'), story)).toEqual(
      [],
    );
  });

  it('is nothing of five words that a copy has anywhere, though the aligner did not see it', () => {
    const copy = wordingOf(`${story} Five ships were seen leaving.`);
    const found = ['Five ships were seen leaving.', 'Five ships were lost.'].map((sentence) => {
      const own = wordingOf(`${sentence} ${story}`);
      const longest = naiveStretches(own, copy).filter(({ words }) => words > 10);
      const compared = [{ document: 'copy', wording: copy, comparison: compareWordings(own, copy, longest) }];
      return insertionCandidates(own, new Uint8Array(own.tokens.count), compared).length;
    });
    expect(found).toEqual([0, 1]);
  });

  it('is a headline, but no story that the other copy lacks altogether', () => {
    const rest = Array.from({ length: 12 }, (_, at) => `Paragraph ${at} has some words about quite another matter.`);
    expect(candidatesIn(`Treaty near\n\n${story}\n\n${rest.join('\n\n')}`, story)).toEqual(['Treaty near | 0']);
  });
});

describe('the five articles', () => {
  const texts = new Map(
    expected.documents.map(({ id, file }) => [
      id,
      readFileSync(new URL(`../../seeds/${file}`, import.meta.url), 'utf8'),
    ]),
  );
  const finder = createCopyFinder();
  for (const [id, text] of texts) finder.add({ id, text });

  it.each(expected.variants)('$document differs from $against in the places known', ({ document, against, places }) => {
    expect(finder.variants(document, against)).toEqual(places.map((place) => ({ ...place, isMoved: false })));
  });

  it.each(expected.variants)('$against differs from $document in the same places', ({ document, against, places }) => {
    const there = finder.variants(against, document);
    const spans = there.map(({ start, end, againstStart, againstEnd }) => [againstStart, againstEnd, start, end]);
    expect(spans).toEqual(
      places.map(({ start, end, againstStart, againstEnd }) => [start, end, againstStart, againstEnd]),
    );
  });

  it.each(expected.insertions)('have in $document what its copies lack', ({ document, against, candidates }) => {
    expect(finder.insertions(document, against)).toEqual(candidates);
  });
});
