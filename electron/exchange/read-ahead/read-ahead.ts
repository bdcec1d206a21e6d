/** The articles of files in turn: of many, the next ones are read and prepared in a thread of their own meanwhile. */
import { existsSync } from 'node:fs';
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { fileSize } from '../file-size.ts';
import { readArticles } from '../read-articles.ts';
import {
  type AheadLine,
  beatCell,
  cells,
  postedCell,
  type ReadingMessage,
  type ReadingOrder,
  waitingCell,
} from './message.ts';

/**
 * Of the threads of an import, in megabytes: what they make is large and short-lived, and the engine of a machine with
 * much memory would let hundreds of megabytes of it lie before it looked what is needed still. Two near-copies of the
 * longest article that is read go in within this.
 */
export const threadLimits = { maxYoungGenerationSizeMb: 24, maxOldGenerationSizeMb: 384 } as const;

export interface AheadOptions {
  /** The built `read-ahead-thread`; without it everything is read here, and prepared by whoever takes it. */
  readonly script?: string | undefined;
  /** Asked while the thread is waited for: then nothing more comes. */
  readonly isCancelled?: () => boolean;
  readonly limits?: AheadLimits;
}

export interface AheadLimits {
  /** Bytes of all files from which on it is worth a thread, which takes some hundredths of a second to begin. */
  readonly size: number;
  /**
   * How often a thread may be found without a sign of life, four times a second, before it is taken for gone: the longest
   * line takes it some seconds. (Times it was looked at, and not the time: a machine may sleep.)
   */
  readonly silences: number;
}

const usualLimits: AheadLimits = { size: 2_000_000, silences: 240 };

/** Every article and every refusal of the files, in order. Throws where the thread met a bug, or is gone. */
export function readAhead(
  paths: readonly string[],
  { script, isCancelled = () => false, limits = usualLimits }: AheadOptions = {},
): Iterable<AheadLine> {
  const size = paths.reduce((sum, path) => sum + fileSize(path), 0);
  if (script === undefined || size < limits.size || !existsSync(script)) return readHere(paths);
  return readInThread(paths, script, isCancelled, limits.silences);
}

function* readHere(paths: readonly string[]): Generator<AheadLine> {
  for (const [file, path] of paths.entries()) for (const line of readArticles(path)) yield { file, line };
}

/** Milliseconds from one look at a thread that is waited for to the next. */
const LOOK_AGAIN = 250;

/** Waits without going back to the event loop, as all that follows on an import does. Ends the thread when it is left. */
function* readInThread(
  paths: readonly string[],
  script: string,
  isCancelled: () => boolean,
  silences: number,
): Generator<AheadLine> {
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
  // Nobody goes back to the event loop to hear of it: what the thread could not say itself shows in its silence.
  worker.on('error', () => undefined);
  let taken = 0;
  /** The next message; `null` where it was cancelled before there was one. */
  const next = (): ReadingMessage | null => {
    let beat = -1;
    let silent = 0;
    while (Atomics.load(counts, postedCell) === taken) {
      if (isCancelled()) return null;
      Atomics.wait(counts, postedCell, taken, LOOK_AGAIN);
      const now = Atomics.load(counts, beatCell);
      silent = now === beat ? silent + 1 : 0;
      beat = now;
      if (silent >= silences) throw new Error('the thread that reads articles ahead has ended before its time');
    }
    taken += 1;
    return receiveMessageOnPort(ours)?.message as ReadingMessage;
  };
  try {
    for (;;) {
      const message = next();
      if (message === null || message.type === 'ended') return;
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
