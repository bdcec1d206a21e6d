/** The thread of a preview: reads the project with a connection of its own, writes nothing, and ends with it. */
import { parentPort, workerData } from 'node:worker_threads';
import { readAhead } from '#electron/exchange/read-ahead/read-ahead.ts';
import { systemIdentity } from '#electron/workbench/clock.ts';
import { createImportPreview } from '#electron/workbench/import-preview.ts';
import { openProject } from '#electron/workbench/open.ts';
import type { ImportPreview } from '#shared/contract/import-preview.ts';
import type { PreviewMessage, PreviewOrder } from './preview-messages.ts';
import { failedPreview, runPreview } from './preview-run.ts';
import { jobTurn } from './write-turn.ts';

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port has no origin
const say = (message: PreviewMessage): void => parentPort?.postMessage(message);

/** Milliseconds from one report to the next. */
const reportInterval = 200;

async function previewAll({
  project,
  paths,
  choices,
  readAhead: script,
  memory,
}: PreviewOrder): Promise<ImportPreview> {
  const turn = jobTurn(memory, () => say({ type: 'left' }));
  const opened = turn.run(() => openProject(project, systemIdentity, 0));
  if (!opened.ok) return failedPreview(opened.error);
  const workbench = opened.value;
  let reported = -Infinity;
  try {
    return await runPreview({
      lines: readAhead(paths, { script, choices, prepares: false, isCancelled: turn.isCancelled }),
      files: paths.length,
      look: createImportPreview(workbench, paths),
      isCancelled: turn.isCancelled,
      report: (progress) => {
        const now = performance.now();
        if (now - reported < reportInterval) return;
        reported = now;
        say({ type: 'progress', progress });
      },
    });
  } finally {
    workbench.close();
  }
}

async function main(): Promise<void> {
  say({ type: 'ended', preview: await previewAll(workerData as PreviewOrder) });
}

// The built script is CommonJS, which knows no await outside a function; what is thrown ends the thread, and is told.
void main();
