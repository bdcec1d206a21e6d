import { setImmediate } from 'node:timers/promises';
import { v7 } from 'uuid';
import { readArticles } from '#electron/jobs/article-source.ts';
import type { ImportJob, ImportRequest } from '#electron/jobs/import-job.ts';
import { runImport } from '#electron/jobs/import-run.ts';
import { failedImport, type ImportSummary } from '#electron/jobs/import-summary.ts';
import { createTurnMemory, jobTurn, mainTurn } from '#electron/jobs/write-turn.ts';
import { openProject } from '#electron/workbench/open.ts';

/** The job of an import without its thread: the same steps on a connection of its own, a moment later. */
export function startImportHere({ project, paths, choices, onProgress, onFault }: ImportRequest): ImportJob {
  const memory = createTurnMemory();
  const turn = jobTurn(memory, () => undefined);
  const importAll = async (): Promise<ImportSummary> => {
    await setImmediate();
    const opened = openProject(project);
    if (!opened.ok) return failedImport(opened.error);
    const workbench = opened.value;
    const act = v7();
    try {
      return await runImport({
        articles: readArticles(paths, choices === undefined ? {} : { choices }),
        write: (documents) => turn.run(() => workbench.importDocuments(documents, undefined, act)),
        passages: () => workbench.overview().sharedPassages,
        isCancelled: turn.isCancelled,
        report: onProgress,
        now: () => performance.now(),
      });
    } catch (error) {
      onFault(error);
      return failedImport({ type: 'JobFailed', message: 'The import failed.' });
    } finally {
      workbench.close();
    }
  };
  return { turn: mainTurn(memory), ended: importAll() };
}
