import * as fc from 'fast-check';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { wordingOf } from '#shared/domain/occurrence.ts';
import { annotatedDocument } from '../set/annotated-document.ts';
import { placeSpans } from '../set/placing.ts';
import { verifySet } from '../set/verification.ts';
import { documentOf, goldenSet, goldenText, occurrenceOf, setOf } from '../testing/golden-set.ts';
import { textSource, writtenSource, writtenTexts } from '../testing/memory-source.ts';
import { mutated } from '../testing/mutation.ts';
import { documentsOf, itemsOf, problemsOf } from '../testing/set-of-source.ts';
import { w3cFormat } from './format.ts';
import { readW3c } from './read.ts';

/** Label and words of each span in the golden text, or why there are none. */
async function outcomes(value: unknown, limit?: number): Promise<readonly string[]> {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const read = { read: (source: Parameters<typeof readW3c>[0]) => readW3c(source, limit) };
  const found = await itemsOf(textSource({ 'set.jsonld': text }), read);
  return found.flatMap((item) => {
    if (item.type === 'problem') return [`${item.where}: ${item.why}`];
    if (item.type !== 'document') return [];
    return placeSpans(item.document, goldenText).map((one) => {
      if (one.type === 'rejected') return `${one.read.where}: ${one.why}`;
      const words = `${one.read.label}: ${wordingOf(goldenText, one.place)}`;
      return one.type === 'ok' ? words : `${words} (${one.how})`;
    });
  });
}

const position = (start: number, end: number): object => ({ type: 'TextPositionSelector', start, end });
const quote = (exact: string, rest: object = {}): object => ({ type: 'TextQuoteSelector', exact, ...rest });
const tagged = (selector: unknown, rest: object = {}): object => ({
  id: 'http://x.example/1',
  type: 'Annotation',
  motivation: 'tagging',
  body: { type: 'TextualBody', value: 'claim' },
  target: { source: 'http://x.example/page', selector },
  ...rest,
});

describe('the reader of Web Annotations', () => {
  it.each([
    ['a bare annotation', tagged(position(2, 10)), ['claim: B claims']],
    ['position and quote', tagged([position(2, 10), quote('B claims')]), ['claim: B claims']],
    ['a start of 0', tagged([position(0, 1), quote('A')]), ['claim: A']],
    [
      'UTF-16 units, which it names',
      tagged([position(3, 11), quote('B claims')]),
      ['claim: B claims (the file counts UTF-16 units)'],
    ],
    ['a quote alone', tagged(quote('denies')), ['claim: denies']],
    [
      'a quote that stands twice',
      tagged(quote('i')),
      ['annotation 1 (http://x.example/1): “i” stands in several places, and the file has no offsets'],
    ],
    ['a quote that stands twice, with what is before it', tagged(quote('i', { prefix: 'den' })), ['claim: i']],
    [
      'a quote that stands nowhere',
      tagged(quote('approves')),
      ['annotation 1 (http://x.example/1): “approves” stands nowhere in the text, and the file has no offsets'],
    ],
    [
      'a selector refined by a quote',
      tagged({ type: 'FragmentSelector', value: 'p1', refinedBy: quote('denies') }),
      ['claim: denies'],
    ],
    [
      'a position within a part, which says nothing of the whole',
      tagged({ type: 'FragmentSelector', value: 'p1', refinedBy: position(2, 10) }),
      ['annotation 1 (http://x.example/1): it has for its target by FragmentSelector: not imported'],
    ],
    [
      'a target as a whole',
      tagged(undefined, { target: 'http://x.example/page' }),
      ['annotation 1 (http://x.example/1): it has for its target the whole of http://x.example/page: not imported'],
    ],
    [
      'no source and relative ids',
      tagged(undefined, { id: '#a1', target: { selector: [quote('denies')] } }),
      ['claim: denies'],
    ],
    [
      'several tags',
      tagged(position(2, 10), {
        body: [
          { type: 'TextualBody', purpose: 'tagging', value: 'one' },
          { type: 'TextualBody', purpose: 'classifying', value: 'two' },
          { type: 'TextualBody', purpose: 'commenting', value: 'note' },
        ],
      }),
      ['one: B claims', 'two: B claims'],
    ],
    ['no tag', tagged(position(2, 10), { motivation: 'oa:highlighting', body: undefined }), ['highlighting: B claims']],
    ['no motivation', tagged(position(2, 10), { motivation: undefined }), ['annotation: B claims']],
    ['the short form of a body', tagged(position(2, 10), { body: undefined, bodyValue: 'short' }), ['short: B claims']],
    [
      'several targets',
      tagged(undefined, {
        target: [
          { source: 'http://x.example/page', selector: position(2, 10) },
          { source: 'http://x.example/page', selector: quote('denies') },
        ],
      }),
      ['claim: B claims', 'claim: denies'],
    ],
    [
      'offsets that are none',
      tagged([{ type: 'TextPositionSelector', start: '2', end: null }, quote('denies')]),
      ['claim: denies'],
    ],
    [
      'offsets outside of the text',
      tagged(position(2, 99)),
      ['annotation 1 (http://x.example/1): 2–99 is no span of the text: it reaches beyond its end, at 27'],
    ],
    ['something else', { type: 'Thing' }, ['set.jsonld: there is something that is no annotation: it has no target']],
    ['no JSON', '{"type": "Annotation",', ['set.jsonld: it is no JSON']],
    ['deep nesting', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, ['set.jsonld: it is nested more than 200 deep']],
    [
      'a prototype',
      '{"__proto__": {"target": 1}, "type": "Annotation"}',
      ['set.jsonld: it has a key “__proto__” or “constructor”, which is an attack'],
    ],
  ])('reads %s', async (_, value, expected) => {
    expect(await outcomes(value)).toEqual(expected);
  });

  const one = tagged(position(2, 10));
  const two = tagged(quote('denies'));
  const page = (list: readonly object[], next?: unknown): object => ({ type: 'AnnotationPage', items: list, next });
  const both = ['claim: B claims', 'claim: denies'];

  it.each([
    ['a list of annotations', [one, two], both],
    ['a page', page([one, two]), both],
    ['a collection with its first page', { type: 'AnnotationCollection', first: page([one, two]) }, both],
    ['pages within pages', { type: ['AnnotationCollection'], first: page([one], page([two])) }, both],
    ['a list of pages', [page([one]), page([two])], both],
    [
      'a page that is elsewhere',
      page([one, two], 'http://x.example/page2'),
      [
        'set.jsonld: the page “http://x.example/page2” is not in the file, and nothing is fetched: not imported',
        ...both,
      ],
    ],
  ])('reads %s, whole and as it streams', async (_, value, expected) => {
    expect((await outcomes(value)).toSorted()).toEqual(expected.toSorted());
    expect((await outcomes(value, 0)).toSorted()).toEqual(expected.toSorted());
  });

  it('names an item that is broken when it streams, and reads the others', async () => {
    const text = `{"type":"AnnotationPage","items":[${JSON.stringify(one)},{"target":},${JSON.stringify(two)}]}`;
    expect(await outcomes(text, 0)).toEqual(['item 2: it is no JSON', ...both]);
  });

  it('names a file that is cut short when it streams', async () => {
    const text = JSON.stringify(page([one, two])).slice(0, -30);
    expect((await outcomes(text, 0)).at(-1)).toBe('set.jsonld: “set.jsonld” is cut short after item 1.');
  });

  it('knows a document by its address, its id, its name and its hash', async () => {
    const [found] = await documentsOf(textSource({ 'a.json': JSON.stringify(one) }), w3cFormat);
    expect(found).toMatchObject({ id: 'http://x.example/page', url: 'http://x.example/page', text: null });
    const [golden] = await documentsOf(await writtenSource(goldenSet, w3cFormat), w3cFormat);
    const { id, name, sha256 } = documentOf('doc1', goldenText);
    expect(golden).toMatchObject({ id, name, sha256, text: null });
  });

  it('keeps the ids of occurrences whose ranges are broken apart', async () => {
    const ranges = [
      { start: 0, end: 1 },
      { start: 17, end: 23 },
    ];
    const twice = setOf([
      documentOf('doc1', goldenText, [
        occurrenceOf('a', 'claim', 0, 23, { ranges }),
        occurrenceOf('b', 'claim', 0, 23, { ranges }),
      ]),
    ]);
    expect(await verifySet(twice, w3cFormat, { text: false }, await writtenSource(twice, w3cFormat))).toBeNull();
  });

  it('has only items for any file', async () => {
    const text = (await writtenTexts(goldenSet, w3cFormat))[''] ?? '';
    await fc.assert(
      fc.asyncProperty(mutated(text), fc.constantFrom(undefined, 0), async (changed, limit) => {
        await outcomes(changed, limit);
      }),
    );
  });
});

