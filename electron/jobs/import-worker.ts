/** The thread of an import: opens the project with a connection of its own, and ends with it. */
import { parentPort, workerData } from 'node:worker_threads';
import { openProject } from '#electron/workbench/open.ts';
import { readArticles } from './article-source.ts';
import type { ImportMessage, ImportOrder } from './import-messages.ts';
import { runImport } from './import-run.ts';
import { failedImport, type ImportSummary } from './import-summary.ts';
import { jobTurn } from './write-turn.ts';

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port has no origin
const say = (message: ImportMessage): void => parentPort?.postMessage(message);

async function importAll({ project, paths, choices, act, readAhead, memory }: ImportOrder): Promise<ImportSummary> {
  const turn = jobTurn(memory, () => say({ type: 'left' }));
  // Opening may bring an older file's tables up to date, which is writing too.
  const opened = turn.run(() => openProject(project));
  if (!opened.ok) return failedImport(opened.error);
  const workbench = opened.value;
  try {
    return await runImport({
      articles: readArticles(paths, { script: readAhead, choices, isCancelled: turn.isCancelled }),
      write: (documents) => turn.run(() => workbench.importDocuments(documents, undefined, act)),
      passages: () => workbench.overview().sharedPassages,
      isCancelled: turn.isCancelled,
      report: (progress) => say({ type: 'progress', progress }),
      now: () => performance.now(),
    });
  } finally {
    workbench.close();
  }
}

async function main(): Promise<void> {
  say({ type: 'ended', summary: await importAll(workerData as ImportOrder) });
}

// The built script is CommonJS, which knows no await outside a function; what is thrown ends the thread, and is told.
void main();
