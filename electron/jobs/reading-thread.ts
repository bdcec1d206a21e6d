/** Starts the thread that answers a project's long questions, and puts them to it, one after the other. */
import { Worker } from 'node:worker_threads';
import type { Failure } from '#shared/contract/failure.ts';
import type { Method } from '#shared/contract/methods.ts';
import { err, type Result } from '#shared/text/result.ts';
import { watchThread } from './live-threads.ts';
import type { ReadingMessage, ReadingQuestion } from './reading-messages.ts';

export interface ReadingThread {
  /**
   * Rejects where the question met a bug, or the thread is gone (`isGone`).
   * @param latest of the questions that still wait under the same name only the last is asked; the others are refused
   */
  readonly ask: (method: Method, input: unknown, latest?: string) => Promise<Result<unknown, Failure>>;
  /** Whether the thread has ended: it will answer nothing any more. */
  readonly isGone: () => boolean;
  readonly close: () => void;
}

export interface ReadingThreadDeps {
  /** The built `reading-worker`. */
  readonly script: string;
  /** Copy finding does not know all documents of the project yet. */
  readonly onUnsettled: () => void;
}

interface Asked extends PromiseWithResolvers<Result<unknown, Failure>> {
  readonly question: ReadingQuestion;
  readonly latest: string | undefined;
}

/** @param project the file */
export function startReading(project: string, { script, onUnsettled }: ReadingThreadDeps): ReadingThread {
  const worker = new Worker(script, { workerData: project, name: 'reading' });
  watchThread(worker);
  let waiting: readonly Asked[] = [];
  let underWay: Asked | null = null;
  let number = 0;
  let gone: Error | null = null;
  const next = (): void => {
    const [first, ...others] = waiting;
    if (underWay !== null || first === undefined) return;
    underWay = first;
    waiting = others;
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    worker.postMessage(first.question);
  };
  const end = (error: Error): void => {
    gone ??= error;
    for (const { reject } of [...(underWay === null ? [] : [underWay]), ...waiting]) reject(gone);
    underWay = null;
    waiting = [];
  };
  const supersede = (latest: string): void => {
    for (const asked of waiting) if (asked.latest === latest) asked.resolve(err(superseded));
    waiting = waiting.filter((asked) => asked.latest !== latest);
  };
  worker.on('message', (message: ReadingMessage) => {
    if (message.type === 'unsettled') return onUnsettled();
    const asked = underWay;
    if (asked?.question.number !== message.number) return undefined;
    underWay = null;
    if (message.type === 'answer') asked.resolve(message.answer);
    else asked.reject(new Error(message.stack));
    return next();
  });
  worker.on('error', end);
  worker.on('exit', () => end(new Error('the thread that reads has ended')));
  worker.unref();
  return {
    ask: (method, input, latest) => {
      if (gone !== null) return Promise.reject(gone);
      if (latest !== undefined) supersede(latest);
      number += 1;
      const asked = {
        ...Promise.withResolvers<Result<unknown, Failure>>(),
        question: { number, method, input },
        latest,
      };
      waiting = [...waiting, asked];
      next();
      return asked.promise;
    },
    isGone: () => gone !== null,
    close: () => void worker.terminate(),
  };
}

const superseded = { type: 'Superseded', message: 'Something else was asked for before this was answered.' } as const;
