import { beforeEach, describe, expect, it } from 'vitest';
import type { ReadingThread } from '#electron/jobs/reading-thread.ts';
import type { Method } from '#shared/contract/methods.ts';
import { ok } from '#shared/text/result.ts';
import { createProjectReadings, type ProjectReadings } from './project-readings.ts';
import type { OpenProject } from './projects.ts';
import { fakeWindow } from './testing/fake-window.ts';

/** What happened, in order. */
let told: string[];
let windows: Set<ReturnType<typeof fakeWindow>>;
let project: OpenProject;
let readings: ProjectReadings;

/** A thread that answers, meets a bug or dies as its questions say. */
function fakeThread(): ReadingThread {
  let isGone = false;
  return {
    ask: async (method, input, latest) => {
      told.push(`asked ${String(input)}${latest === undefined ? '' : ` under ${latest}`}`);
      isGone ||= input === 'dies';
      if (input === 'dies' || input === 'bug') throw new Error(input);
      return ok(`thread: ${method}`);
    },
    isGone: () => isGone,
    close: () => {
      isGone = true;
      told.push('closed');
    },
  };
}

beforeEach(() => {
  told = [];
  windows = new Set([fakeWindow(1)]);
  const call = (method: Method) => {
    if (windows.size === 0) throw new Error('The database connection is not open');
    return ok(`here: ${method}`);
  };
  project = { path: '/p.variorum', windows, workbench: { call } } as unknown as OpenProject;
  readings = createProjectReadings({
    start: () => {
      told.push('started');
      return fakeThread();
    },
    log: () => told.push('logged'),
  });
});

const ask = (input: unknown) => readings.ask(project, 'copies.find', input, 1);

describe('a long question', () => {
  it('is answered by the project’s thread', async () => {
    expect([await ask('one'), await ask('two'), told]).toEqual([
      ok('thread: copies.find'),
      ok('thread: copies.find'),
      ['started', 'asked one', 'asked two'],
    ]);
  });

  it('that meets a bug is rejected; the thread stays', async () => {
    await expect(ask('bug')).rejects.toThrow('bug');
    expect(await ask('two')).toEqual(ok('thread: copies.find'));
    expect(told).toEqual(['started', 'asked bug', 'asked two']);
  });

  it('of a thread that has died is answered here, and the next by a new thread', async () => {
    expect([await ask('dies'), await ask('two')]).toEqual([ok('here: copies.find'), ok('thread: copies.find')]);
    expect(told).toEqual(['started', 'asked dies', 'logged', 'started', 'asked two']);
  });

  it('that the last window left behind is refused, and the closed project is not asked', async () => {
    const answer = ask('dies');
    windows.clear();
    expect(await answer).toMatchObject({ ok: false, error: { type: 'ProjectClosed' } });
  });

  it('for the latest alone waits under the name of its method and window', async () => {
    const latest = { latest: true, toString: () => 'it' };
    await readings.ask(project, 'copies.find', latest, 7);
    expect(told).toEqual(['started', 'asked it under copies.find 7']);
  });
});
