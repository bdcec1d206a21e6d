import { describe, expect, it } from 'vitest';
import { occurrenceSchema, rangesOf } from '#shared/domain/occurrence.ts';
import { createCopyFinder, type CopyFinder } from './copy-finder.oracle.ts';

const LEAD = 'The minister opened the new harbour on Tuesday and spoke to reporters for an hour.';
const TAIL = 'Fishermen in the town have waited for eleven years and few of them believed him.';

/** A finder over an article with `claim` in the middle, and another that has `copy` there. */
function pairWith(claim: string, copy: string): CopyFinder {
  const finder = createCopyFinder();
  finder.add({ id: 'own', text: `${LEAD} ${claim} ${TAIL}` });
  finder.add({ id: 'copy', text: `${LEAD} ${copy} ${TAIL}` });
  return finder;
}

/** What tagging `claim` gives in the copy: status and the words there. */
function copyOf(claim: string, copy: string, tagged = claim): unknown {
  const start = LEAD.length + 1 + claim.indexOf(tagged);
  const { occurrences } = pairWith(claim, copy).copiesOf('own', { start, end: start + tagged.length });
  const text = `${LEAD} ${copy} ${TAIL}`;
  return occurrences.slice(1).map((found) => [found.status, text.slice(found.start, found.end)]);
}

const CLAIM = 'We will build 300 houses and we will not raise the tax on fuel this year.';

describe('the status of a copy', () => {
  it('is exact when only typography, case and spacing differ', () => {
    expect(copyOf('He said “we’ve won — twice” today.', 'HE SAID "we\'ve  won - twice" today!')).toEqual([
      ['exact', 'HE SAID "we\'ve  won - twice" today!'],
    ]);
  });

  it('is exact when a word is broken in two by a line end', () => {
    const copy = CLAIM.replace('houses', 'hou- ses');
    expect(copyOf(CLAIM, copy)).toEqual([['exact', copy]]);
  });

  it('is edited when words differ and no negation or number changed', () => {
    const copy = CLAIM.replace('build', 'erect').replace('this year', 'this coming year');
    expect(copyOf(CLAIM, copy)).toEqual([['edited', copy]]);
  });

  it('is edited when a number is spelt out', () => {
    const copy = 'She met five of them and asked about the plan for the bridge.';
    expect(copyOf(copy.replace('five', '5'), copy)).toEqual([['edited', copy]]);
  });

  it.each([
    ['a number changed', CLAIM.replace('300', '500')],
    ['a negation was left out', CLAIM.replace('will not raise', 'will raise')],
    ['a negation was put in', CLAIM.replace('will build', 'will never build')],
    ['a number was put in', CLAIM.replace('raise the tax', 'raise the 20 percent tax')],
  ])('differs when %s', (_, copy) => {
    expect(copyOf(CLAIM, copy)).toEqual([['differs', copy]]);
  });

  it('is partial when much of the span is not in the copy', () => {
    expect(copyOf(CLAIM, 'We will build 300 houses.')).toEqual([['partial', 'We will build 300 houses.']]);
  });

  it('is edited for a few words put for a few others, tight between matched words', () => {
    expect(copyOf(CLAIM, CLAIM.replace('300 houses', 'homes'), 'houses')).toEqual([]);
    expect(
      copyOf('He named the Islamic State as the enemy.', 'He named ISIL as the enemy.', 'the Islamic State'),
    ).toEqual([['edited', 'ISIL']]);
  });

  it('is none when the words were taken out', () => {
    expect(copyOf(CLAIM, CLAIM.replace('this year', ''), 'this year')).toEqual([]);
  });

  it('is none when the words were replaced by a long stretch of others', () => {
    const copy = CLAIM.replace('houses', 'shelters along the coast where the old barracks had once been standing');
    expect(copyOf(CLAIM, copy, 'houses')).toEqual([]);
  });
});

