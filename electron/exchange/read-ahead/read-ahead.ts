/** The articles of files in turn: of many, the next ones are read and prepared in a thread of their own meanwhile. */
import { statSync } from 'node:fs';
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { readArticles } from '../read-articles.ts';
import { type AheadLine, cells, postedCell, type ReadingMessage, type ReadingOrder, waitingCell } from './message.ts';

/**
 * Of the threads of an import: what they make is large and short-lived, and the engine would let its youngest
 * objects take a hundred megabytes in each thread before it looked which of them are needed still.
 */
export const threadLimits = { maxYoungGenerationSizeMb: 24 } as const;

export interface AheadLimits {
  /** Bytes of all files from which on it is worth a thread, which takes some hundredths of a second to begin. */
  readonly size: number;
  /** Milliseconds for which a thread may say nothing before it is taken for gone: the longest line takes some seconds. */
  readonly silence: number;
}

const usualLimits: AheadLimits = { size: 2_000_000, silence: 120_000 };

/**
 * Every article and every refusal of the files, in order. Throws where the thread met a bug, or is gone.
 * @param script the built `read-ahead-thread`; without it everything is read here, and prepared by whoever takes it
 */
export function readAhead(
  paths: readonly string[],
  script: string | undefined,
  limits: AheadLimits = usualLimits,
): Iterable<AheadLine> {
  const size = paths.reduce((sum, path) => sum + sizeOf(path), 0);
  return script === undefined || size < limits.size ? readHere(paths) : readInThread(paths, script, limits.silence);
}

function* readHere(paths: readonly string[]): Generator<AheadLine> {
  for (const [file, path] of paths.entries()) for (const line of readArticles(path)) yield { file, line };
}

/** Waits without going back to the event loop, as all that follows on an import does. Ends the thread when it is left. */
function* readInThread(paths: readonly string[], script: string, silence: number): Generator<AheadLine> {
  const memory = new SharedArrayBuffer(cells * Int32Array.BYTES_PER_ELEMENT);
  const counts = new Int32Array(memory);
  const { port1: ours, port2: port } = new MessageChannel();
  const order: ReadingOrder = { paths, memory, port };
  const worker = new Worker(script, {
    workerData: order,
    transferList: [port],
    name: 'reading ahead',
    resourceLimits: threadLimits,
  });
  // What the thread could not say itself shows in its silence.
  worker.on('error', () => undefined);
  let taken = 0;
  const next = (): ReadingMessage => {
    while (Atomics.load(counts, postedCell) === taken) {
      if (Atomics.wait(counts, postedCell, taken, silence) === 'timed-out') {
        throw new Error('the thread that reads articles ahead has ended');
      }
    }
    taken += 1;
    return receiveMessageOnPort(ours)?.message as ReadingMessage;
  };
  try {
    for (;;) {
      const message = next();
      if (message.type === 'ended') return;
      if (message.type === 'failed') throw new Error(message.cause);
      Atomics.sub(counts, waitingCell, message.units);
      Atomics.notify(counts, waitingCell);
      yield* message.lines;
    }
  } finally {
    ours.close();
    void worker.terminate();
  }
}

/** In bytes; 0 where there is no such file, which is said when it is come to. */
function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
