import { describe, expect, it } from 'vitest';
import type { LabelRow, OccurrenceRow } from '#shared/contract/rows.ts';
import { drawnChange, type DrawnOccurrence, type OccurrenceToDraw } from './drawn.ts';

const claim: LabelRow = { id: 'claim', name: 'Claim', key: '1', position: 0 };
const own: LabelRow = { id: 'irony', name: 'Irony', key: '4', position: 3 };
const labels = new Map([claim, own].map((label) => [label.id, label]));

function item(key: string, row: Partial<OccurrenceRow> = {}, label = 'claim'): OccurrenceToDraw {
  const occurrence: OccurrenceRow = {
    annotation: key,
    document: 'd',
    start: 0,
    end: 5,
    status: 'exact',
    coverage: 1,
    verdict: null,
    reason: '',
    ...row,
  };
  return { key, annotation: { id: key, label }, occurrence };
}

function drawnFrom(...items: readonly OccurrenceToDraw[]): ReadonlyMap<string, DrawnOccurrence> {
  return new Map(drawnChange(new Map(), items, labels).add.map((occurrence) => [occurrence.key, occurrence]));
}

function looks(...items: readonly OccurrenceToDraw[]): readonly string[] {
  return [...drawnFrom(...items).values()].map(({ look }) => look);
}

describe('what is drawn', () => {
  it('is an occurrence that counts, in its label’s look', () => {
    expect(looks(item('a'), item('b', { status: 'edited' }), item('c', {}, 'irony'))).toEqual([
      'tag-claim',
      'tag-claim',
      'tag-other tag-other-3',
    ]);
  });

  it('is faint where it waits for a look, and no more once it was attached', () => {
    expect(looks(item('a', { status: 'differs' }), item('b', { status: 'differs', verdict: 'attached' }))).toEqual([
      'tag-claim tag-pending',
      'tag-claim',
    ]);
  });

  it('is nothing where it was detached', () => {
    expect(looks(item('a', { verdict: 'detached' }))).toEqual([]);
  });

  it('is nothing of a label that is gone', () => {
    expect(looks(item('a', {}, 'gone'))).toEqual([]);
  });
});

describe('a copy that something was put into', () => {
  const ranges = [
    { start: 0, end: 5 },
    { start: 40, end: 52 },
  ];
  const broken = item('a', { end: 52, ranges });

  it('is drawn range by range, what was put in is not', () => {
    expect([...drawnFrom(broken).values()].map(({ key, start, end, part }) => [key, start, end, part])).toEqual([
      ['a', 0, 5, 0],
      ['a+1', 40, 52, 1],
    ]);
  });

  it('is taken off whole, passed over whole, and exchanged for what looks different', () => {
    const before = drawnFrom(broken, item('b'));
    expect(drawnChange(before, [item('b')], labels).remove).toEqual(['a', 'a+1']);
    expect(drawnChange(before, [broken, item('b')], labels, new Set([broken]))).toEqual({ add: [], remove: [] });
    const { add, remove } = drawnChange(before, [item('a', { end: 52 }), item('b')], labels);
    expect([add.map(({ key, end }) => `${key} ${end}`), remove]).toEqual([['a 52'], ['a', 'a+1']]);
  });
});

describe('the change from one list to the next', () => {
  const before = drawnFrom(item('a'), item('b'));

  it('names what came and what went, and nothing else', () => {
    const { add, remove } = drawnChange(before, [item('b'), item('c')], labels);
    expect([add.map(({ key }) => key), remove]).toEqual([['c'], ['a']]);
  });

  it('takes off and puts on what looks different now', () => {
    const { add, remove } = drawnChange(before, [item('a', { end: 4 }), item('b')], labels);
    expect([add.map(({ key }) => key), remove]).toEqual([['a'], ['a']]);
  });

  it('is empty where only something is said that is not drawn', () => {
    expect(drawnChange(before, [item('a', { reason: 'because' }), item('b')], labels)).toEqual({ add: [], remove: [] });
  });

  it('passes over items that are known to be drawn', () => {
    const [a, b] = [item('a'), item('b')];
    expect(drawnChange(drawnFrom(a), [a, b], labels, new Set([a]))).toMatchObject({ add: [{ key: 'b' }], remove: [] });
  });

  it('takes off what is detached', () => {
    expect(drawnChange(before, [item('a', { verdict: 'detached' }), item('b')], labels).remove).toEqual(['a']);
  });
});
