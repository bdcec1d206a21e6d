/** The thread of a job, seen from within: does what it was started for, and says how far it is and how it ended. */
import { parentPort } from 'node:worker_threads';
import type { JobMessage, JobOrder } from './job-messages.ts';
import { jobTurn, type JobTurn } from './write-turn.ts';

/** Milliseconds from one report to the next. */
const reportInterval = 200;

export interface JobWork<Progress, Ending> {
  readonly turn: JobTurn;
  /** Says how far it is. */
  readonly report: (progress: Progress) => void;
  /** The same, every now and then: what is reported in between is not said. */
  readonly reportSeldom: (progress: Progress) => void;
  /** Says that what was asked for is done, once. */
  readonly end: (ending: Ending) => void;
}

/** What is thrown ends the thread, and the main thread is told of it. */
export function runJobWorker<Progress, Ending>(
  { memory }: Pick<JobOrder, 'memory'>,
  work: (job: JobWork<Progress, Ending>) => void | Promise<void>,
): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port has no origin
  const say = (message: JobMessage<Progress, Ending>): void => parentPort?.postMessage(message);
  const turn = jobTurn(memory, () => say({ type: 'left' }));
  let reported = -Infinity;
  const report = (progress: Progress): void => say({ type: 'progress', progress });
  const reportSeldom = (progress: Progress): void => {
    const now = performance.now();
    if (now - reported < reportInterval) return;
    reported = now;
    report(progress);
  };
  const run = async (): Promise<void> => {
    await work({ turn, report, reportSeldom, end: (ending) => say({ type: 'ended', ending }) });
    say({ type: 'closed' });
  };
  // The built script is CommonJS, which knows no await outside a function.
  void run();
}
