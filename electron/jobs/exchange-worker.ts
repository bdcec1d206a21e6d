/** The thread of an export, or of an import of annotations: opens the project with a connection of its own, and ends with it. */
import { parentPort, workerData } from 'node:worker_threads';
import { systemIdentity } from '#electron/workbench/clock.ts';
import { openProject } from '#electron/workbench/open.ts';
import type { ExchangeEnding, ExchangeMessage, ExchangeOrder, ExchangeProgress } from './exchange-messages.ts';
import { runExchange } from './exchange-run.ts';
import { jobTurn } from './write-turn.ts';

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port has no origin
const say = (message: ExchangeMessage): void => parentPort?.postMessage(message);

/** Milliseconds from one report to the next. */
const reportInterval = 200;

function createReport(): (progress: ExchangeProgress) => void {
  let reported = -Infinity;
  return (progress) => {
    const now = performance.now();
    if (now - reported < reportInterval) return;
    reported = now;
    say({ type: 'progress', progress });
  };
}

async function workOn({ project, work, memory }: ExchangeOrder): Promise<ExchangeEnding> {
  const turn = jobTurn(memory, () => say({ type: 'left' }));
  // Opening may bring an older file's tables up to date, which is writing too. An export reads only.
  const opened = turn.run(() => openProject(project, systemIdentity, work.type === 'export' ? 0 : undefined));
  if (!opened.ok) return opened;
  const workbench = opened.value;
  try {
    return await runExchange({ workbench, work, turn, report: createReport() });
  } finally {
    workbench.close();
  }
}

async function main(): Promise<void> {
  say({ type: 'ended', ending: await workOn(workerData as ExchangeOrder) });
}

// The built script is CommonJS, which knows no await outside a function; what is thrown ends the thread, and is told.
void main();
