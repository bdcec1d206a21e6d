import * as fc from 'fast-check';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ReadDocument } from '../set/read-document.ts';
import { lossesOf } from '../set/holding.ts';
import type { SetSource } from '../set/source.ts';
import { verifySet } from '../set/verification.ts';
import { documentOf, goldenSet, goldenText, setOf, t1 } from '../testing/golden-set.ts';
import { memoryFile, textSource, writtenSource, writtenTexts } from '../testing/memory-source.ts';
import { mutated } from '../testing/mutation.ts';
import { itemsOf, placedIn, setOfSource } from '../testing/set-of-source.ts';
import { uimaJsonFormat } from './json-format.ts';
import { onlyDocument, spansOf, wordsOf } from './testing/read-spans.ts';
import { uimaXmiFormat } from './xmi-format.ts';

const samples = '../shared/data/formats/uima';

describe('the golden document as CAS JSON', () => {
  it('has the offsets of formats in UTF-16 units, and a document annotation over all of it', async () => {
    const { 'doc1.json': written = '' } = await writtenTexts(goldenSet, uimaJsonFormat);
    const cas = JSON.parse(written) as {
      '%FEATURE_STRUCTURES': readonly Record<string, unknown>[];
      '%VIEWS': unknown;
    };
    const places = cas['%FEATURE_STRUCTURES'].map(({ '%ID': id, '%TYPE': type, begin, end }) => [id, type, begin, end]);
    expect(places).toEqual([
      [1, 'uima.cas.Sofa', undefined, undefined],
      [2, 'uima.tcas.DocumentAnnotation', 0, 28],
      [3, 'annot.Document', undefined, undefined],
      [4, 'annot.Fragment', 0, 1],
      [5, 'annot.Fragment', 17, 23],
      [6, 'annot.Span', 0, 23],
      [9, 'uima.cas.FSArray', undefined, undefined],
      [7, 'annot.Span', 3, 11],
      [8, 'annot.Span', 5, 16],
    ]);
    expect(cas['%FEATURE_STRUCTURES'][0]?.['sofaString']).toBe(goldenText);
    expect(cas['%FEATURE_STRUCTURES'][6]?.['%ELEMENTS']).toEqual([4, 5]);
    expect(cas['%VIEWS']).toEqual({ _InitialView: { '%SOFA': 1, '%MEMBERS': [2, 3, 6, 7, 8] } });
  });
});

describe('the golden document as XMI', () => {
  it('has the same offsets, and its line ends as references', async () => {
    const { 'doc1.xmi': written = '' } = await writtenTexts(goldenSet, uimaXmiFormat);
    expect(written).toContain('sofaString="A😀B claims C.&#10;D denies it.&#10;"');
    expect(written).toContain('<tcas:DocumentAnnotation xmi:id="2" sofa="1" begin="0" end="28"');
    expect(written).toContain('<annot:Span xmi:id="7" sofa="1" begin="3" end="11" label="claim"');
    expect(written).toContain('<annot:Span xmi:id="8" sofa="1" begin="5" end="16" label="rebuttal"');
    expect(written).toContain('<cas:View sofa="1" members="2 3 6 7 8"/>');
  });

  it('stands beside a type system with our three types', async () => {
    const { 'TypeSystem.xml': written = '' } = await writtenTexts(goldenSet, uimaXmiFormat);
    expect([...written.matchAll(/<typeDescription><name>([^<]+)/gu)].map(([, name]) => name)).toEqual([
      'annot.Span',
      'annot.Fragment',
      'annot.Document',
    ]);
  });

  it('says the same as CAS JSON', async () => {
    const json = await setOfSource(await writtenSource(goldenSet, uimaJsonFormat), uimaJsonFormat);
    const xmi = await setOfSource(await writtenSource(goldenSet, uimaXmiFormat), uimaXmiFormat);
    expect([...xmi.documents()]).toEqual([...json.documents()]);
  });

  it('has documents whose ids look like those of structures', async () => {
    const set = setOf([documentOf('2', goldenText, [t1])]);
    expect(await verifySet(set, uimaXmiFormat, { text: true }, await writtenSource(set, uimaXmiFormat))).toBeNull();
  });

  it('has U+FFFD for what XML cannot hold, and says so', async () => {
    const set = setOf([documentOf('doc1', 'a\u0001b', [{ ...t1, start: 2, end: 3 }])]);
    expect(lossesOf(set, uimaXmiFormat, { text: true })).toContainEqual({
      kind: 'character',
      count: 1,
      examples: ['U+0001 in doc1.txt'],
    });
    expect((await onlyDocument(await writtenSource(set, uimaXmiFormat), uimaXmiFormat)).text).toBe('a\ufffdb');
  });
});

describe.skipIf(!existsSync(samples))('the samples of cassis (../shared/data/formats/uima)', () => {
  const file = (sample: string, name: string): SetSource => ({
    name,
    files: [memoryFile(name, readFileSync(`${samples}/${sample}/${name}`))],
    close: () => undefined,
  });
  const read = (sample: string): Promise<readonly [ReadDocument, ReadDocument]> =>
    Promise.all([
      onlyDocument(file(sample, 'data.json'), uimaJsonFormat),
      onlyDocument(file(sample, 'debug.xmi'), uimaXmiFormat),
    ]);

  it.each(['casWithTextAndAnnotations', 'casWithEmojiUnicodeTextAndAnnotations'])(
    '%s has the same spans in JSON and in XMI',
    async (sample) => {
      const [json, xmi] = await read(sample);
      expect(spansOf(json).length).toBeGreaterThan(3);
      expect(spansOf(xmi)).toEqual(spansOf(json));
    },
  );

  it('cover the words they should', async () => {
    const [text] = await read('casWithTextAndAnnotations');
    expect(wordsOf(text)).toEqual(['This', 'is', 'a', 'test']);
    const [json, xmi] = await read('casWithEmojiUnicodeTextAndAnnotations');
    expect(xmi.text).toBe(json.text);
    expect(wordsOf(json)).toEqual(['🥳', 'This', '👳🏻‍♀️', 'is', '✆', 'a', '🧔🏾‍♂️', 'test', '👻']);
    expect(placedIn(xmi)).toEqual(placedIn(json).map((one, at) => ({ ...one, read: xmi.spans[at] })));
  });

  it.each([
    ['JSON', uimaJsonFormat],
    ['XMI', uimaXmiFormat],
  ])('are the same when they were written as %s and read again', async (_, format) => {
    const set = await setOfSource(file('casWithEmojiUnicodeTextAndAnnotations', 'data.json'), uimaJsonFormat);
    expect(await verifySet(set, format, { text: true }, await writtenSource(set, format))).toBeNull();
  });
});

describe.each([
  ['CAS JSON', uimaJsonFormat],
  ['XMI', uimaXmiFormat],
])('%s with something broken in it', (_, format) => {
  it('never makes the reader crash', async () => {
    const files = await writtenTexts(goldenSet, format);
    const [name = '', text = ''] = Object.entries(files).find(([path]) => path.startsWith('doc1')) ?? [];
    await fc.assert(
      fc.asyncProperty(mutated(text), async (broken) => {
        const items = await itemsOf(textSource({ [name]: broken }), format);
        for (const item of items) if (item.type === 'document') placedIn(item.document);
        expect(items.length).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });
});
