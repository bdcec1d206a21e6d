/**
 * The threads of this process that have not come to an end. A thread whose work is done may stay for ever: on its way out
 * its runtime waits for tasks of its own, and now and then one of those is lost. Nobody waits for such a thread.
 */
import type { Worker } from 'node:worker_threads';

const live = new Set<Worker>();

export function watchThread(worker: Worker): void {
  live.add(worker);
  worker.on('exit', () => live.delete(worker));
}

export function hasLiveThreads(): boolean {
  return live.size > 0;
}

/** Resolves when all have come to an end, or after so many milliseconds. */
export async function threadsEnd(within: number): Promise<void> {
  const exits = [...live].map(
    (worker) =>
      new Promise((resolve) => {
        worker.once('exit', resolve);
      }),
  );
  const late = new Promise((resolve) => {
    setTimeout(resolve, within);
  });
  await Promise.race([Promise.all(exits), late]);
}
