/** Starts a bulk job in a thread of its own and follows it. */
import { Worker } from 'node:worker_threads';
import { err } from '#shared/text/result.ts';
import type { BulkEnding, BulkMessage, BulkOrder, BulkProgress } from './bulk-messages.ts';
import { createTurnMemory, mainTurn, type MainTurn } from './write-turn.ts';

export interface BulkJob {
  readonly turn: MainTurn;
  /** What was asked for is done. Never rejects: a fault of the thread is an ending, too. */
  readonly done: Promise<BulkEnding>;
  /** The thread has ended. */
  readonly ended: Promise<void>;
}

export interface BulkRequest extends Pick<BulkOrder, 'project' | 'work'> {
  readonly onProgress: (progress: BulkProgress) => void;
  /** Told of a fault of the thread, for the log. */
  readonly onFault: (error: unknown) => void;
}

/** @param script the built `bulk-worker` */
export function startBulk(script: string, { project, work, onProgress, onFault }: BulkRequest): BulkJob {
  const memory = createTurnMemory();
  const turn = mainTurn(memory);
  const order: BulkOrder = { project, work, memory };
  const worker = new Worker(script, { workerData: order, name: work.type });
  const done = Promise.withResolvers<BulkEnding>();
  const ended = Promise.withResolvers<void>();
  worker.on('message', (message: BulkMessage) => {
    if (message.type === 'left') turn.left();
    else if (message.type === 'done') done.resolve(message.ending);
    else onProgress(message.progress);
  });
  worker.on('error', onFault);
  // The connection is closed by then: nothing of the job touches the file any more.
  worker.on('exit', () => {
    turn.over();
    done.resolve(err(fault));
    ended.resolve();
  });
  return { turn, done: done.promise, ended: ended.promise };
}

const fault = {
  type: 'JobFailed',
  message:
    'This stopped because something went wrong inside Variorum. What was done until then is saved; try it again.',
} as const;
