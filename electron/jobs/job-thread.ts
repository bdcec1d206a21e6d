/** The thread of a job, seen from the main one: started, listened to, and followed to its end. */
import { Worker, type ResourceLimits } from 'node:worker_threads';
import type { JobMessage, JobOrder } from './job-messages.ts';
import { watchThread } from './live-threads.ts';
import { createTurnMemory, mainTurn, type MainTurn } from './write-turn.ts';

export interface JobThread<Ending> {
  readonly turn: MainTurn;
  /** What was asked for is done. Never rejects: a fault of the thread is an ending, too. */
  readonly done: Promise<Ending>;
  /** The same, once nothing of the job touches the file any more. */
  readonly ended: Promise<Ending>;
}

export interface JobListeners<Progress> {
  readonly onProgress: (progress: Progress) => void;
  /** Told of a fault of the thread, for the log. */
  readonly onFault: (error: unknown) => void;
}

interface JobStart<Order extends JobOrder, Progress, Ending> extends JobListeners<Progress> {
  /** The built worker. */
  readonly script: string;
  /** Shown by debuggers. */
  readonly name: string;
  readonly order: Omit<Order, 'memory'>;
  readonly resourceLimits?: ResourceLimits;
  /** The ending of a thread that died before it said one. @param last how far it said it was */
  readonly broken: (last: Progress | undefined) => Ending;
}

export function startJobThread<Order extends JobOrder, Progress, Ending>({
  script,
  name,
  order,
  resourceLimits,
  broken,
  onProgress,
  onFault,
}: JobStart<Order, Progress, Ending>): JobThread<Ending> {
  const memory = createTurnMemory();
  const turn = mainTurn(memory);
  const workerData = { ...order, memory };
  const worker = new Worker(script, { workerData, name, ...(resourceLimits === undefined ? {} : { resourceLimits }) });
  watchThread(worker);
  const done = Promise.withResolvers<Ending>();
  const ended = Promise.withResolvers<Ending>();
  let last: Progress | undefined;
  const close = (): void => {
    turn.over();
    done.resolve(broken(last));
    ended.resolve(done.promise);
  };
  worker.on('message', (message: JobMessage<Progress, Ending>) => {
    if (message.type === 'left') turn.left();
    else if (message.type === 'ended') done.resolve(message.ending);
    else if (message.type === 'closed') close();
    else {
      last = message.progress;
      onProgress(message.progress);
    }
  });
  worker.on('error', onFault);
  // A thread that said so is not waited for: its runtime may wait for tasks of its own that never come to an end.
  worker.on('exit', close);
  return { turn, done: done.promise, ended: ended.promise };
}
