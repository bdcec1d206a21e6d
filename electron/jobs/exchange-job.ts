/** Starts an export, or an import of annotations, in a thread of its own and follows it. */
import { Worker } from 'node:worker_threads';
import { threadLimits } from '#electron/exchange/read-ahead/read-ahead.ts';
import { err } from '#shared/text/result.ts';
import type {
  ExchangeEnding,
  ExchangeMessage,
  ExchangeOrder,
  ExchangeProgress,
  ExchangeWork,
} from './exchange-messages.ts';
import { createTurnMemory, mainTurn, type MainTurn } from './write-turn.ts';

export interface ExchangeJob {
  readonly turn: MainTurn;
  /** Never rejects: a fault of the thread is an ending, too. The thread has ended by then. */
  readonly ended: Promise<ExchangeEnding>;
}

export interface ExchangeRequest extends Pick<ExchangeOrder, 'project' | 'work'> {
  readonly onProgress: (progress: ExchangeProgress) => void;
  /** Told of a fault of the thread, for the log. */
  readonly onFault: (error: unknown) => void;
}

/** @param script the built `exchange-worker` */
export function startExchange(script: string, request: ExchangeRequest): ExchangeJob {
  const { project, work, onProgress, onFault } = request;
  const memory = createTurnMemory();
  const turn = mainTurn(memory);
  const order: ExchangeOrder = { project, work, memory };
  const worker = new Worker(script, { workerData: order, name: work.type, resourceLimits: threadLimits });
  const ended = new Promise<ExchangeEnding>((resolve) => {
    let ending: ExchangeEnding | undefined;
    worker.on('message', (message: ExchangeMessage) => {
      if (message.type === 'left') turn.left();
      else if (message.type === 'ended') ({ ending } = message);
      else onProgress(message.progress);
    });
    worker.on('error', onFault);
    // The connection is closed by then: nothing of the job touches the file any more.
    worker.on('exit', () => {
      turn.over();
      resolve(ending ?? err({ type: 'JobFailed', message: faults[work.type] }));
    });
  });
  return { turn, ended };
}

const faults: Readonly<Record<ExchangeWork['type'], string>> = {
  export:
    'The export stopped because something went wrong inside Variorum. Nothing was written; what lay there before still does. Try it again, or choose another format.',
  'import-annotations':
    'The import stopped because something went wrong inside Variorum. What it had brought in is saved, and undo takes it back.',
  'preview-annotations':
    'The file could not be looked through because something went wrong inside Variorum. The project was not changed.',
};
