/**
 * The thread that answers the long questions of a project's windows, on a connection of its own: copies of a span in a
 * hundred thousand articles are no work for the thread that answers keys. It writes nothing.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { openProject } from '#electron/workbench/open.ts';
import { systemIdentity } from '#electron/workbench/clock.ts';
import type { ReadingMessage, ReadingQuestion } from './reading-messages.ts';

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port has no origin
const say = (message: ReadingMessage): void => parentPort?.postMessage(message);

const opened = openProject(workerData as string, systemIdentity, 0);

parentPort?.on('message', ({ number, method, input }: ReadingQuestion) => {
  if (!opened.ok) return say({ type: 'answer', number, answer: opened });
  try {
    say({ type: 'answer', number, answer: opened.value.call(method, input) });
  } catch (error) {
    say({ type: 'bug', number, stack: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
  return undefined;
});

/** After the first questions: milliseconds. */
const lookAfter = 1500;
setTimeout(() => {
  if (opened.ok && opened.value.unsettled() > 0) say({ type: 'unsettled' });
}, lookAfter).unref();