const samples = join(import.meta.dirname, '../../../../shared/data/formats/w3c/correct');

describe.skipIf(!existsSync(samples))('samples of the W3C (../shared/data/formats/w3c)', () => {
  const read = (name: string): ReturnType<typeof textSource> =>
    textSource({ [name]: readFileSync(join(samples, name), 'utf8') });

  it.each([
    ['anno26.json', 'Well, this is an anotation that has some faults.', 'anotation'],
    ['anno27.json', 'x'.repeat(800), 'x'.repeat(383)],
    ['anno32.json', 'Here is text before the Selected Text and text after it.', 'Selected Text'],
  ])('%s covers what it declares, and the same again when it was written', async (name, text, words) => {
    expect(await problemsOf(read(name), w3cFormat)).toEqual([]);
    const [found] = await documentsOf(read(name), w3cFormat);
    if (found === undefined) throw new Error('nothing was read');
    const document = annotatedDocument(found, text, placeSpans(found, text));
    expect(document.occurrences.map((one) => wordingOf(text, one))).toEqual([words]);
    expect(document.occurrences[0]?.note).toMatch(/^http:\/\/example\.org\//u);
    const labels = [{ label: 'annotation', name: 'annotation', key: '' }];
    const set = setOf([document], { labels });
    expect(await verifySet(set, w3cFormat, { text: false }, await writtenSource(set, w3cFormat))).toBeNull();
  });

  it('collection1.json gives its one quote and its one position; what has no place in a text is told', async () => {
    const documents = await documentsOf(read('collection1.json'), w3cFormat);
    const spans = documents.flatMap((document) => document.spans.map(({ quote, start, end }) => [quote, start, end]));
    expect(spans).toEqual([
      ['anotation', Number.NaN, Number.NaN],
      [null, 412, 795],
      ['Selected Text', Number.NaN, Number.NaN],
    ]);
    const problems = await problemsOf(read('collection1.json'), w3cFormat);
    expect(problems).toHaveLength(47);
    for (const one of problems) expect(one).toMatch(/: not imported$/u);
  });
});
