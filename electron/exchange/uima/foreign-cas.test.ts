import { describe, expect, it } from 'vitest';
import type { SetSource } from '../set/source.ts';
import { hostileXml } from '../testing/hostile-xml.ts';
import { memoryFile, textSource } from '../testing/memory-source.ts';
import { placedIn, problemsOf } from '../testing/set-of-source.ts';
import { uimaJsonFormat } from './json-format.ts';
import { onlyDocument, spansOf, wordsOf } from './testing/read-spans.ts';
import { uimaXmiFormat } from './xmi-format.ts';

const sofa = { '%ID': 1, '%TYPE': 'uima.cas.Sofa', sofaID: '_InitialView', sofaString: 'A😀B claims C.' };

function jsonOf(structures: readonly unknown[], rest: Readonly<Record<string, unknown>> = {}): SetSource {
  return textSource({ 'a.json': JSON.stringify({ '%TYPES': {}, '%FEATURE_STRUCTURES': structures, ...rest }) });
}

describe('CAS JSON of others', () => {
  const one = (features: Readonly<Record<string, unknown>>, type = 'x.Thing'): SetSource =>
    jsonOf([sofa, { '%ID': 2, '%TYPE': type, '@sofa': 1, ...features }]);

  it.each([
    ['begin and end', { begin: 3, end: 11 }, '3-11 Thing'],
    ['^begin and ^end, as the specification has it', { '^begin': 3, '^end': 11 }, '3-11 Thing'],
    ['a value, as named entities of DKPro have', { begin: 3, end: 11, value: 'PER' }, '3-11 PER'],
    ['a label', { begin: 3, end: 11, value: 'x', label: 'claim' }, '3-11 claim'],
    ['an empty value', { begin: 3, end: 11, value: '' }, '3-11 Thing'],
    ['names of what objects have', { begin: 3, end: 11, toString: 'x', valueOf: 'y' }, '3-11 Thing'],
  ])('may have spans with %s', async (_, features, expected) => {
    expect(spansOf(await onlyDocument(one(features), uimaJsonFormat))).toEqual([expected]);
  });

  it('may have a header, and structures by their ids', async () => {
    const text = JSON.stringify({
      '%HEADER': { '%VERSION': '0.4.0' },
      '%TYPES': {},
      '%FEATURE_STRUCTURES': {
        '1': { ...sofa, '%ID': undefined },
        '2': { '%TYPE': 'x.Thing', '@sofa': 1, begin: 3, end: 4 },
      },
      '%VIEWS': {},
    });
    expect(spansOf(await onlyDocument(textSource({ 'a.json': text }), uimaJsonFormat))).toEqual(['3-4 Thing']);
  });

  it.each([
    ['beyond the text', { begin: 3, end: 99 }, '3–99 is no span of the text'],
    ['inside a character', { begin: 2, end: 11 }, 'cuts a character in two'],
    ['before the text', { begin: -1, end: 4 }, 'no span of the text'],
    ['the wrong way round', { begin: 4, end: 3 }, 'ends before it begins'],
    ['of nothing', { begin: 4, end: 4 }, 'covers nothing'],
    ['no number', { '#begin': 'NaN', end: 4 }, 'no span of the text'],
    ['no whole number', { begin: 3.5, end: 4 }, 'no span of the text'],
    ['huge', { begin: 3, end: 1e308 }, 'no span of the text'],
    ['a text', { begin: 3, end: '[object]' }, 'no span of the text'],
  ])('has its spans refused where offsets are %s', async (_, features, why) => {
    const [only] = placedIn(await onlyDocument(one(features), uimaJsonFormat));
    expect(only).toMatchObject({ type: 'rejected', why: expect.stringContaining(why) as unknown });
  });

  it('is not guessed at: what it counts is certain', async () => {
    const source = jsonOf([
      { ...sofa, sofaString: '😀\n😀 ab cd' },
      { '%ID': 2, '%TYPE': 'x.Thing', '@sofa': 1, begin: 7, end: 8 },
    ]);
    expect(wordsOf(await onlyDocument(source, uimaJsonFormat))).toEqual(['b']);
  });

  it('counts CR LF as two', async () => {
    const source = jsonOf([
      { ...sofa, sofaString: 'ab\r\ncd' },
      { '%ID': 2, '%TYPE': 'x.Thing', '@sofa': 1, begin: 4, end: 6 },
    ]);
    expect(placedIn(await onlyDocument(source, uimaJsonFormat))).toMatchObject([
      { type: 'ok', place: { start: 3, end: 5 } },
    ]);
  });

  it.each([
    [
      'a second view',
      jsonOf([sofa, { ...sofa, '%ID': 2, sofaID: 'other' }]),
      'a.json: its view “other” is not the first: not imported',
    ],
    [
      'nothing but tokens',
      one({ begin: 0, end: 4 }, 'dkpro.Token'),
      'a.json: it has nothing but tokens and sentences (1): not imported',
    ],
    ['no text', jsonOf([]), 'a.json: it has no text: there is no Sofa in it'],
    ['an id given twice', jsonOf([sofa, sofa]), 'structure at place 2 of a.json: there is another with the id 1'],
    [
      'a structure that is none',
      jsonOf([sofa, 7]),
      'structure at place 2 of a.json: it has no “%ID” that is a number, or no “%TYPE”',
    ],
    [
      'a fragment that is missing',
      one({ begin: 0, end: 4, '@fragments': 9 }),
      'structure 2 of a.json: it refers to a fragment that is not there',
    ],
    [
      'fragments that several spans name',
      jsonOf([
        sofa,
        { '%ID': 2, '%TYPE': 'uima.cas.FSArray', '%ELEMENTS': [3, 3, 3] },
        { '%ID': 3, '%TYPE': 'x.F', '@sofa': 1, begin: 0, end: 1 },
        { '%ID': 4, '%TYPE': 'x.T', '@sofa': 1, begin: 0, end: 1, '@fragments': 2 },
        { '%ID': 5, '%TYPE': 'x.T', '@sofa': 1, begin: 0, end: 1, '@fragments': 2 },
      ]),
      'structure 5 of a.json: its fragments are those of other spans, too',
    ],
    ['no structures', textSource({ 'a.json': '{}' }), 'a.json: it is no CAS: it has no “%FEATURE_STRUCTURES”'],
    ['no JSON', textSource({ 'a.json': '{"%TYPES":' }), 'a.json: it is no JSON'],
    [
      'a key that is an attack',
      textSource({ 'a.json': '{"%FEATURE_STRUCTURES":[{"__proto__":{"x":1}}]}' }),
      'a.json: it has a key “__proto__” or “constructor”, which is an attack',
    ],
    [
      'values nested too deep',
      textSource({ 'a.json': `{"%FEATURE_STRUCTURES":${'['.repeat(100_000)}` }),
      'a.json: it is nested more than 200 deep',
    ],
  ])('with %s is told', async (_, source, expected) =>
    expect(await problemsOf(source, uimaJsonFormat)).toContain(expected),
  );

  it('that is not UTF-8 is told', async () => {
    const source = { ...textSource({}), files: [memoryFile('a.json', Buffer.from([0x7b, 0xff]))] };
    expect(await problemsOf(source, uimaJsonFormat)).toEqual([expect.stringContaining('not UTF-8')]);
  });

  it('takes the title and address of a document of DKPro', async () => {
    const meta = { '%ID': 2, '%TYPE': 'de.x.DocumentMetaData', '@sofa': 1, begin: 0, end: 14 };
    const source = jsonOf([sofa, { ...meta, documentId: 'd7', documentTitle: 'A title', documentUri: 'file:///x' }]);
    expect(await onlyDocument(source, uimaJsonFormat)).toMatchObject({
      id: 'd7',
      name: 'd7',
      title: 'A title',
      url: '',
    });
  });
});

