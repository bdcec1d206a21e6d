/** The thread of a bulk job: opens the project with a connection of its own, and ends with it. */
import { workerData } from 'node:worker_threads';
import { openProject } from '#electron/workbench/open.ts';
import type { BulkEnding, BulkOrder, BulkProgress } from './bulk-messages.ts';
import { runBulk } from './bulk-run.ts';
import { runJobWorker } from './job-worker.ts';

const order = workerData as BulkOrder;

runJobWorker<BulkProgress, BulkEnding>(order, ({ turn, reportSeldom, end }) => {
  const { project, work } = order;
  const opened = turn.run(() => openProject(project));
  if (!opened.ok) return end(opened);
  try {
    runBulk({
      workbench: opened.value,
      work,
      write: turn.run,
      isCancelled: turn.isCancelled,
      onProgress: reportSeldom,
      onDone: end,
    });
  } finally {
    opened.value.close();
  }
  return undefined;
});
