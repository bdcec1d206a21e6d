import { describe, expect, test } from 'vitest';
import type { EventDraft } from '../event.ts';
import { eventCatalogue, eventVersion, inverseEvent, readEventDraft, type EventType } from './catalogue.ts';

const ranges = [
  { start: 3, end: 5 },
  { start: 7, end: 9 },
];
const occurrence = { document: 'd', start: 3, end: 9, status: 'edited' as const, coverage: 0.9, ranges };
const alignments = [{ a: { document: 'd', start: 3, end: 9 }, b: { document: 'e', start: 0, end: 6 } }];
const judged = { annotation: 'a', occurrence, verdict: 'detached' as const, reason: 'why' };

/** One of each, so that a type that is added without an example here fails the first test. */
const examples: { readonly [T in EventType]: Extract<EventDraft, { type: T }>['payload'] } = {
  'project-created': { project: 'p', name: 'Carter' },
  'label-defined': { label: 'claim', name: 'Claim', key: '1' },
  'label-withdrawn': { label: 'claim', name: 'Claim', key: '1' },
  'document-imported': {
    document: 'd',
    name: 'a.txt',
    title: 'A',
    sha256: '0'.repeat(64),
    length: 12,
    origin: {
      file: 'a.jsonl',
      encoding: 'utf-8',
      byteOrderMark: true,
      lineEnds: 'crlf',
      line: 17,
      identifier: 'a1',
      source: 'The Daily Planet',
      date: '2015-01-01',
    },
  },
  'document-removed': { document: 'd' },
  'document-restored': { document: 'd' },
  'annotation-tagged': {
    annotation: 'a',
    label: 'claim',
    note: '',
    document: 'd',
    start: 3,
    end: 9,
    quote: 'quoted',
    occurrences: [occurrence],
  },
  'annotation-removed': { annotation: 'a' },
  'annotation-restored': { annotation: 'a' },
  'note-changed': { annotation: 'a', note: 'new', before: 'old' },
  'occurrences-found': { annotation: 'a', occurrences: [occurrence] },
  'occurrences-withdrawn': { annotation: 'a', occurrences: [occurrence] },
  'occurrence-judged': { ...judged, known: true, before: { verdict: null, reason: '' } },
  'occurrence-forgotten': judged,
  'equivalent-added': { a: 'per cent', b: 'percent' },
  'equivalent-removed': { a: 'per cent', b: 'percent' },
  'alignments-imported': { origin: 'align.json', alignments },
  'alignments-withdrawn': { origin: 'align.json', alignments },
  'orphan-dismissed': { annotation: 'a', document: 'd', reason: 'why' },
  'orphan-recalled': { annotation: 'a', document: 'd', reason: 'why' },
};
const drafts = Object.entries(examples).map(([type, payload]) => ({ type, payload }) as EventDraft);

describe('the event catalogue', () => {
  test('has an example of every type here', () => {
    expect(Object.keys(examples).toSorted()).toEqual(Object.keys(eventCatalogue).toSorted());
  });

  test.each(drafts)('reads $type back as it was written', (draft) => {
    expect(readEventDraft(draft.type, eventVersion(draft.type), JSON.stringify(draft.payload))).toEqual(draft);
  });

  test('names for every event the one that takes it back', () => {
    expect(drafts.map((draft) => `${draft.type} ← ${inverseEvent(draft)?.type ?? 'nothing'}`)).toEqual([
      'project-created ← nothing',
      'label-defined ← label-withdrawn',
      'label-withdrawn ← label-defined',
      'document-imported ← document-removed',
      'document-removed ← document-restored',
      'document-restored ← document-removed',
      'annotation-tagged ← annotation-removed',
      'annotation-removed ← annotation-restored',
      'annotation-restored ← annotation-removed',
      'note-changed ← note-changed',
      'occurrences-found ← occurrences-withdrawn',
      'occurrences-withdrawn ← occurrences-found',
      'occurrence-judged ← occurrence-judged',
      'occurrence-forgotten ← occurrence-judged',
      'equivalent-added ← equivalent-removed',
      'equivalent-removed ← equivalent-added',
      'alignments-imported ← alignments-withdrawn',
      'alignments-withdrawn ← alignments-imported',
      'orphan-dismissed ← orphan-recalled',
      'orphan-recalled ← orphan-dismissed',
    ]);
  });

  test.each(drafts)('comes, by taking $type back twice, to where taking it back once more begins', (draft) => {
    const inverse = inverseEvent(draft);
    if (inverse === null) return;
    const again = inverseEvent(inverse);
    if (again === null) throw new Error(`${inverse.type} cannot be taken back`);
    expect(inverseEvent(again)).toEqual(inverse);
  });

  test('reads an import of version 1, whose origin said less', () => {
    const origin = { file: 'a.txt', encoding: 'utf-8', byteOrderMark: false, lineEnds: 'lf' };
    const payload = { document: 'd', name: 'a.txt', title: 'A', sha256: '0'.repeat(64), length: 12, origin };
    expect(readEventDraft('document-imported', 1, JSON.stringify(payload))).toEqual({
      type: 'document-imported',
      payload,
    });
  });

  test('passes over a type or a version that only a newer program knows', () => {
    expect([readEventDraft('galaxy-folded', 1, '{}'), readEventDraft('note-changed', 99, '{}')]).toEqual([null, null]);
  });

  test('throws at a payload of another shape: that is damage, not news', () => {
    expect(() => readEventDraft('note-changed', 1, '{"annotation":7}')).toThrow(/annotation/u);
  });
});
