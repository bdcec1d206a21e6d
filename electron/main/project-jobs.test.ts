import { beforeEach, describe, expect, it } from 'vitest';
import type { BulkEnding } from '#electron/jobs/bulk-messages.ts';
import { failedImport, type ImportSummary } from '#electron/jobs/import-summary.ts';
import type { PreviewRequest } from '#electron/jobs/preview-job.ts';
import { createTurnMemory, mainTurn } from '#electron/jobs/write-turn.ts';
import type { ImportPreview } from '#shared/contract/import-preview.ts';
import type { JobProgress } from '#shared/contract/window-commands.ts';
import { ok } from '#shared/text/result.ts';
import { createProjectJobs, type ProjectJobs } from './project-jobs.ts';
import type { OpenProject } from './projects.ts';
import { fakeWindow, type FakeWindow } from './testing/fake-window.ts';

/** Jobs whose threads do what the test says, when it says so. */
let thread: {
  readonly started: string[];
  readonly done: PromiseWithResolvers<BulkEnding>;
  readonly ended: PromiseWithResolvers<void>;
  readonly imported: PromiseWithResolvers<ImportSummary>;
  readonly previews: { readonly request: PreviewRequest; readonly done: PromiseWithResolvers<ImportPreview> }[];
  isCancelled: boolean;
};
let size: number;
let window: FakeWindow;
let project: OpenProject;
let jobs: ProjectJobs;

beforeEach(() => {
  thread = {
    started: [],
    done: Promise.withResolvers(),
    ended: Promise.withResolvers(),
    imported: Promise.withResolvers(),
    previews: [],
    isCancelled: false,
  };
  size = 1000;
  window = fakeWindow(1);
  const workbench = { reversalSize: () => size, catchUp: () => true };
  project = { path: '/p.variorum', windows: new Set([window]), workbench } as unknown as OpenProject;
  const turn = { ...mainTurn(createTurnMemory()), cancel: () => void (thread.isCancelled = true) };
  jobs = createProjectJobs({
    projects: { during: async (_project, act) => act() },
    startImport: () => ({ turn, ended: thread.imported.promise }),
    startPreview: (request) => {
      const done = Promise.withResolvers<ImportPreview>();
      thread.previews.push({ request, done });
      const cancel = (): void => done.resolve(lookedAt('cancelled'));
      return { turn: { ...turn, cancel }, ended: done.promise };
    },
    startExchange: () => ({ turn, ended: Promise.withResolvers<never>().promise }),
    startBulk: ({ work }) => {
      thread.started.push(work.type);
      return { turn, done: thread.done.promise, ended: thread.ended.promise };
    },
    log: () => undefined,
  });
});

const why = async (answer: ReturnType<ProjectJobs['reverse']>): Promise<string> => {
  const result = answer === null ? null : await answer;
  return result === null ? 'done here' : result.ok ? 'done' : result.error.message;
};
const lines = () =>
  window.sent.map(({ message }) => message as JobProgress).map(({ kind, state }) => `${kind} ${state}`);
const takingBack = 'A large act is still being taken back. Wait until that has ended.';
const lookingForCopies = 'Copies are still being looked for in documents that came or went. Wait until that has ended.';
const undone = ok({ act: 'a', type: 'document-imported', place: null });

describe('undo and redo', () => {
  it('of few events are done here, of many in a thread', async () => {
    size = 300;
    expect([await why(jobs.reverse(project, 'undo')), thread.started]).toEqual(['done here', []]);
    size = 301;
    thread.done.resolve(undone);
    expect([await why(jobs.reverse(project, 'undo')), thread.started]).toEqual(['done', ['undo']]);
  });

  it('are refused while a large act is being taken back, also where there are few events yet to bring back', async () => {
    void jobs.reverse(project, 'undo');
    size = 200;
    expect([await why(jobs.reverse(project, 'redo')), await why(jobs.reverse(project, 'undo'))]).toEqual([
      takingBack,
      takingBack,
    ]);
  });

  it('of few events are done while copies are looked for; large ones wait, and say for what', async () => {
    const undo = jobs.reverse(project, 'undo');
    thread.done.resolve(undone);
    expect(await why(undo)).toBe('done');
    expect([await why(jobs.reverse(project, 'redo')), jobs.busy(project)?.message]).toEqual([
      lookingForCopies,
      lookingForCopies,
    ]);
    size = 3;
    expect(await why(jobs.reverse(project, 'redo'))).toBe('done here');
  });
});

it('the job line of a large undo goes on as that of finding copies once the act is taken back', async () => {
  const undo = jobs.reverse(project, 'undo');
  thread.done.resolve(undone);
  await undo;
  thread.ended.resolve();
  await expect.poll(lines).toEqual(['undo running', 'settle running', 'settle ended']);
  expect(jobs.busy(project)).toBeNull();
});

describe('cancelling the import', () => {
  it('stops an import', () => {
    void jobs.importFiles(project, ['/a.txt']);
    expect([jobs.cancelJob(project), thread.isCancelled]).toEqual([true, true]);
  });

  it('stops no other job', () => {
    jobs.settle(project);
    expect([jobs.cancelJob(project), thread.isCancelled]).toEqual([false, false]);
  });
});

const lookedAt = (ending: ImportPreview['ending']): ImportPreview => ({
  rows: [],
  totals: { new: 1, there: 0, changed: 0, refused: 0 },
  length: 1,
  ending,
});

describe('a look at files before they are imported', () => {
  const choices = { '/a.csv': { columns: { text: 'body' } } };

  it('is told to the windows like any job, and takes what was decided along', async () => {
    const looking = jobs.previewFiles(project, ['/a.csv'], choices);
    await expect.poll(() => thread.previews.length).toBe(1);
    thread.previews[0]?.request.onProgress({ done: 3, share: 0.5 });
    thread.previews[0]?.done.resolve(lookedAt('complete'));
    expect([await looking, thread.previews[0]?.request.choices]).toEqual([ok(lookedAt('complete')), choices]);
    expect(lines()).toEqual(['preview running', 'preview running', 'preview ended']);
  });

  it('can be cancelled, and makes way for another look and for the import itself', async () => {
    const first = jobs.previewFiles(project, ['/a.csv']);
    expect(jobs.busy(project)?.message).toBe(
      '“a.csv” is still being looked through. Wait until that has ended, or cancel it.',
    );
    const second = jobs.previewFiles(project, ['/b.csv']);
    expect(await first).toEqual(ok(lookedAt('cancelled')));
    await expect.poll(() => thread.previews.length).toBe(2);
    expect(jobs.cancelJob(project)).toBe(true);
    expect(await second).toEqual(ok(lookedAt('cancelled')));
    void jobs.previewFiles(project, ['/c.csv']);
    const imported = jobs.importFiles(project, ['/c.csv'], choices);
    thread.imported.resolve(failedImport({ type: 'DiskFull', message: 'The disk is full.' }));
    expect(await imported).toMatchObject({ ok: true, value: { ending: { type: 'DiskFull' } } });
  });

  it('is refused while something else is at work', async () => {
    void jobs.importFiles(project, ['/a.txt']);
    expect(await jobs.previewFiles(project, ['/b.txt'])).toMatchObject({ ok: false, error: { type: 'JobRunning' } });
  });
});

it('a project that is closed stops any job', () => {
  jobs.settle(project);
  jobs.stop(project);
  expect(thread.isCancelled).toBe(true);
});
