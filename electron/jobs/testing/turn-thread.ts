/* oxlint-disable unicorn/require-post-message-target-origin -- a thread's port has no origin */
/** A job's thread without a job: writes its name into a list again and again, each time when it is its turn. */
import { parentPort, workerData } from 'node:worker_threads';
import { jobTurn } from '../write-turn.ts';

const { memory, log } = workerData as { memory: SharedArrayBuffer; log: SharedArrayBuffer };
const cells = new Int32Array(log);
const turn = jobTurn(memory, () => parentPort?.postMessage('left'));
parentPort?.postMessage('begun');
while (!turn.isCancelled()) {
  turn.run(() => {
    // Cell 0 says who is writing, cell 1 how often two were, cell 2 how many transactions there were.
    Atomics.store(cells, 0, 1);
    const until = performance.now() + 2;
    while (performance.now() < until) if (Atomics.load(cells, 0) !== 1) Atomics.add(cells, 1, 1);
    Atomics.store(cells, 0, 0);
    Atomics.add(cells, 2, 1);
  });
}
