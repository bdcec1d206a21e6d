import { describe, expect, it } from 'vitest';
import type { Commit } from '#shared/contract/commit.ts';
import {
  documentsToRead,
  emptyMirror,
  forgetDocuments,
  receiveCommit,
  receiveDocument,
  type Mirror,
} from './mirror.ts';
import {
  annotationChange,
  annotationRow,
  createProject,
  documentRow,
  occurrenceChange,
  occurrenceRow,
} from './project.fixture.ts';

function mirrorAt(seq: number): Mirror {
  return { ...emptyMirror, seq };
}

function commit(base: number, seq: number, changes: Commit['changes'] = [], whole = false): Commit {
  return { base, seq, changes, whole };
}

describe('a commit', () => {
  it('applies to the mirror that stands where it begins', () => {
    const received = receiveCommit(mirrorAt(4), commit(4, 5));
    expect(received.type === 'applied' && received.mirror.seq).toBe(5);
  });

  it('that the mirror has had is no news', () => {
    expect(receiveCommit(mirrorAt(5), commit(4, 5)).type).toBe('known');
  });

  it('that begins later than the mirror stands shows a gap', () => {
    expect(receiveCommit(mirrorAt(4), commit(5, 6)).type).toBe('gap');
  });

  it('that begins earlier but ends later applies: it says what is so, not what changed', () => {
    expect(receiveCommit(mirrorAt(5), commit(3, 6)).type).toBe('applied');
  });

  it('of the whole project replaces everything, wherever the mirror stands', () => {
    const old = { ...mirrorAt(0), documents: new Map([['x', { id: 'x', text: '', shared: [], furniture: [] }]]) };
    const received = receiveCommit(old, createProject([documentRow('d0')]).commit([], true));
    expect(received.type === 'applied' && [...received.mirror.rows.document.keys()]).toEqual(['d0']);
    expect(received.type === 'applied' && received.mirror.documents.size).toBe(0);
  });

  it('before the first load waits', () => {
    expect(receiveCommit(emptyMirror, commit(0, 1)).type).toBe('gap');
  });
});

describe('a document that was read', () => {
  const a = annotationRow('a');
  const there = occurrenceRow('a', 'd0', 3);

  it('brings its annotations and its text', () => {
    const read = {
      seq: 5,
      document: 'd0',
      text: 'words',
      shared: [],
      furniture: [],
      changes: [annotationChange('a', a), occurrenceChange(there)],
    };
    const mirror = receiveDocument(mirrorAt(5), read, []);
    expect([mirror.documents.get('d0')?.text, [...mirror.rows.annotation.keys()]]).toEqual(['words', ['a']]);
    expect([...(mirror.index.byDocument.get('d0')?.values() ?? [])]).toEqual([there]);
  });

  it('does not take back what a later commit removed', () => {
    const read = {
      seq: 5,
      document: 'd0',
      text: '',
      shared: [],
      furniture: [],
      changes: [annotationChange('a', a), occurrenceChange(there)],
    };
    const later = commit(5, 6, [annotationChange('a', null), occurrenceChange(there, true)]);
    const mirror = receiveDocument(mirrorAt(6), read, [later]);
    expect([mirror.rows.annotation.size, mirror.rows.occurrence.size, mirror.index.byDocument.size]).toEqual([0, 0, 0]);
  });
});

describe('an annotation of which rows may be missing', () => {
  const joined = occurrenceChange(occurrenceRow('a', 'd0', 3));

  it('asks for its document again when an occurrence joins it', () => {
    expect([...documentsToRead(mirrorAt(5), [joined])]).toEqual(['d0']);
  });

  it('is none that was read', () => {
    const read = {
      seq: 5,
      document: 'd0',
      text: '',
      shared: [],
      furniture: [],
      changes: [annotationChange('a', annotationRow('a'))],
    };
    expect([...documentsToRead(receiveDocument(mirrorAt(5), read, []), [joined])]).toEqual([]);
  });

  it('is none that was seen when it was made', () => {
    const made = commit(5, 6, [
      annotationChange('a', annotationRow('a')),
      occurrenceChange(occurrenceRow('a', 'd0', 0)),
      joined,
    ]);
    const received = receiveCommit(mirrorAt(5), made);
    expect(received.type === 'applied' && documentsToRead(received.mirror, made.changes).size).toBe(0);
  });

  it('is one of which only the note has come', () => {
    const noted = commit(5, 6, [annotationChange('a', annotationRow('a', 'note'))]);
    const received = receiveCommit(mirrorAt(5), noted);
    expect(received.type === 'applied' && [...documentsToRead(received.mirror, [joined])]).toEqual(['d0']);
  });
});

describe('texts at hand', () => {
  it('are forgotten from the longest unread on, but never one that is held', () => {
    const documents = new Map(['d0', 'd1', 'd2', 'd3'].map((id) => [id, { id, text: '', shared: [], furniture: [] }]));
    const mirror = forgetDocuments({ ...emptyMirror, documents }, new Set(['d0']), 2);
    expect([...mirror.documents.keys()]).toEqual(['d0', 'd2', 'd3']);
  });
});
