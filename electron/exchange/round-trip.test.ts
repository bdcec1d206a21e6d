import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnnotatedOccurrence, AnnotatedSet } from '#shared/domain/annotated-set.ts';
import { readableFormatNames, setFormats } from './set/catalogue.ts';
import { heldDocument } from './set/holding.ts';
import { verifySet } from './set/verification.ts';
import { arbitrarySet } from './testing/arbitrary-set.ts';
import { copiedSet, documentOf, emptySet, goldenSet, goldenText, setOf, t1, t2 } from './testing/golden-set.ts';
import { writtenSource } from './testing/memory-source.ts';

const whole = { text: true };

describe.each(readableFormatNames)('%s', (name) => {
  const format = setFormats[name];
  /** What is wrong with a file of `written` where `set` should be in it. */
  const difference = async (set: AnnotatedSet, written = set): Promise<string | null> =>
    verifySet(set, format, whole, await writtenSource(written, format));

  it('reads back what it wrote, whatever the set', async () => {
    await fc.assert(
      fc.asyncProperty(arbitrarySet, async (set) => {
        expect(await difference(set)).toBeNull();
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ['the golden document', goldenSet],
    ['copies that are detached or wait for a look', copiedSet],
    ['no documents at all', emptySet],
    ['a document in which nothing is tagged', setOf([documentOf('doc1', goldenText)])],
  ])('reads back %s', async (_, set) => expect(await difference(set)).toBeNull());

  it('reads back two spans that are the same in every respect but their annotator', async () => {
    const twice = setOf([
      documentOf('doc1', goldenText, [t1, { ...t1, annotation: 't4', passage: 't4', annotator: 'Ben' }]),
    ]);
    expect(await difference(twice)).toBeNull();
  });

  const holdsSpans = [...golden([t1]).documents()].some((document) => heldDocument(document, format) !== null);
  describe.skipIf(!holdsSpans)('where something was changed', () => {
    it('notices that a span has moved', async () => {
      expect(await difference(golden([t1]), golden([{ ...t1, start: 5 }]))).not.toBeNull();
    });

    it('notices that a span is missing, or one too many', async () => {
      expect(await difference(golden([t1, t2]), golden([t1]))).not.toBeNull();
      expect(await difference(golden([t1]), golden([t1, { ...t2, start: 12, end: 14 }]))).not.toBeNull();
    });

    it('notices another label', async () => {
      expect(await difference(golden([t1]), golden([{ ...t1, label: 'rebuttal' }]))).not.toBeNull();
    });

    it('notices a changed text', async () => {
      const other = setOf([documentOf('doc1', goldenText.replace('claims', 'denies'), [t1])]);
      expect(await difference(golden([t1]), other)).not.toBeNull();
    });
  });
});

function golden(occurrences: readonly AnnotatedOccurrence[]): AnnotatedSet {
  return setOf([documentOf('doc1', goldenText, occurrences)]);
}
