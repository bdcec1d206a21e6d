import { Ajv } from 'ajv';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnnotatedSet } from '#shared/domain/annotated-set.ts';
import { lossesOf } from '../set/holding.ts';
import { lossSentence } from '../set/loss.ts';
import { arbitrarySet } from '../testing/arbitrary-set.ts';
import { copiedSet, documentOf, emptySet, goldenSet, goldenText, setOf, t1 } from '../testing/golden-set.ts';
import { writtenTexts } from '../testing/memory-source.ts';
import { w3cFormat } from './format.ts';
import { idToUrn } from './iri.ts';
import { collectionSchema } from './testing/model-schema.ts';

interface Shown {
  readonly id: string;
  readonly body: readonly { readonly purpose: string; readonly value: string }[];
  readonly target: readonly { readonly selector: readonly object[] }[];
}
interface Collection {
  readonly total: number;
  readonly last?: string;
  readonly first?: { readonly id: string; readonly items: readonly Shown[] };
}

const own = (name: string): string => `urn:variorum:${name}`;

async function collectionOf(set: AnnotatedSet): Promise<Collection> {
  return JSON.parse((await writtenTexts(set, w3cFormat))[''] ?? '') as Collection;
}

const collection = await collectionOf(goldenSet);
const items = collection.first?.items ?? [];
const target = {
  type: 'SpecificResource',
  source: idToUrn('doc1'),
  label: 'doc1.txt',
  [own('sha256')]: documentOf('doc1', goldenText).sha256,
  [own('id')]: 'doc1',
};

describe('the golden document as a Web Annotation collection', () => {
  it('selects by code points and by quote, a target for each range', () => {
    const selector = (start: number, end: number, exact: string, prefix: string, suffix: string): object[] => [
      { type: 'TextPositionSelector', start, end },
      { type: 'TextQuoteSelector', exact, prefix, suffix },
    ];
    const mark = { [own('occurrence')]: expect.stringMatching(/^urn:uuid:/u) as string };
    expect(items.map((item) => item.target)).toEqual([
      [
        { ...target, ...mark, selector: selector(0, 1, 'A', '', '😀B claims C.\nD denies it.\n') },
        { ...target, ...mark, selector: selector(16, 22, 'denies', 'A😀B claims C.\nD ', ' it.\n') },
      ],
      [{ ...target, selector: selector(2, 10, 'B claims', 'A😀', ' C.\nD denies it.\n') }],
      [{ ...target, selector: selector(4, 15, 'claims C.\nD', 'A😀B ', ' denies it.\n') }],
    ]);
  });

  it('tags with the label, comments with the note, says who and when, and what belongs together', () => {
    expect(items[2]).toMatchObject({
      type: 'Annotation',
      motivation: 'tagging',
      creator: { type: 'Person', name: 'Anna' },
      created: '2026-03-01T10:20:30.400Z',
      body: [
        { type: 'TextualBody', purpose: 'tagging', format: 'text/plain', value: 'rebuttal', label: 'Rebuttal' },
        { type: 'TextualBody', purpose: 'commenting', format: 'text/plain', value: 'see page 3' },
      ],
      [own('annotation')]: 't2',
    });
  });

  it('is a collection with one page in it, and has none when it is empty', async () => {
    expect(collection).toMatchObject({
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      id: 'urn:uuid:0197a0c0-0000-7000-8000-000000000001',
      type: 'AnnotationCollection',
      label: 'Golden',
      total: 3,
      first: { type: 'AnnotationPage', startIndex: 0, partOf: 'urn:uuid:0197a0c0-0000-7000-8000-000000000001' },
    });
    expect(collection.last).toBe(collection.first?.id);
    expect(Object.keys(await collectionOf(emptySet))).toEqual(['@context', 'id', 'type', 'label', 'total']);
  });

  it('leaves out what does not count, and says so', async () => {
    expect((await collectionOf(copiedSet)).total).toBe(2);
    expect(lossesOf(copiedSet, w3cFormat, { text: false }).map(({ kind }) => kind)).toContain('uncounted-occurrence');
    expect(lossesOf(goldenSet, w3cFormat, { text: false }).map(lossSentence)).toContain(
      'Other programs do not see: that the ranges of an occurrence belong together (each is a place of its own to them) (1: “A … denies”).',
    );
  });
});

describe('the data model', () => {
  const ajv = new Ajv({ strict: false, formats: { iri: /^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>"{}|\\^`]+$/u } });
  const isValid = ajv.compile(collectionSchema);

  it('has all it demands, whatever the set', async () => {
    await fc.assert(
      fc.asyncProperty(arbitrarySet, async (set) => {
        isValid(await collectionOf(set));
        expect(isValid.errors ?? []).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it.each([
    ['an annotation without an id', { ...items[0], id: undefined }],
    [
      'an offset below zero',
      { ...items[1], target: [{ ...target, selector: [{ type: 'TextPositionSelector', start: -1, end: 2 }] }] },
    ],
    ['a source that is no IRI', { ...items[1], target: [{ source: 'page 1', selector: [] }] }],
  ])('is not taken in by %s', (_, item) => {
    const changed: unknown = JSON.parse(
      JSON.stringify({ ...collection, first: { ...collection.first, items: [item] } }),
    );
    expect(isValid(changed)).toBe(false);
  });

  it('gives every annotation an id of its own', async () => {
    const twice = setOf([
      documentOf('', goldenText, [t1, { ...t1, label: 'rebuttal' }], { name: 'one' }),
      documentOf('', goldenText, [t1], { name: 'two' }),
    ]);
    const ids = (await collectionOf(twice)).first?.items.map(({ id }) => id);
    expect(new Set(ids).size).toBe(3);
  });
});
