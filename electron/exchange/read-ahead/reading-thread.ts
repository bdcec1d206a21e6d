/** The thread that reads ahead, seen from whoever takes what it reads. */
import { setImmediate } from 'node:timers/promises';
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { faultOf, type ReaderFailure } from '../read-refusal.ts';
import type { AheadLimits } from './read-ahead.ts';
import {
  type AheadLine,
  beatCell,
  cells,
  entryCell,
  fileCell,
  nowhere,
  postedCell,
  type ReadingMessage,
  type ReadingOrder,
  type StalledPlace,
  waitingCell,
} from './message.ts';

/**
 * Of the threads of an import, in megabytes: what they make is large and short-lived, and the engine of a machine with
 * much memory would let hundreds of megabytes of it lie before it looked what is needed still. Two near-copies of the
 * longest article that is read go in within this.
 */
export const threadLimits = { maxYoungGenerationSizeMb: 24, maxOldGenerationSizeMb: 384 } as const;

/** Milliseconds from one look at a thread that is waited for to the next. */
const LOOK_AGAIN = 250;

export type Met =
  | { readonly type: 'lines'; readonly lines: readonly AheadLine[] }
  | { readonly type: 'ended' }
  | { readonly type: 'stalled'; readonly place: StalledPlace };

export interface ReadingThread {
  /** What has been read, waiting a moment for it with the thread of the caller standing still; `null` where nothing came. */
  readonly next: () => Met | null;
  /** The same for as long as it takes; `null` where it was cancelled before there was anything. */
  readonly waited: (isCancelled: () => boolean) => Promise<Met | null>;
  /** Resolves when the thread is gone. */
  readonly end: () => Promise<void>;
}

/** @throws what `next` and `waited` throw: a bug of the thread itself */
export function startReadingThread(
  script: string,
  order: Omit<ReadingOrder, 'memory' | 'port'>,
  { silences, heap }: Pick<AheadLimits, 'silences' | 'heap'>,
): ReadingThread {
  const memory = new SharedArrayBuffer(cells * Int32Array.BYTES_PER_ELEMENT);
  const counts = new Int32Array(memory);
  Atomics.store(counts, fileCell, nowhere);
  const { port1: ours, port2: port } = new MessageChannel();
  const workerData: ReadingOrder = { ...order, memory, port };
  const worker = new Worker(script, {
    workerData,
    transferList: [port],
    name: 'reading ahead',
    resourceLimits: { ...threadLimits, maxOldGenerationSizeMb: heap },
  });
  let died: ReaderFailure | null = null;
  let isGone = false;
  worker.on('error', (error) => {
    const isMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
    died = isMemory ? { type: 'ReaderOutOfMemory' } : faultOf(error);
  });
  worker.on('exit', () => {
    isGone = true;
  });
  let taken = 0;

  const isPosted = (): boolean => Atomics.load(counts, postedCell) !== taken;
  const take = (): Met => {
    taken += 1;
    const message = receiveMessageOnPort(ours)?.message as ReadingMessage;
    if (message.type === 'failed') throw new Error(message.cause);
    if (message.type === 'ended') return message;
    Atomics.sub(counts, waitingCell, message.units);
    Atomics.notify(counts, waitingCell);
    return message;
  };
  const stalled = (failure: ReaderFailure): Met => {
    const file = Atomics.load(counts, fileCell);
    // It died before it came to any file: no other thread would do better.
    if (file === nowhere) throw new Error('the thread that reads articles ahead has ended before its time');
    return { type: 'stalled', place: { file, entry: Atomics.load(counts, entryCell), failure } };
  };
  const next = (): Met | null => {
    if (!isPosted()) Atomics.wait(counts, postedCell, taken, LOOK_AGAIN);
    return isPosted() ? take() : null;
  };

  return {
    next,
    waited: async (isCancelled) => {
      let beat = Atomics.load(counts, beatCell);
      let silent = 0;
      for (;;) {
        if (isCancelled()) return null;
        // Whether it has died is told by the event loop alone.
        await setImmediate();
        const met = next();
        if (met !== null) return met;
        if (isGone) return stalled(died ?? { type: 'ReaderFault', cause: 'its reader came to no end' });
        const now = Atomics.load(counts, beatCell);
        silent = now === beat ? silent + 1 : 0;
        beat = now;
        if (silent >= silences) return stalled({ type: 'ReaderTooSlow', seconds: (silences * LOOK_AGAIN) / 1000 });
      }
    },
    end: async () => {
      ours.close();
      await worker.terminate();
    },
  };
}
