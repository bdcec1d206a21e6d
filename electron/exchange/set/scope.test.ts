import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnnotatedSet } from '#shared/domain/annotated-set.ts';
import { arbitrarySet } from '../testing/arbitrary-set.ts';
import { copiedSet, documentOf, goldenText, occurrenceOf, setOf, t1, t2 } from '../testing/golden-set.ts';
import { scopedSet, wholeScope, type Scope } from './scope.ts';

const bens = occurrenceOf('t4', 'claim', 17, 23, { annotator: 'Ben' });
const set = setOf([...copiedSet.documents(), documentOf('doc4', goldenText, [bens], { group: 'doc4' })], {
  bare: ['a9'],
});

/** `doc1 t1! t2!`: the documents, what is left in each, and a mark where it leads its annotation. */
function parts(found: AnnotatedSet): readonly string[] {
  return [...found.documents()].map(({ id, occurrences }) =>
    [id, ...occurrences.map(({ annotation, leads }) => `${annotation}${leads ? '!' : ''}`)].join(' '),
  );
}
const scoped = (scope: Partial<Scope>): readonly string[] => parts(scopedSet(set, { ...wholeScope, ...scope }));

describe('a scope', () => {
  it('of everything is the set itself', () => expect(scopedSet(set, wholeScope)).toBe(set));

  it.each<[string, Partial<Scope>, readonly string[]]>([
    ['documents', { documents: ['doc2', 'doc9'] }, ['doc2 t1! t2!']],
    ['no documents', { documents: [] }, []],
    ['groups', { groups: ['doc1'] }, ['doc1 t1! t2!', 'doc2 t1 t2']],
    ['documents of a group', { groups: ['doc1'], documents: ['doc1', 'doc3'] }, ['doc1 t1! t2!']],
    ['labels', { labels: ['rebuttal'] }, ['doc1 t2!', 'doc2 t2', 'doc3', 'doc4']],
    ['annotators', { annotators: ['Ben'] }, ['doc1', 'doc2', 'doc3', 'doc4 t4!']],
    ['statuses', { statuses: ['detached', 'differs'] }, ['doc1', 'doc2 t1! t2!', 'doc3', 'doc4']],
    [
      'all of these',
      { labels: ['claim'], annotators: ['Anna'], statuses: ['exact'] },
      ['doc1 t1!', 'doc2', 'doc3', 'doc4'],
    ],
  ])('of %s has these alone', (_, scope, expected) => expect(scoped(scope)).toEqual(expected));

  it('of passages has of each annotation the one that leads it', () => {
    expect(scoped({ rows: 'passages' })).toEqual(['doc1 t1! t2!', 'doc2', 'doc3', 'doc4 t4!']);
    expect(scoped({ rows: 'passages', documents: ['doc2'] })).toEqual(['doc2 t1! t2!']);
  });

  it('is led by one that counts, if any does, where the leader is not in it', () => {
    const copies = setOf([
      documentOf('a', goldenText, [t1]),
      documentOf('b', goldenText, [{ ...t1, counted: false, own: false, leads: false, status: 'detached' }]),
      documentOf('c', goldenText, [{ ...t1, own: false, leads: false }]),
    ]);
    expect(parts(scopedSet(copies, { ...wholeScope, documents: ['b', 'c'] }))).toEqual(['b t1', 'c t1!']);
    expect(parts(scopedSet(copies, { ...wholeScope, documents: ['b'] }))).toEqual(['b t1!']);
  });

  it('says how many documents it has, and which labels', () => {
    const part = scopedSet(set, { ...wholeScope, groups: ['doc1'], labels: ['claim'] });
    expect([part.size, part.labels.map(({ label }) => label)]).toEqual([2, ['claim']]);
    expect(scopedSet(set, { ...wholeScope, labels: ['claim'] }).size).toBe(4);
  });

  it('has annotations that stand nowhere only where it leaves nothing out', () => {
    expect(scopedSet(set, { rows: 'passages' }).bare).toEqual(['a9']);
    expect(scopedSet(set, { ...wholeScope, annotators: ['Anna'] }).bare).toEqual([]);
  });

  it('leaves occurrences that belong to no annotation as they are', () => {
    const loose = { annotation: '', leads: true };
    const found = setOf([
      documentOf('a', goldenText, [
        { ...t1, ...loose },
        { ...t2, ...loose },
      ]),
    ]);
    expect(parts(scopedSet(found, { rows: 'passages' }))).toEqual(['a ! !']);
  });
});

const anyScope: fc.Arbitrary<Scope> = fc.record(
  {
    documents: fc.subarray(['d0', 'd1', 'd2', 'd3']),
    groups: fc.subarray(['', 'd0']),
    statuses: fc.subarray(['exact', 'edited', 'differs', 'partial', 'detached']),
    rows: fc.constantFrom('occurrences', 'passages'),
  },
  { requiredKeys: ['rows'] },
);

describe('every part of a set', () => {
  it('has of each of its annotations just one occurrence that leads', () => {
    fc.assert(
      fc.property(arbitrarySet, anyScope, (whole, scope) => {
        const part = scopedSet(whole, scope);
        const documents = [...part.documents()];
        const all = documents.flatMap(({ occurrences }) => occurrences);
        const leading = all.filter(({ leads }) => leads).map(({ annotation }) => annotation);
        expect(leading.toSorted()).toEqual([...new Set(all.map(({ annotation }) => annotation))].toSorted());
        expect(documents.length).toBe(part.size);
        if (scope.rows === 'passages') expect(leading.length).toBe(all.length);
      }),
      { numRuns: 500 },
    );
  });

  it('has the same annotations by passages as by occurrences, and is the same on every walk', () => {
    fc.assert(
      fc.property(arbitrarySet, anyScope, (whole, scope) => {
        const annotations = (part: AnnotatedSet): ReadonlySet<string> =>
          new Set([...part.documents()].flatMap(({ occurrences }) => occurrences.map(({ annotation }) => annotation)));
        const part = scopedSet(whole, scope);
        expect(annotations(scopedSet(whole, { ...scope, rows: 'passages' }))).toEqual(annotations(part));
        expect([...part.documents()]).toEqual([...part.documents()]);
      }),
    );
  });
});