describe('the edges of a copy', () => {
  it('take in quotation marks and stops where the span has them', () => {
    expect(copyOf('“We will pay,” she said.', '"We will pay." She said.', '“We will pay,”')).toEqual([
      ['exact', '"We will pay."'],
    ]);
  });

  it('leave punctuation out where the span leaves it out', () => {
    expect(copyOf('“We will pay,” she said.', '"We will pay." She said.', 'We will pay')).toEqual([
      ['exact', 'We will pay'],
    ]);
  });

  it('take in the bracket whose partner they hold', () => {
    expect(copyOf('He blamed IS for it.', 'He blamed the group (IS) for it.', 'blamed IS')).toEqual([
      ['edited', 'blamed the group (IS)'],
    ]);
  });

  it('follow the first words of a quotation that were put in brackets', () => {
    const claim = '“They came in late and they left before the vote was called,” he said.';
    const copy = '“[The Russians] came in late and they left before the vote was called,” he said.';
    expect(copyOf(claim, copy, '“They came in late and they left')).toEqual([
      ['edited', '“[The Russians] came in late and they left'],
    ]);
  });
});

describe('a copy that something was put into', () => {
  const ADVERT =
    'Subscribe to our letter about the coast and its people, which comes every Friday morning to readers near and far.';
  const PARAGRAPH = `Shares in the builder rose sharply after the news became known in the city. ${ADVERT}`;

  /** What tagging `claim` gives in the copy: status, coverage, the words of each range; and what is listed. */
  function brokenCopyOf(claim: string, copy: string): unknown {
    const start = LEAD.length + 1;
    const found = pairWith(claim, copy).copiesOf('own', { start, end: start + claim.length });
    const text = `${LEAD} ${copy} ${TAIL}`;
    const copies = found.occurrences
      .slice(1)
      .map((one) => [one.status, one.coverage, rangesOf(one).map((range) => text.slice(range.start, range.end))]);
    return found.elsewhere.length === 0 ? copies : [...copies, found.elsewhere];
  }

  it('is one occurrence of two ranges, and counts: nothing of the span was changed', () => {
    const copy = CLAIM.replace('will not', `will\n\n${PARAGRAPH}\n\nnot`);
    expect(brokenCopyOf(CLAIM, copy)).toEqual([
      ['edited', 1, ['We will build 300 houses and we will', 'not raise the tax on fuel this year.']],
    ]);
  });

  it('begins with its first range and ends with its last', () => {
    const copy = CLAIM.replace('will not', `will\n\n${PARAGRAPH}\n\nnot`);
    const start = LEAD.length + 1;
    const { occurrences } = pairWith(CLAIM, copy).copiesOf('own', { start, end: start + CLAIM.length });
    expect(occurrences[1]).toMatchObject({ start, end: start + copy.length });
    expect(occurrenceSchema.safeParse(occurrences[1]).success).toBe(true);
  });

  it('has three ranges where an advert was put in twice', () => {
    const long = `${CLAIM} The fishermen will keep every berth that their fathers had before the war.`;
    const copy = long
      .replace('houses and', `houses\n\n${ADVERT}\n\nand`)
      .replace('The fishermen', `\n${ADVERT}\n\nThe fishermen`);
    expect(brokenCopyOf(long, copy)).toEqual([
      [
        'edited',
        1,
        [
          'We will build 300 houses',
          'and we will not raise the tax on fuel this year.',
          'The fishermen will keep every berth that their fathers had before the war.',
        ],
      ],
    ]);
  });

  it('is found over chains that no alignment joins, however much was put in', () => {
    const long = `${CLAIM} The fishermen will keep every berth that their fathers had before the war.`;
    const page = Array.from({ length: 60 }, (_, at) => `Story ${at} tells of gulls${at} and masts${at}.`).join(' ');
    expect(brokenCopyOf(long, long.replace('The fishermen', `${page}\n\nThe fishermen`))).toEqual([
      ['edited', 1, [CLAIM, 'The fishermen will keep every berth that their fathers had before the war.']],
    ]);
  });

  it('differs when a number or a negation was changed in a range or lost between them, not by what was put in', () => {
    const numbers = `In 2019 not one of the 40 boats had come back. ${PARAGRAPH}`;
    const broken = (text: string): string => text.replace('will not', `will\n\n${numbers}\n\nnot`);
    const statuses = [
      broken(CLAIM),
      broken(CLAIM).replace('300', '500'),
      CLAIM.replace('will not', `will\n\n${PARAGRAPH}\n\n`),
    ].map((copy) => (brokenCopyOf(CLAIM, copy) as readonly (readonly unknown[])[])[0]?.[0]);
    expect(statuses).toEqual(['edited', 'differs', 'differs']);
  });

  it('takes the punctuation that closes and opens at the break', () => {
    const claim = '“We will build 300 houses and we will not raise the tax on fuel this year.”';
    const copy = claim.replace('houses and', `houses,” the minister told them.\n\n${PARAGRAPH}\n\n“And`);
    expect(brokenCopyOf(claim, copy)).toEqual([
      ['edited', 1, ['“We will build 300 houses,”', '“And we will not raise the tax on fuel this year.”']],
    ]);
  });

  it('is in one piece where a quotation is only split by its attribution', () => {
    const claim = '“We will build 300 houses and we will not raise the tax on fuel this year.”';
    const copy = claim.replace('houses and', 'houses,” Carter said. “And');
    expect(brokenCopyOf(claim, copy)).toEqual([['edited', 1, [copy]]]);
  });

  const [first, second] = [
    'We will build 300 houses on the old ropewalk by the sea',
    'and we will not raise the tax on fuel this year.',
  ];

  it('is no copy where the order is not kept: each part is looked at by itself', () => {
    const [one, other] = [first, second].map((part) => [expect.any(String), expect.any(Number), [part]]);
    expect(brokenCopyOf(`${first} ${second}`, `${second}\n\n${PARAGRAPH}\n\n${first}`)).toEqual([other, one]);
  });

  it('is put together of the nearer where a part of it stands there twice', () => {
    const between = 'Nobody at the harbour office wanted to speak to this paper about it on Tuesday evening, or later.';
    const copy = `${first}. ${between} ${first}\n\n${PARAGRAPH}\n\n${second}`;
    expect(brokenCopyOf(`${first} ${second}`, copy)).toEqual([
      ['edited', 1, [first, second]],
      [expect.objectContaining({ document: 'copy', start: LEAD.length + 1, reason: 'small part' })],
    ]);
  });

  it('is none made of scraps: less than half of the span is no copy of it', () => {
    const long = `${CLAIM} The fishermen will keep every berth that their fathers had before the war, and the ferries.`;
    const copy = `We will build 300 houses and we ${PARAGRAPH} every berth that their fathers`;
    expect(
      (brokenCopyOf(long, copy) as readonly (readonly unknown[])[]).filter(([, , ranges]) => Array.isArray(ranges))
        .length,
    ).toBeLessThan(2);
  });
});

