import { symlinkSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openProject } from '#electron/workbench/open.ts';
import type { Workbench } from '#electron/workbench/workbench.ts';
import type { Commit } from '#shared/contract/commit.ts';
import { createProjects } from './projects.ts';
import { type FakeWindow, fakeWindow } from './testing/fake-window.ts';
import { testFolder, valueOf } from './testing/test-folder.ts';

let place: ReturnType<typeof testFolder>;
let path: string;
let closed: string[];
const logged: string[] = [];

beforeEach(() => {
  place = testFolder();
  path = place.sample();
  closed = [];
  logged.length = 0;
});
afterEach(() => {
  vi.useRealTimers();
  place.remove();
});

function projects() {
  return createProjects({
    openProject: (file) => {
      const opened = openProject(file);
      if (!opened.ok) return opened;
      const close = () => {
        closed.push(file);
        opened.value.close();
      };
      return { ok: true, value: { ...opened.value, close } };
    },
    log: (line) => logged.push(line),
  });
}

function tag(workbench: Workbench): void {
  const [document] = workbench.documents();
  if (document === undefined) throw new Error('The sample has no document.');
  const span = { start: 0, end: 20 };
  const quote = workbench.text(document.id).slice(0, 20);
  const rows = valueOf(workbench.call('project.read', {})).changes;
  const label = rows.find((change) => change.entity === 'label')?.key;
  valueOf(workbench.call('annotation.tag', { document: document.id, span, quote, label }));
}

const commitsOf = (window: FakeWindow) => window.sent.map(({ message }) => message as Commit);

describe('the open projects', () => {
  it('are one workbench a file, by whatever name it is opened', () => {
    const open = projects();
    symlinkSync(path, place.file('link.variorum'));
    expect(valueOf(open.open(place.file('link.variorum')))).toBe(valueOf(open.open(path)));
    expect(open.openAt(place.file('link.variorum'))?.path).toBe(path);
    open.release(valueOf(open.open(path)));
    expect(closed).toEqual([path]);
  });

  it('tell every window of a project of a commit, and no other', () => {
    const open = projects();
    const project = valueOf(open.open(path));
    const [left, right, stranger] = [fakeWindow(1), fakeWindow(2), fakeWindow(3)];
    open.join(project, left);
    open.join(project, right);
    tag(project.workbench);
    expect(commitsOf(left)).toHaveLength(1);
    expect(commitsOf(left)).toEqual(commitsOf(right));
    expect(left.sent[0]?.channel).toBe('variorum:commit');
    expect(stranger.sent).toEqual([]);
    open.leave(1);
    open.leave(2);
  });

  it('close with their last window', () => {
    const open = projects();
    const project = valueOf(open.open(path));
    open.join(project, fakeWindow(1));
    open.join(project, fakeWindow(2));
    open.leave(1);
    expect(closed).toEqual([]);
    expect(open.projectOf(2)).toBe(project);
    open.leave(2);
    expect(closed).toEqual([path]);
    expect(open.projectOf(2)).toBeNull();
    expect(open.openAt(path)).toBeNull();
    open.leave(2);
    expect(closed).toEqual([path]);
  });

  it('can be opened again after they were closed', () => {
    const open = projects();
    open.join(valueOf(open.open(path)), fakeWindow(1));
    open.leave(1);
    const again = valueOf(open.open(path));
    expect(again.workbench.overview().documents).toBe(5);
    open.release(again);
  });

  it('stay open until the act under way has ended', async () => {
    const open = projects();
    const project = valueOf(open.open(path));
    open.join(project, fakeWindow(1));
    let end = (): void => {};
    const act = open.during(project, () => new Promise<string>((done) => (end = () => done('ended'))));
    open.leave(1);
    expect(closed).toEqual([]);
    const idle = open.whenIdle();
    end();
    expect(await act).toBe('ended');
    await idle;
    expect(closed).toEqual([path]);
    expect(open.whenIdle()).toBeNull();
  });

  it('begin no act when they are closed', async () => {
    const open = projects();
    const project = valueOf(open.open(path));
    open.release(project);
    expect(await open.during(project, async () => 'done')).toBeNull();
  });

  it('show what another process wrote', () => {
    vi.useFakeTimers();
    const open = projects();
    const project = valueOf(open.open(path));
    const window = fakeWindow(1);
    open.join(project, window);
    const other = valueOf(openProject(path));
    tag(other);
    other.close();
    expect(window.sent).toEqual([]);
    vi.advanceTimersByTime(250);
    expect(commitsOf(window)).toHaveLength(1);
    vi.advanceTimersByTime(1000);
    expect(commitsOf(window)).toHaveLength(1);
    open.leave(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('go on where looking for changes fails, and say so once', () => {
    vi.useFakeTimers();
    const opened = valueOf(openProject(path));
    const catchUp = () => {
      throw new Error('disk I/O error');
    };
    const open = createProjects({
      openProject: () => ({ ok: true, value: { ...opened, catchUp } }),
      log: (line) => logged.push(line),
    });
    open.join(valueOf(open.open(path)), fakeWindow(1));
    vi.advanceTimersByTime(2000);
    expect(logged).toHaveLength(1);
    expect(logged[0]).toContain('disk I/O error');
    open.leave(1);
  });

  it('pass on why a file cannot be opened', () => {
    expect(projects().open(place.file('nothing.variorum')).ok).toBe(false);
  });
});
