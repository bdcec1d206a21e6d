import { setImmediate } from 'node:timers/promises';
import type { ExchangeJob, ExchangeRequest } from '#electron/jobs/exchange-job.ts';
import type { ExchangeEnding } from '#electron/jobs/exchange-messages.ts';
import { runExchange } from '#electron/jobs/exchange-run.ts';
import { createTurnMemory, jobTurn, mainTurn } from '#electron/jobs/write-turn.ts';
import { openProject } from '#electron/workbench/open.ts';

/** An export or an import of annotations without its thread: the same steps on a connection of its own, a moment later. */
export function startExchangeHere({ project, work, onProgress }: ExchangeRequest): ExchangeJob {
  const memory = createTurnMemory();
  const turn = jobTurn(memory, () => undefined);
  const run = async (): Promise<ExchangeEnding> => {
    await setImmediate();
    const opened = openProject(project);
    if (!opened.ok) return opened;
    try {
      return await runExchange({ workbench: opened.value, work, turn, report: onProgress });
    } finally {
      opened.value.close();
    }
  };
  return { turn: mainTurn(memory), ended: run() };
}