describe('a part of the span that stands in a document again', () => {
  it('is listed and not taken for another copy', () => {
    const template = 'Photos from the life of the prime minister in pictures:';
    const own = `${template} he visits a hospital in the north of the country.`;
    const finder = createCopyFinder();
    finder.add({ id: 'own', text: `Alpha beta. ${own} Gamma.` });
    finder.add({ id: 'copy', text: `${template} she opens a bridge. ${own} ${template} they leave.` });
    const { occurrences, elsewhere } = finder.copiesOf('own', { start: 12, end: 12 + own.length });
    const start = `${template} she opens a bridge. `.length;
    expect(occurrences.slice(1)).toEqual([
      { document: 'copy', start, end: start + own.length, status: 'exact', coverage: 1 },
    ]);
    expect(elsewhere.map(({ reason }) => reason)).toEqual(['small part', 'small part']);
  });
});

describe('the same wording that is not the same passage', () => {
  const finder = createCopyFinder();
  finder.add({ id: 'own', text: `${LEAD} At the end of the day we won. ${TAIL}` });
  finder.add({ id: 'other', text: 'Markets fell. At the end of the day, traders went home.' });
  const start = LEAD.length + 1;

  it('is listed as a stock phrase when it has fewer than eight words', () => {
    expect(finder.copiesOf('own', { start, end: start + 21 }).elsewhere).toEqual([
      { document: 'other', start: 14, end: 35, reason: 'stock phrase', coverage: 1 },
    ]);
  });

  it('is a copy when it has eight words', () => {
    const words = 'nobody in this town believed a word of it';
    finder.add({ id: 'a', text: `First. ${words}. And more.` });
    finder.add({ id: 'b', text: `Something else happened; ${words}!` });
    expect(finder.copiesOf('a', { start: 7, end: 7 + words.length }).occurrences).toHaveLength(2);
  });

  it('is found in the span’s own document too', () => {
    const words = 'nobody in this town believed a word of it';
    const twice = createCopyFinder();
    twice.add({ id: 'a', text: `${words}. He said: ${words}.` });
    expect(twice.copiesOf('a', { start: 0, end: words.length }).occurrences.map((found) => found.start)).toEqual([
      0, 52,
    ]);
  });

  it('is found with edits where no eight words in a row are left', () => {
    const own = 'We have seen the water rise in every single street of this old town since the dam was opened.';
    const copy = own.replace('seen', 'watched').replace('single', 'last').replace('since', 'after');
    const edited = createCopyFinder();
    edited.add({ id: 'a', text: `Alpha beta. ${own} Gamma.` });
    edited.add({ id: 'b', text: `Delta epsilon zeta: ${copy} Eta.` });
    const { occurrences } = edited.copiesOf('a', { start: 12, end: 12 + own.length });
    expect(occurrences.slice(1)).toMatchObject([{ document: 'b', start: 20, end: 20 + copy.length, status: 'edited' }]);
  });
});

