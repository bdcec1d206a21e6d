import { Worker } from 'node:worker_threads';
import { afterEach, describe, expect, it } from 'vitest';
import { createTurnMemory, jobTurn, mainTurn } from './write-turn.ts';

const script = new URL('testing/turn-thread.ts', import.meta.url);
let worker: Worker | null = null;
afterEach(async () => {
  await worker?.terminate();
  worker = null;
});

/** A thread that writes without end, and this thread's side of the turn. */
async function writingThread() {
  const memory = createTurnMemory();
  const log = new Int32Array(new SharedArrayBuffer(12));
  const turn = mainTurn(memory);
  const thread = new Worker(script, { workerData: { memory, log: log.buffer } });
  worker = thread;
  const ended = new Promise<void>((resolve) => {
    thread.on('exit', () => {
      turn.over();
      resolve();
    });
  });
  await new Promise<void>((resolve) => {
    thread.on('message', (message) => (message === 'begun' ? resolve() : turn.left()));
  });
  const transactions = (): number => Atomics.load(log, 2);
  const written = async (more: number): Promise<void> => {
    const wanted = transactions() + more;
    while (transactions() < wanted) await new Promise((resolve) => setTimeout(resolve, 1));
  };
  return { memory, turn, log, ended, transactions, written };
}

describe('the turn to write', () => {
  it('is never had by both threads at once', async () => {
    const { turn, log, written } = await writingThread();
    let met = 0;
    for (let round = 0; round < 40; round += 1) {
      await turn.take(() => {
        if (Atomics.load(log, 0) !== 0) met += 1;
        Atomics.store(log, 0, 2);
        if (Atomics.load(log, 0) !== 2) met += 1;
        Atomics.store(log, 0, 0);
      });
      if (round % 10 === 0) await written(1);
    }
    expect({ met, overlapped: Atomics.load(log, 1) }).toEqual({ met: 0, overlapped: 0 });
  });

  it('keeps the job waiting until a longer work of the main thread has ended, and lets it go on then', async () => {
    const { turn, transactions, written } = await writingThread();
    const during = await turn.take(async () => {
      const before = transactions();
      await new Promise((resolve) => setTimeout(resolve, 30));
      return transactions() - before;
    });
    expect(during).toBe(0);
    await written(3);
  });

  it('serves what is asked for in the meantime before the job goes on, in order', async () => {
    const { turn, transactions } = await writingThread();
    const order: number[] = [];
    const counts = await Promise.all(
      [1, 2, 3].map((one) =>
        turn.take(() => {
          order.push(one);
          return transactions();
        }),
      ),
    );
    expect(order).toEqual([1, 2, 3]);
    expect(new Set(counts).size).toBe(1);
  });

  it('is given back when the work of the main thread throws', async () => {
    const { turn, written } = await writingThread();
    await expect(
      turn.take(() => {
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    await written(2);
  });

  it('lets the job stop when it is cancelled, also while it waits', async () => {
    const { turn, ended } = await writingThread();
    await turn.take(() => turn.cancel());
    await ended;
  });

  it('is free for the main thread once the job is gone, wherever it was', async () => {
    const memory = createTurnMemory();
    const turn = mainTurn(memory);
    const asked = jobTurn(memory, () => undefined).run(() => {
      const waiting = turn.take(() => 'written');
      turn.over();
      return waiting;
    });
    expect(await asked).toBe('written');
    expect(await turn.take(() => 'again')).toBe('again');
  });
});
