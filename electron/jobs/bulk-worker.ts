/** The thread of a bulk job: opens the project with a connection of its own, and ends with it. */
import { parentPort, workerData } from 'node:worker_threads';
import { openProject } from '#electron/workbench/open.ts';
import type { BulkMessage, BulkOrder } from './bulk-messages.ts';
import { runBulk } from './bulk-run.ts';
import { jobTurn } from './write-turn.ts';

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port has no origin
const say = (message: BulkMessage): void => parentPort?.postMessage(message);

/** Milliseconds from one report to the next. */
const reportInterval = 200;

function work({ project, work: asked, memory }: BulkOrder): void {
  const turn = jobTurn(memory, () => say({ type: 'left' }));
  const opened = turn.run(() => openProject(project));
  if (!opened.ok) return say({ type: 'done', ending: opened });
  let reported = -Infinity;
  try {
    runBulk({
      workbench: opened.value,
      work: asked,
      write: turn.run,
      isCancelled: turn.isCancelled,
      onProgress: (progress) => {
        const now = performance.now();
        if (now - reported < reportInterval) return;
        reported = now;
        say({ type: 'progress', progress });
      },
      onDone: (ending) => say({ type: 'done', ending }),
    });
  } finally {
    opened.value.close();
  }
  return undefined;
}

work(workerData as BulkOrder);
