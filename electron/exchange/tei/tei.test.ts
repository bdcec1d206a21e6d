import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lossesOf } from '../set/holding.ts';
import type { SetSource } from '../set/source.ts';
import { copiedSet, documentOf, goldenSet, goldenText, setOf, t1, t2 } from '../testing/golden-set.ts';
import { hostileXml } from '../testing/hostile-xml.ts';
import { textSource, writtenSource, writtenTexts } from '../testing/memory-source.ts';
import { mutated } from '../testing/mutation.ts';
import { documentsOf, itemsOf, placedIn, problemsOf } from '../testing/set-of-source.ts';
import { parseXml } from '../xml/xml-reader.ts';
import { teiFormat as format } from './format.ts';

/** The text of the only `<ab>`: what is left when the elements are left out. */
function bareText(xml: string): string {
  let text = '';
  let isInside = false;
  parseXml(xml, {
    open: ({ local }) => (isInside ||= local === 'ab'),
    close: ({ local }) => (isInside &&= local !== 'ab'),
    text: (piece) => (text += isInside ? piece : ''),
  });
  return text;
}

describe('the golden document as TEI', () => {
  it('has anchors where spans begin and end, and the text between them as it is', async () => {
    const { 'doc1.xml': xml = '' } = await writtenTexts(goldenSet, format);
    expect(xml).toContain(
      '<ab xml:space="preserve"><anchor xml:id="at.0"/>A<anchor xml:id="at.1"/>😀<anchor xml:id="at.2"/>B <anchor xml:id="at.4"/>claims<anchor xml:id="at.10"/> C.\n<anchor xml:id="at.14"/>'.replace(
        '<anchor xml:id="at.14"/>',
        'D<anchor xml:id="at.15"/>',
      ),
    );
    expect(bareText(xml)).toBe(goldenText);
  });

  it('has a span for each occurrence, and T3 as two that are tied together', async () => {
    const { 'doc1.xml': xml = '' } = await writtenTexts(goldenSet, format);
    const spans = [...xml.matchAll(/<span [^>]*>(?:[^<]*<\/span>)?/gu)].map(([span]) => span);
    expect(spans).toEqual([
      '<span xml:id="s.1.1" ana="#editorial-insertion #fs.1" resp="#by.1" from="#at.0" to="#at.1" next="#s.1.2"/>',
      '<span xml:id="s.1.2" ana="#editorial-insertion #fs.1" resp="#by.1" from="#at.16" to="#at.22" prev="#s.1.1"/>',
      '<span ana="#claim #fs.2" resp="#by.1" from="#at.2" to="#at.10"/>',
      '<span ana="#rebuttal #fs.3" resp="#by.1" from="#at.4" to="#at.15">see page 3</span>',
    ]);
  });

  it('has labels as categories, and annotators as those who are responsible', async () => {
    const { 'doc1.xml': xml = '' } = await writtenTexts(goldenSet, format);
    expect(xml).toContain('<category xml:id="claim"><catDesc>Claim</catDesc></category>');
    expect(xml).toContain('<respStmt xml:id="by.1"><resp>annotated</resp><name>Anna</name></respStmt>');
    expect(xml).toContain('<publisher>The Paper</publisher><date>2026-02-28</date>');
  });

  it('has labels that are no names in XML, too', async () => {
    const odd = setOf([documentOf('doc1', goldenText, [{ ...t1, label: '1 <b>' }])]);
    const { 'doc1.xml': xml = '' } = await writtenTexts(odd, format);
    expect(xml).toContain('<category xml:id="label.1" n="1 &lt;b&gt;">');
    const [document] = await documentsOf(textSource({ 'doc1.xml': xml }), format);
    expect(document?.spans.map(({ label }) => label)).toEqual(['1 <b>']);
  });

  it('loses characters that XML cannot hold, and says so', () => {
    const set = setOf([documentOf('doc1', 'a\u0001b')]);
    expect(lossesOf(set, format, { text: true }).map(({ kind }) => kind)).toContain('character');
  });
});

