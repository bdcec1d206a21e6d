/** The thread of an export, or of an import of annotations: opens the project with a connection of its own, and ends with it. */
import { workerData } from 'node:worker_threads';
import { systemIdentity } from '#electron/workbench/clock.ts';
import { openProject } from '#electron/workbench/open.ts';
import type { ExchangeEnding, ExchangeOrder, ExchangeProgress } from './exchange-messages.ts';
import { runExchange } from './exchange-run.ts';
import { runJobWorker } from './job-worker.ts';

const order = workerData as ExchangeOrder;

runJobWorker<ExchangeProgress, ExchangeEnding>(order, async ({ turn, reportSeldom, end }) => {
  const { project, work } = order;
  // Opening may bring an older file's tables up to date, which is writing too. An export reads only.
  const opened = turn.run(() => openProject(project, systemIdentity, work.type === 'export' ? 0 : undefined));
  if (!opened.ok) return end(opened);
  const workbench = opened.value;
  try {
    return end(await runExchange({ workbench, work, turn, report: reportSeldom }));
  } finally {
    workbench.close();
  }
});
