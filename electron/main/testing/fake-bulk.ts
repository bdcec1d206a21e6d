import { setImmediate } from 'node:timers/promises';
import type { BulkJob, BulkRequest } from '#electron/jobs/bulk-job.ts';
import type { BulkEnding } from '#electron/jobs/bulk-messages.ts';
import { runBulk } from '#electron/jobs/bulk-run.ts';
import { createTurnMemory, jobTurn, mainTurn } from '#electron/jobs/write-turn.ts';
import { openProject } from '#electron/workbench/open.ts';
import { valueOf } from './test-folder.ts';

/** A bulk job without its thread: the same steps on a connection of its own, a moment later. */
export function startBulkHere({ project, work, onProgress }: BulkRequest): BulkJob {
  const memory = createTurnMemory();
  const turn = jobTurn(memory, () => undefined);
  const done = Promise.withResolvers<BulkEnding>();
  const run = async (): Promise<void> => {
    await setImmediate();
    const workbench = valueOf(openProject(project));
    const { run: write, isCancelled } = turn;
    runBulk({ workbench, work, write, isCancelled, onProgress, onDone: done.resolve });
    workbench.close();
  };
  return { turn: mainTurn(memory), done: done.promise, ended: run() };
}
