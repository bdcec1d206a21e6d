import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnnotatedSet } from '#shared/domain/annotated-set.ts';
import { setFormats } from '../set/catalogue.ts';
import { verifySet } from '../set/verification.ts';
import { arbitrarySet } from '../testing/arbitrary-set.ts';
import { copiedSet, documentOf, emptySet, goldenSet, goldenText, setOf, t1, t2 } from '../testing/golden-set.ts';
import { writtenSource } from '../testing/memory-source.ts';
import { countsOf } from './counts.ts';

describe.each(['markdown', 'html', 'docx', 'pdf'] as const)('the report in %s', (name) => {
  const format = setFormats[name];
  const wrong = async (set: AnnotatedSet, written = set): Promise<string | null> =>
    verifySet(set, format, { text: true }, await writtenSource(written, format));

  it('holds all the text that it should, whatever the set', async () => {
    await fc.assert(
      fc.asyncProperty(arbitrarySet, async (set) => {
        expect(await wrong(set)).toBeNull();
      }),
      { numRuns: 150 },
    );
  });

  it.each([
    ['the golden document', goldenSet],
    ['copies that do not count', copiedSet],
    ['no documents at all', emptySet],
    ['a document in which nothing is tagged', setOf([documentOf('doc1', goldenText)])],
  ])('shows %s', async (_, set) => expect(await wrong(set)).toBeNull());

  it.each([
    ['another text', setOf([documentOf('doc1', goldenText.replace('denies', 'admits'), [t1, t2])])],
    ['a missing occurrence', setOf([documentOf('doc1', goldenText, [t1])])],
    ['another note', setOf([documentOf('doc1', goldenText, [t1, { ...t2, note: 'see page 4' }])])],
    ['another label', setOf([documentOf('doc1', goldenText, [{ ...t1, label: 'rebuttal' }, t2])])],
    ['another annotator', setOf([documentOf('doc1', goldenText, [{ ...t1, annotator: 'Ben' }, t2])])],
    ['a missing document', emptySet],
  ])('is refused for %s', async (_, other) => {
    expect(await wrong(setOf([documentOf('doc1', goldenText, [t1, t2])]), other)).not.toBeNull();
  });

  it('is the same each time it is written', async () => {
    const written = async (): Promise<readonly string[]> => {
      const bytes: string[] = [];
      for (const { bytes: read } of (await writtenSource(copiedSet, format)).files) {
        const all = await read();
        bytes.push(all.ok ? Buffer.from(all.value).toString('base64') : all.error);
      }
      return bytes;
    };
    expect(await written()).toEqual(await written());
  });
});

describe('the two counts', () => {
  const counts = (set: AnnotatedSet): readonly string[] =>
    countsOf(set).labels.map(({ label, passages, occurrences }) => `${label} ${passages} · ${occurrences}`);

  it('leave out what does not count', () =>
    expect(counts(copiedSet)).toEqual(['claim 1 · 1', 'rebuttal 1 · 1', 'editorial-insertion 0 · 0']));

  it('count a place once, however many annotators tagged it', () => {
    const both = [
      t1,
      { ...t1, annotation: 't4', annotator: 'Ben' },
      { ...t1, annotation: 't5', passage: 't5', start: 5 },
    ];
    expect(counts(setOf([documentOf('doc1', goldenText, both)]))[0]).toBe('claim 2 · 2');
  });

  it('count copies of a passage as one passage', () => {
    const copied = setOf([documentOf('doc1', goldenText, [t1]), documentOf('doc2', goldenText, [t1])]);
    expect(counts(copied)[0]).toBe('claim 1 · 2');
  });

  it('tell labels that are in no codebook', () =>
    expect(counts(setOf([documentOf('doc1', goldenText, [{ ...t1, label: 'other' }])], { labels: [] }))).toEqual([
      'other 1 · 1',
    ]));
});
