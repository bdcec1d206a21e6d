/** The thread of an import: opens the project with a connection of its own, and ends with it. */
import { workerData } from 'node:worker_threads';
import { openProject } from '#electron/workbench/open.ts';
import { readArticles } from './article-source.ts';
import type { ImportOrder } from './import-messages.ts';
import { runImport, type ImportProgress } from './import-run.ts';
import { failedImport, type ImportSummary } from './import-summary.ts';
import { runJobWorker } from './job-worker.ts';

const order = workerData as ImportOrder;

runJobWorker<ImportProgress, ImportSummary>(order, async ({ turn, report, end }) => {
  const { project, paths, choices, act, readAhead } = order;
  // Opening may bring an older file's tables up to date, which is writing too.
  const opened = turn.run(() => openProject(project));
  if (!opened.ok) return end(failedImport(opened.error));
  const workbench = opened.value;
  try {
    const summary = await runImport({
      articles: readArticles(paths, { script: readAhead, choices, isCancelled: turn.isCancelled }),
      write: (documents) => turn.run(() => workbench.importDocuments(documents, undefined, act)),
      passages: () => workbench.overview().sharedPassages,
      isCancelled: turn.isCancelled,
      report,
      now: () => performance.now(),
    });
    return end(summary);
  } finally {
    workbench.close();
  }
});
