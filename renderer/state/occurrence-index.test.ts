import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChanges, noRows, type Change } from '#shared/contract/commit.ts';
import { applyToIndex, emptyIndex, type OccurrenceIndex, type OccurrencesByKey } from './occurrence-index.ts';
import { occurrenceChange, occurrenceRow } from './project.fixture.ts';

const change: fc.Arbitrary<Change> = fc
  .tuple(
    fc.constantFrom('a', 'b', 'c'),
    fc.constantFrom('d0', 'd1'),
    fc.nat(2),
    fc.constantFrom('', 'why'),
    fc.boolean(),
  )
  .map(([annotation, document, start, reason, gone]) =>
    occurrenceChange(occurrenceRow(annotation, document, start, reason), gone),
  );

function grouped(rows: OccurrencesByKey, by: 'document' | 'annotation'): OccurrenceIndex['byDocument'] {
  const names = new Set([...rows.values()].map((row) => row[by]));
  return new Map([...names].map((name) => [name, new Map([...rows].filter(([, row]) => row[by] === name))]));
}

describe('the index of occurrences', () => {
  it('is what grouping all rows anew would give, after any commits', () => {
    fc.assert(
      fc.property(fc.array(fc.array(change, { maxLength: 6 }), { maxLength: 8 }), (commits) => {
        let rows = noRows;
        let index = emptyIndex;
        for (const changes of commits) {
          index = applyToIndex(index, rows.occurrence, changes);
          rows = applyChanges(rows, changes);
        }
        expect(index.byDocument).toEqual(grouped(rows.occurrence, 'document'));
        expect(index.byAnnotation).toEqual(grouped(rows.occurrence, 'annotation'));
      }),
    );
  });

  it('keeps the groups of other documents as they are', () => {
    const first = [occurrenceRow('a', 'd0', 1), occurrenceRow('a', 'd1', 1)].map((row) => occurrenceChange(row));
    const before = applyToIndex(emptyIndex, new Map(), first);
    const after = applyToIndex(before, applyChanges(noRows, first).occurrence, [
      occurrenceChange(occurrenceRow('b', 'd0', 2)),
    ]);
    expect(after.byDocument.get('d1')).toBe(before.byDocument.get('d1'));
  });

  it('is the same object after a commit without occurrences', () => {
    expect(applyToIndex(emptyIndex, new Map(), [])).toBe(emptyIndex);
  });
});