describe('XMI of others', () => {
  const xmi = (inside: string): SetSource =>
    textSource({
      'a.xmi': `<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmlns:x="http:///some/pkg.ecore" xmi:version="2.0">${inside}</xmi:XMI>`,
    });

  it('may have fragments in an array of their own', async () => {
    const source = xmi(
      '<cas:Sofa xmi:id="1" sofaString="abc def"/><x:T xmi:id="2" sofa="1" begin="0" end="7" fragments="5"/><x:F xmi:id="3" sofa="1" begin="0" end="2"/><x:F xmi:id="4" sofa="1" begin="4" end="7"/><cas:FSArray xmi:id="5" elements="3 4"/><cas:View sofa="1" members="2"/>',
    );
    const document = await onlyDocument(source, uimaXmiFormat);
    expect(document.spans).toMatchObject([
      {
        label: 'T',
        ranges: [
          { start: 0, end: 2 },
          { start: 4, end: 7 },
        ],
      },
    ]);
  });

  it('of no package has types all the same', async () => {
    const source = textSource({
      'a.xmi':
        '<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmlns:n="http:///uima/noNamespace.ecore"><cas:Sofa xmi:id="1" sofaString="abc"/><n:Claim xmi:id="2" sofa="1" begin="0" end="3"/></xmi:XMI>',
    });
    expect(spansOf(await onlyDocument(source, uimaXmiFormat))).toEqual(['0-3 Claim']);
  });

  it('may have a text of more than a million characters', async () => {
    const text = 'ab '.repeat(500_000);
    const document = await onlyDocument(xmi(`<cas:Sofa xmi:id="1" sofaString="${text}"/>`), uimaXmiFormat);
    expect(document.text?.length).toBe(1_500_000);
  });

  it.each(hostileXml)('with %s is refused', async (_, text, said) => {
    expect(await problemsOf(textSource({ 'a.xmi': text }), uimaXmiFormat)).toEqual([expect.stringContaining(said)]);
  });

  it('that is other XML is refused', async () => {
    expect(await problemsOf(textSource({ 'a.xmi': '<a/>' }), uimaXmiFormat)).toEqual(['a.xmi: it is no XMI']);
  });
});
