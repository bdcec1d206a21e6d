/** Starts an import in a thread of its own and follows it. */
import { Worker } from 'node:worker_threads';
import { v7 } from 'uuid';
import type { ImportMessage, ImportOrder } from './import-messages.ts';
import type { ImportProgress } from './import-run.ts';
import { failedImport, type ImportSummary } from './import-summary.ts';
import { threadLimits } from '#electron/exchange/read-ahead/read-ahead.ts';
import { createTurnMemory, mainTurn, type MainTurn } from './write-turn.ts';

export interface ImportJob {
  readonly turn: MainTurn;
  /** Never rejects: a fault of the thread is an ending, too. */
  readonly ended: Promise<ImportSummary>;
}

export interface ImportRequest extends Pick<ImportOrder, 'project' | 'paths'>, Partial<Pick<ImportOrder, 'choices'>> {
  readonly onProgress: (progress: ImportProgress) => void;
  /** Told of a fault of the thread, for the log. */
  readonly onFault: (error: unknown) => void;
}

export interface ImportScripts {
  /** The built `import-worker`. */
  readonly importing: string;
  /** The built `read-ahead-thread`. */
  readonly readingAhead: string;
}

export function startImport(
  { importing, readingAhead }: ImportScripts,
  { project, paths, choices = {}, onProgress, onFault }: ImportRequest,
): ImportJob {
  const memory = createTurnMemory();
  const turn = mainTurn(memory);
  const order: ImportOrder = { project, paths, choices, act: v7(), readAhead: readingAhead, memory };
  const worker = new Worker(importing, { workerData: order, name: 'import', resourceLimits: threadLimits });
  let last: ImportProgress | undefined;

  const ended = new Promise<ImportSummary>((resolve) => {
    let summary: ImportSummary | undefined;
    worker.on('message', (message: ImportMessage) => {
      if (message.type === 'left') turn.left();
      else if (message.type === 'ended') ({ summary } = message);
      else {
        last = message.progress;
        onProgress(message.progress);
      }
    });
    worker.on('error', onFault);
    // The connection is closed by then: nothing of the job touches the file any more.
    worker.on('exit', () => {
      turn.over();
      resolve(summary ?? failedImport(fault, last));
    });
  });
  return { turn, ended };
}

const fault = {
  type: 'JobFailed',
  message:
    'The import stopped because something went wrong inside Variorum. What it had brought in is saved; import the same files again to go on.',
} as const;
