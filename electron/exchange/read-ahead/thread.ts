/** The thread that reads articles ahead of whoever brings them in, and prepares their texts for the index of copies. */
import { workerData } from 'node:worker_threads';
import { prepareText } from '#shared/collation/prepared-text.ts';
import { readArticles } from '../read-articles.ts';
import {
  type AheadLine,
  beatCell,
  postedCell,
  type ReadingMessage,
  type ReadingOrder,
  waitingCell,
} from './message.ts';

/** A message is posted once it has so many UTF-16 units, or so many lines. */
const UNITS = 50_000;
const LINES = 500;

/** Units that may wait to be taken. A longer text waits alone. */
const MOST_WAITING = 500_000;

/** A text of more units is prepared where it is taken: it is long and rare, and would be in memory twice. */
const LONGEST_PREPARED = 1_000_000;

/** What a line is taken for besides its text: one that is refused is something to hold, too. */
const LINE_UNITS = 200;

const { paths, memory, port } = workerData as ReadingOrder;
const counts = new Int32Array(memory);

/** Waits until the message may be posted. One without units never waits: it is the last. */
function say(message: ReadingMessage, units: number): void {
  for (;;) {
    const waiting = Atomics.load(counts, waitingCell);
    if (waiting === 0 || units === 0 || waiting + units <= MOST_WAITING) break;
    Atomics.wait(counts, waitingCell, waiting);
  }
  Atomics.add(counts, waitingCell, units);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port has no origin
  port.postMessage(message);
  Atomics.add(counts, postedCell, 1);
  Atomics.notify(counts, postedCell);
}

function readAll(): void {
  let lines: AheadLine[] = [];
  let units = 0;
  const post = (): void => {
    if (lines.length > 0) say({ type: 'lines', lines, units }, units);
    lines = [];
    units = 0;
  };
  for (const [file, path] of paths.entries()) {
    for (const line of readArticles(path)) {
      const text = line.article.ok ? line.article.value.document.text : '';
      const isPrepared = line.article.ok && text.length <= LONGEST_PREPARED;
      lines.push({ file, line, prepared: isPrepared ? prepareText(text) : undefined });
      units += LINE_UNITS + text.length;
      Atomics.add(counts, beatCell, 1);
      if (units >= UNITS || lines.length >= LINES) post();
    }
  }
  post();
  say({ type: 'ended' }, 0);
}

try {
  readAll();
} catch (error) {
  say({ type: 'failed', cause: error instanceof Error ? (error.stack ?? error.message) : String(error) }, 0);
}