describe('the apparatus of a group', () => {
  const apparatusOf = async (texts: readonly string[]): Promise<string> => {
    const documents = texts.map((text, at) => documentOf(`doc${at}`, text, [], { group: 'g' }));
    return (await writtenTexts(setOf(documents), format))['apparatus-g.xml'] ?? '';
  };
  const bodyOf = (xml: string): string => /<ab xml:space="preserve">(.*)<\/ab>/su.exec(xml)?.[1] ?? '';
  /** The text of one witness: what all have, and its own readings. */
  const textOf = (body: string, witness: number): string =>
    body
      .replaceAll(/<app>(.*?)<\/app>/gsu, (_, readings: string) => {
        const all = [...readings.matchAll(/<rdg wit="([^"]*)"(?:\/>|>(.*?)<\/rdg>)/gsu)];
        return all.find(([, wit = '']) => wit.split(' ').includes(`#w.${witness}`))?.[2] ?? '';
      })
      .replaceAll('&lt;', '<');

  it('has the readings of each where they differ', async () => {
    expect(bodyOf(await apparatusOf(['Anna says no today.', 'Anna says yes today.', 'Anna says no today.']))).toBe(
      'Anna says <app><rdg wit="#w.1 #w.3">no </rdg><rdg wit="#w.2">yes </rdg></app>today.',
    );
  });

  it('has empty readings where words are missing', async () => {
    expect(bodyOf(await apparatusOf(['one two three', 'one three']))).toBe(
      'one <app><rdg wit="#w.1">two </rdg><rdg wit="#w.2"/></app>three',
    );
  });

  it('gives back the words of each document, whatever they are', async () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd', '<', '😀'), { minLength: 1, maxLength: 14 });
    await fc.assert(
      fc.asyncProperty(fc.array(words, { minLength: 2, maxLength: 4 }), async (documents) => {
        const body = bodyOf(await apparatusOf(documents.map((one) => one.join(' '))));
        const found = documents.map((_, at) =>
          textOf(body, at + 1)
            .trim()
            .split(/\s+/u),
        );
        expect(found).toEqual(documents);
      }),
    );
  });

  it('is not there for a document alone', async () => {
    expect(Object.keys(await writtenTexts(goldenSet, format))).toEqual(['doc1.xml']);
    expect(Object.keys(await writtenTexts(copiedSet, format))).toEqual([
      'doc1.xml',
      'doc2.xml',
      'doc3.xml',
      'apparatus-doc1.xml',
    ]);
  });

  it('is passed over when the files are read', async () => {
    const items = await itemsOf(await writtenSource(copiedSet, format), format);
    expect(items.filter(({ type }) => type === 'document' || type === 'problem')).toHaveLength(3);
  });
});

const start =
  '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>A  title</title></titleStmt></fileDesc><encodingDesc><classDecl><taxonomy><category xml:id="claim"><catDesc>A claim</catDesc></category></taxonomy></classDecl></encodingDesc></teiHeader>';

function tei(body: string, standOff = ''): SetSource {
  return textSource({ 'a.xml': `${start}<text><body>\n${body}\n</body></text>${standOff}</TEI>` });
}

async function found(source: SetSource): Promise<readonly string[]> {
  const [document] = await documentsOf(source, format);
  if (document === undefined) return [];
  return placedIn(document).map((one) => {
    if (one.type === 'rejected') return `${one.read.label}: ${one.why}`;
    const { start: from, end, ranges } = one.place;
    const words = (ranges ?? [{ start: from, end }]).map((range) => document.text?.slice(range.start, range.end));
    return `${one.read.label} ${words.join(' … ')}${one.type === 'ok' ? '' : ` (${one.how})`}`;
  });
}