describe('a few words that stand once in either of two near-copies', () => {
  const [short, long] = ['Oil prices have now spiked again', 'Wages in the valley did not move for a whole decade.'];

  /** What tagging `tagged` finds where `moved` stands at the end of the copy, or why it is only listed. */
  function foundIn(moved: string, tagged: string): readonly (readonly string[])[] {
    const own = `${LEAD} ${short}. ${long} ${TAIL}`;
    const copy = `${LEAD} ${long} ${TAIL} ${moved}`;
    const finder = createCopyFinder();
    finder.add({ id: 'own', text: own });
    finder.add({ id: 'copy', text: copy });
    const start = own.indexOf(tagged);
    const { occurrences, elsewhere } = finder.copiesOf('own', { start, end: start + tagged.length });
    return [
      ...occurrences.slice(1).map((one) => [one.status, copy.slice(one.start, one.end)]),
      ...elsewhere.map((one) => [one.reason, copy.slice(one.start, one.end)]),
    ];
  }

  it.each([
    ['a sentence', `${short}.`],
    ['a quotation', `As she put it, “${short}” – and left.`],
    ['a line', `Weather\n${short}\nMore`],
  ])('are a copy wherever they were moved, if they are a whole sentence here and %s there', (_, moved) => {
    expect(foundIn(moved, short)).toEqual([['exact', short]]);
  });

  it.each([
    ['begin within a sentence there', `Meanwhile it seems that ${short}.`, short],
    ['end within one there', `${short} in the city.`, short],
    [
      'are a part of a sentence in both',
      `Meanwhile it seems that ${short} in the city.`,
      'prices have now spiked again',
    ],
  ])('are only listed if they %s', (_, moved, tagged) => {
    expect(foundIn(moved, tagged)).toEqual([['stock phrase', tagged]]);
  });
});

describe('a span without words', () => {
  it('has no copies', () => {
    const finder = pairWith('— 🎉 —', '— 🎉 —');
    const start = LEAD.length + 1;
    expect(finder.copiesOf('own', { start, end: start + 6 })).toEqual({
      occurrences: [{ document: 'own', start, end: start + 6, status: 'exact', coverage: 1 }],
      elsewhere: [],
    });
  });
});

describe('the edges of a copy', () => {
  it('cut a word where the span cuts it, and nowhere else', () => {
    expect([copyOf('He spoke virtually alone.', 'HE SPOKE VIRTUALLY ALONE!', 'rtually al')]).toEqual([
      [['exact', 'RTUALLY AL']],
    ]);
    expect(copyOf('He said we haven’t won.', "He said we haven't won.", 'we haven')).toEqual([['exact', 'we haven']]);
  });

  it('take in the marks that sit on the last character, also on a bracket', () => {
    const copy = 'the minister (Carter)\u0301 told them of the plan.';
    expect(copyOf('the minister (Carter) told them of the plan.', copy, '(Carter)')).toEqual([
      ['exact', '(Carter)\u0301'],
    ]);
    const first = 'they met \u0600123 of them there.';
    expect(copyOf('they met 123 of them there.', first, '123 of')).toEqual([['exact', '\u0600123 of']]);
  });
});
