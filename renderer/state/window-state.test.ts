import { describe, expect, it } from 'vitest';
import type { Bridge } from '#shared/contract/bridge.ts';
import type { Commit } from '#shared/contract/commit.ts';
import { projectKey } from '#shared/contract/rows.ts';
import type { PlaceStorage } from './last-place.ts';
import {
  annotationChange,
  annotationRow,
  bridgeTo,
  createProject,
  documentChange,
  documentRow,
} from './project.fixture.ts';
import { createWindowState, type WindowState } from './window-state.ts';

interface Window {
  readonly state: WindowState;
  readonly asked: readonly (readonly [method: string, input: unknown])[];
  readonly broadcast: (commit: Commit) => void;
}

/** A window on a project of two documents. Acts get the answers given, or are refused. */
function windowOn(storage: PlaceStorage = memory(), answers: Readonly<Record<string, unknown>> = {}): Window {
  const project = createProject([documentRow('d1', 'b'), documentRow('d0', 'a')]);
  project.commit([
    { entity: 'project', key: projectKey, row: { id: 'p', name: 'P', file: 'p.variorum', annotator: 'Ann' } },
  ]);
  const direct = bridgeTo(project);
  const asked: [string, unknown][] = [];
  const call: Bridge['call'] = async (method, input) => {
    if (method === 'project.read' || method === 'document.read') return direct.call(method, input);
    asked.push([method, input]);
    const answer = answers[method];
    if (answer === undefined) return { ok: false, error: { type: 'No', message: `No ${method}.` } };
    return { ok: true, value: answer as never };
  };
  const bridge: Bridge = {
    version: 1,
    call,
    request: async () => ({ ok: false, error: { type: 'None', message: '' } }),
    run: () => Promise.reject(new Error('not asked here')),
    onCommit: direct.onCommit,
    onCommand: () => () => undefined,
  };
  return { state: createWindowState(bridge, storage), asked, broadcast: direct.broadcast };
}

function memory(): PlaceStorage {
  const kept = new Map<string, string>();
  return { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) };
}

function openDocument({ selection }: WindowState): string | null {
  return selection.store.getState().document;
}

describe('a window', () => {
  it('opens at the first document of a project it has never seen', async () => {
    const { state } = windowOn();
    await state.start();
    expect(openDocument(state)).toBe('d0');
  });

  it('opens where the project was left', async () => {
    const storage = memory();
    const first = windowOn(storage);
    await first.state.start();
    first.state.selection.openDocument('d1');
    first.state.selection.caretMoved({ document: 'd1', caret: 42, span: null, atCaret: [] });
    first.state.selection.scrolled('d1', 30);
    const second = windowOn(storage);
    await second.state.start();
    expect(second.state.selection.store.getState()).toMatchObject({ document: 'd1', caret: 42 });
    expect(second.state.selection.store.getState().places.get('d1')).toEqual({ caret: 42, top: 30 });
  });

  it('opens at the first document where what was kept is damaged, or storage refuses', async () => {
    const damaged = windowOn({ getItem: () => '{"document":1', setItem: () => undefined });
    await damaged.state.start();
    const refusing = (): never => {
      throw new Error('denied');
    };
    const denied = windowOn({ getItem: refusing, setItem: refusing });
    await denied.state.start();
    denied.state.selection.openDocument('d1');
    expect([openDocument(damaged.state), openDocument(denied.state)]).toEqual(['d0', 'd1']);
  });

  it('goes to another document when the open one is gone', async () => {
    const { state, broadcast } = windowOn();
    await state.start();
    broadcast({ base: 1, seq: 2, whole: false, changes: [{ entity: 'document', key: 'd0', row: null }] });
    expect(openDocument(state)).toBe('d1');
  });

  it('opens the first document that comes into an empty project', async () => {
    const { state, broadcast } = windowOn();
    await state.start();
    const gone = ['d0', 'd1'].map((key) => ({ entity: 'document', key, row: null }) as const);
    broadcast({ base: 1, seq: 2, whole: false, changes: gone });
    expect(openDocument(state)).toBeNull();
    broadcast({ base: 2, seq: 3, whole: false, changes: [documentChange(documentRow('d7'))] });
    expect(openDocument(state)).toBe('d7');
  });

  it('lets go of an annotation that somebody removed', async () => {
    const { state, broadcast } = windowOn();
    await state.start();
    broadcast({ base: 1, seq: 2, whole: false, changes: [annotationChange('a', annotationRow('a'))] });
    state.selection.selectAnnotation('a');
    broadcast({ base: 2, seq: 3, whole: false, changes: [annotationChange('a', null)] });
    expect(state.selection.store.getState().annotation).toBeNull();
  });
});

