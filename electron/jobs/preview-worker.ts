/** The thread of a preview: reads the project with a connection of its own, writes nothing, and ends with it. */
import { workerData } from 'node:worker_threads';
import { readAhead } from '#electron/exchange/read-ahead/read-ahead.ts';
import { systemIdentity } from '#electron/workbench/clock.ts';
import { createImportPreview } from '#electron/workbench/import-preview.ts';
import { openProject } from '#electron/workbench/open.ts';
import type { ImportPreview } from '#shared/contract/import-preview.ts';
import { runJobWorker } from './job-worker.ts';
import type { PreviewOrder } from './preview-messages.ts';
import { failedPreview, runPreview, type PreviewProgress } from './preview-run.ts';

const order = workerData as PreviewOrder;

runJobWorker<PreviewProgress, ImportPreview>(order, async ({ turn, reportSeldom, end }) => {
  const { project, paths, choices, readAhead: script } = order;
  const opened = turn.run(() => openProject(project, systemIdentity, 0));
  if (!opened.ok) return end(failedPreview(opened.error));
  const workbench = opened.value;
  try {
    const preview = await runPreview({
      lines: readAhead(paths, { script, choices, prepares: false, isCancelled: turn.isCancelled }),
      files: paths.length,
      look: createImportPreview(workbench, paths),
      isCancelled: turn.isCancelled,
      report: reportSeldom,
    });
    return end(preview);
  } finally {
    workbench.close();
  }
});
