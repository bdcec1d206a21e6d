import { describe, expect, it } from 'vitest';
import type { Change } from '#shared/contract/commit.ts';
import type { CollationRow, CountRow, LabelRow } from '#shared/contract/rows.ts';
import { countKey } from '#shared/contract/rows.ts';
import { emptyMirror, receiveCommit, type Mirror } from './mirror.ts';
import {
  annotationChange,
  annotationRow,
  documentChange,
  documentRow,
  occurrenceChange,
  occurrenceRow,
} from './project.fixture.ts';
import {
  annotationOf,
  annotationsIn,
  countsOf,
  documentsInOrder,
  groupsOf,
  labelsInOrder,
  pendingIn,
  pendingTotal,
  totalsOf,
} from './selectors.ts';

function after(mirror: Mirror, ...changes: readonly Change[]): Mirror {
  const received = receiveCommit(mirror, { base: mirror.seq, seq: mirror.seq + 1, changes, whole: false });
  if (received.type !== 'applied') throw new Error(`The commit was ${received.type}.`);
  return received.mirror;
}

const loaded: Mirror = { ...emptyMirror, seq: 0 };

function label(id: string, position: number): Change {
  const row: LabelRow = { id, name: id, key: String(position + 1), position };
  return { entity: 'label', key: id, row };
}

function count(row: CountRow): Change {
  return { entity: 'count', key: countKey(row), row };
}

function collation(document: string, group: string | null): Change {
  const row: CollationRow = { document, group, leads: document === group, containment: 0.9, shared: 0.5 };
  return { entity: 'collation', key: document, row };
}

const library = after(
  loaded,
  ...['doc 10', 'doc 9', 'doc 1'].map((name) => documentChange(documentRow(name.replace('doc ', 'd'), name))),
  label('rebuttal', 1),
  label('claim', 0),
);

describe('the library', () => {
  it('is in the order of names, numbers as numbers', () => {
    expect(documentsInOrder(library).map(({ name }) => name)).toEqual(['doc 1', 'doc 9', 'doc 10']);
  });

  it('names groups of two and more', () => {
    const grouped = after(library, collation('d9', 'd9'), collation('d10', 'd9'), collation('d1', 'd1'));
    expect(groupsOf(grouped).groups.map(({ documents }) => documents.map(({ id }) => id))).toEqual([['d9', 'd10']]);
  });

  it('has its labels in the codebook’s order', () => {
    expect(labelsInOrder(library).map(({ id }) => id)).toEqual(['claim', 'rebuttal']);
  });
});

describe('counts', () => {
  const counted = after(
    library,
    count({ label: 'claim', document: '', passages: 2, occurrences: 5, pending: 1 }),
    count({ label: 'rebuttal', document: '', passages: 1, occurrences: 2, pending: 2 }),
    count({ label: 'claim', document: 'd1', passages: 1, occurrences: 1, pending: 0 }),
  );

  it('are two numbers for a label, in a document or the project', () => {
    expect(countsOf(counted, 'claim', '')).toMatchObject({ passages: 2, occurrences: 5 });
    expect(countsOf(counted, 'claim', 'd1')).toMatchObject({ passages: 1, occurrences: 1 });
  });

  it('are zero where nothing is tagged', () => {
    expect(countsOf(counted, 'rebuttal', 'd1')).toEqual({ passages: 0, occurrences: 0, pending: 0 });
  });

  it('add up over the labels', () => {
    expect(totalsOf(counted)).toEqual({ passages: 3, occurrences: 7, pending: 3 });
    expect(pendingTotal(counted)).toBe(3);
  });
});

describe('annotations', () => {
  const pending = { ...occurrenceRow('b', 'd1', 3), status: 'differs' as const };
  const tagged = after(
    library,
    annotationChange('a', annotationRow('a')),
    annotationChange('b', annotationRow('b')),
    occurrenceChange(occurrenceRow('a', 'd10', 4)),
    occurrenceChange(occurrenceRow('a', 'd1', 9)),
    occurrenceChange(pending),
  );

  it('of a document are in the order of the text', () => {
    expect(annotationsIn(tagged, 'd1').map(({ key }) => key)).toEqual(['b/d1/3', 'a/d1/9']);
  });

  it('that wait for a look can be asked for', () => {
    expect(pendingIn(tagged, 'd1').map(({ key }) => key)).toEqual(['b/d1/3']);
  });

  it('come with all their occurrences in the order of the library', () => {
    expect(annotationOf(tagged, 'a')?.occurrences.map(({ document }) => document)).toEqual(['d1', 'd10']);
    expect(annotationOf(tagged, 'gone')).toBeNull();
  });

  it('are the same objects after a commit that is about another document', () => {
    const next = after(tagged, occurrenceChange(occurrenceRow('a', 'd9', 1)));
    expect(annotationsIn(next, 'd1')).toBe(annotationsIn(tagged, 'd1'));
  });

  it('are the same items but for the one that changed', () => {
    const next = after(tagged, occurrenceChange(occurrenceRow('a', 'd1', 9, 'because')));
    const before = annotationsIn(tagged, 'd1');
    expect(annotationsIn(next, 'd1').map((item) => before.includes(item))).toEqual([true, false]);
  });

  it('wake nothing that was made of other rows', () => {
    const next = after(tagged, occurrenceChange(occurrenceRow('b', 'd9', 1)));
    expect([
      documentsInOrder(next) === documentsInOrder(tagged),
      labelsInOrder(next) === labelsInOrder(tagged),
    ]).toEqual([true, true]);
    expect(annotationOf(next, 'a')).toBe(annotationOf(tagged, 'a'));
    expect(totalsOf(next)).toBe(totalsOf(tagged));
  });
});