describe('an act', () => {
  async function reading(answers: Readonly<Record<string, unknown>> = {}): Promise<Window> {
    const opened = windowOn(memory(), answers);
    await opened.state.start();
    await opened.state.sync.readDocument('d0');
    opened.state.selection.caretMoved({ document: 'd0', caret: 4, span: { start: 0, end: 4 }, atCaret: [] });
    return opened;
  }

  function notices({ state }: Window): readonly string[] {
    return state.notices.store.getState().notices.map(({ text }) => text);
  }

  it('tags the selection with its words as proof, and selects the annotation', async () => {
    const opened = await reading({ 'annotation.tag': { annotation: 'new' } });
    expect(await opened.state.acts.tagSelection('claim')).toBe(true);
    expect(opened.asked).toEqual([
      ['annotation.tag', { document: 'd0', span: { start: 0, end: 4 }, quote: 'Text', label: 'claim', most: 1 }],
    ]);
    expect(opened.state.selection.store.getState().annotation).toBe('new');
  });

  it('changes no row by itself', async () => {
    const opened = await reading({ 'annotation.tag': { annotation: 'new' } });
    const before = opened.state.mirror.getState();
    await opened.state.acts.tagSelection('claim');
    expect(opened.state.mirror.getState()).toBe(before);
  });

  it('asks nothing where nothing is selected, and says so', async () => {
    const opened = await reading();
    opened.state.selection.caretMoved({ document: 'd0', caret: 4, span: null, atCaret: [] });
    expect(await opened.state.acts.tagSelection('claim')).toBe(false);
    expect([opened.asked.length, notices(opened).length]).toEqual([0, 1]);
  });

  it('that is refused becomes a sentence', async () => {
    const opened = await reading();
    expect(await opened.state.acts.detach({ annotation: 'a', document: 'd0', start: 3 }, 'not the same')).toBe(false);
    expect(opened.asked).toEqual([
      ['occurrence.detach', { annotation: 'a', document: 'd0', start: 3, reason: 'not the same' }],
    ]);
    expect(notices(opened)).toEqual(['No occurrence.detach.']);
  });

  it('that is done takes the refusals before it away, and no other sentence', async () => {
    const opened = await reading({ 'annotation.tag': { annotation: 'new' } });
    opened.state.notices.add('done', 'Imported.');
    opened.state.acts.sayNothingSelected();
    await opened.state.acts.tagSelection('claim');
    expect(notices(opened)).toEqual(['Imported.']);
  });

  const standing = { annotation: 'a1', label: 'claim', joined: false, occurrences: [], elsewhere: [] };

  it('that tags drops the selection once the tag stands, and leaves it where the tag was refused', async () => {
    const opened = await reading({ 'annotation.tag': standing });
    expect(await opened.state.acts.tagSelection('claim')).toBe(true);
    expect(opened.state.selection.takeRequest()).toEqual({ type: 'select', span: { start: 4, end: 4 } });
    const refused = await reading();
    expect(await refused.state.acts.tagSelection('claim')).toBe(false);
    expect(refused.state.selection.takeRequest()).toBeNull();
  });

  it('that tags leaves alone what was selected meanwhile', async () => {
    const opened = await reading({ 'annotation.tag': standing });
    const tagged = opened.state.acts.tagSelection('claim');
    opened.state.selection.caretMoved({ document: 'd0', caret: 3, span: { start: 1, end: 3 }, atCaret: [] });
    expect(await tagged).toBe(true);
    expect(opened.state.selection.takeRequest()).toBeNull();
  });

  it('taken back leads to where it happened', async () => {
    const place = { document: 'd1', start: 2, end: 5 };
    const opened = await reading({ 'history.undo': { act: 'x', type: 'annotation-tagged', place } });
    await opened.state.acts.undo();
    expect(opened.state.selection.store.getState().destination).toMatchObject(place);
  });

  it('keeps the last few sentences only', async () => {
    const opened = await reading();
    for (let at = 0; at < 9; at += 1) opened.state.notices.add('done', `${at}`);
    expect(notices(opened)).toEqual(['4', '5', '6', '7', '8']);
  });
});
