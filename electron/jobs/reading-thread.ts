/** Starts the thread that answers a project's long questions, and puts them to it. */
import { Worker } from 'node:worker_threads';
import type { Failure } from '#shared/contract/failure.ts';
import type { Method } from '#shared/contract/methods.ts';
import type { Result } from '#shared/text/result.ts';
import type { ReadingMessage, ReadingQuestion } from './reading-messages.ts';

export interface ReadingThread {
  /** Rejects where the thread met a bug, or is gone. */
  readonly ask: (method: Method, input: unknown) => Promise<Result<unknown, Failure>>;
  readonly close: () => void;
}

export interface ReadingThreadDeps {
  /** The built `reading-worker`. */
  readonly script: string;
  /** Copy finding does not know all documents of the project yet. */
  readonly onUnsettled: () => void;
}

/** @param project the file */
export function startReading(project: string, { script, onUnsettled }: ReadingThreadDeps): ReadingThread {
  const worker = new Worker(script, { workerData: project, name: 'reading' });
  const asked = new Map<number, PromiseWithResolvers<Result<unknown, Failure>>>();
  let number = 0;
  let gone: Error | null = null;
  const end = (error: Error): void => {
    gone ??= error;
    for (const { reject } of asked.values()) reject(gone);
    asked.clear();
  };
  worker.on('message', (message: ReadingMessage) => {
    if (message.type === 'unsettled') return onUnsettled();
    const question = asked.get(message.number);
    asked.delete(message.number);
    if (message.type === 'answer') question?.resolve(message.answer);
    else question?.reject(new Error(message.stack));
    return undefined;
  });
  worker.on('error', end);
  worker.on('exit', () => end(new Error('the thread that reads has ended')));
  worker.unref();
  return {
    ask: (method, input) => {
      if (gone !== null) return Promise.reject(gone);
      const question = Promise.withResolvers<Result<unknown, Failure>>();
      number += 1;
      asked.set(number, question);
      const message: ReadingQuestion = { number, method, input };
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
      worker.postMessage(message);
      return question.promise;
    },
    close: () => void worker.terminate(),
  };
}