describe('TEI of others', () => {
  const anchored = '<p xml:id="p1">A😀<anchor xml:id="a1"/>B claims<anchor xml:id="a2"/> C.</p>';
  const span = (attributes: string): string =>
    `<standOff><spanGrp type="annotation"><span ${attributes}/></spanGrp></standOff>`;

  it.each([
    ['spans between anchors', tei(anchored, span('ana="#claim" from="#a1" to="#a2"')), ['claim B claims']],
    [
      'spans in the text',
      tei(`${anchored}<spanGrp><span ana="#claim" from="#a1" to="#a2">x</span></spanGrp>`),
      ['claim B claims'],
    ],
    [
      'places counted in characters',
      tei(anchored, span('ana="#claim" from="#string-index(p1,2)" to="#string-index(p1,10)"')),
      ['claim B claims'],
    ],
    ['segments', tei('<p>One <seg ana="#claim">two <hi>three</hi></seg> four</p>'), ['claim two three']],
    [
      'segments in parts',
      tei(
        '<p><seg xml:id="s1" next="#s2" ana="#claim">One</seg> two <seg xml:id="s2" prev="#s1" ana="#claim">three</seg></p>',
      ),
      ['claim One … three'],
    ],
    [
      'segments one in another',
      tei('<p><seg ana="#claim">One <seg type="x">two</seg></seg></p>'),
      ['claim One two', 'x two'],
    ],
    ['segments that say nothing', tei('<p><seg>One</seg></p>'), []],
    ['labels of another file', tei('<p><seg ana="codes.xml#Rebuttal">One</seg></p>'), ['Rebuttal One']],
    ['several labels', tei('<p><seg ana="#claim #other">One</seg></p>'), ['claim One']],
    [
      'elements as targets',
      tei('<p><w xml:id="w1">One</w> two <w xml:id="w2">three</w></p>', span('type="x" target="#w1 #w2"')),
      ['x One … three'],
    ],
    ['an element as its place', tei('<p xml:id="p1">One</p>', span('type="x" from="#p1"')), ['x One']],
    [
      'a chain that goes round',
      tei(
        '<p><seg xml:id="s1" next="#s2" ana="#claim">One</seg> <seg xml:id="s2" next="#s1" ana="#claim">two</seg></p>',
      ),
      ['claim One … two'],
    ],
    [
      'anchors the wrong way round',
      tei(anchored, span('ana="#claim" from="#a2" to="#a1"')),
      ['claim: 11–3 ends before it begins'],
    ],
  ])('may have %s', async (_, source, spans) => expect(await found(source)).toEqual(spans));

  it('has a line end between its paragraphs, and nothing of the layout around them', async () => {
    const [document] = await documentsOf(
      tei('<head>Title</head>\n  <div><p>One\n two</p>\n  <p>three<lb/>four</p></div>'),
      format,
    );
    expect(document).toMatchObject({ text: 'Title\nOne\n two\nthree\nfour', title: 'A title', name: 'a' });
  });

  it.each([
    [
      'a path of XPath',
      span('ana="#claim" from="xpath1(//p[1])" to="#a2"'),
      'the pointer “xpath1(//p[1])” is none that is followed',
    ],
    ['a match', span('ana="#claim" target="#match(p1, \'B.*\')"'), 'is none that is followed'],
    [
      'an anchor that is missing',
      span('ana="#claim" from="#a1" to="#a9"'),
      'it points at “a9”, which is not in the text',
    ],
    ['a place outside', span('ana="#claim" from="#string-index(p1,99)" to="#a2"'), 'lies outside of the text'],
    ['no place at all', span('ana="#claim"'), 'it does not say where it stands'],
  ])('with %s is told', async (_, standOff, said) =>
    expect(await problemsOf(tei(anchored, standOff), format)).toEqual([expect.stringContaining(said)]),
  );

  it('that is an apparatus is told', async () => {
    const apparatus = `${start}<text><body><p/></body></text></TEI>`.replace(
      '<classDecl>',
      '<variantEncoding/><classDecl>',
    );
    expect(await problemsOf(textSource({ 'a.xml': apparatus }), format)).toEqual([
      'a.xml: it is a critical apparatus: not imported',
    ]);
  });

  it('that is no TEI is told', async () =>
    expect(await problemsOf(textSource({ 'a.xml': '<a/>' }), format)).toEqual([
      'a.xml: it is no TEI: its root is <a>',
    ]));

  it.each(hostileXml)('with %s is refused', async (_, text, said) => {
    expect(await problemsOf(textSource({ 'a.xml': text }), format)).toEqual([expect.stringContaining(said)]);
  });

  it('with a trap for a name is harmless', async () => {
    const features =
      '<standOff><fs xml:id="__proto__"><f name="__proto__"><string>x</string></f><f name="note"><string>n</string></f></fs></standOff>';
    await itemsOf(tei(anchored, features), format);
    expect(({} as Record<string, unknown>)['note']).toBeUndefined();
  });

  it('with something broken in it never makes the reader crash', async () => {
    const set = setOf([documentOf('doc1', goldenText, [t1, t2])]);
    const { 'doc1.xml': text = '' } = await writtenTexts(set, format);
    await fc.assert(
      fc.asyncProperty(mutated(text), async (broken) => {
        const items = await itemsOf(textSource({ 'a.xml': broken }), format);
        for (const item of items) if (item.type === 'document') placedIn(item.document);
        expect(items.length).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });
});
