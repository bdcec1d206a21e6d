/** The thread that reads articles ahead of whoever brings them in, and prepares their texts for the index of copies. */
import { workerData } from 'node:worker_threads';
import { prepareText } from '#shared/collation/prepared-text.ts';
import { packOriginal } from '../packed-original.ts';
import { readArticles } from '../read-articles.ts';
import type { ReaderFailure } from '../read-refusal.ts';
import {
  type AheadLine,
  beatCell,
  entryCell,
  fileCell,
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

const { paths, choices, from, stalled, prepares, memory, port } = workerData as ReadingOrder;
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

async function readAll(): Promise<void> {
  let lines: AheadLine[] = [];
  let units = 0;
  const post = (): void => {
    if (lines.length > 0) say({ type: 'lines', lines, units }, units);
    lines = [];
    units = 0;
  };
  for (const [file, path] of paths.entries()) {
    if (file < from.file) continue;
    const first = file === from.file ? from : { entry: -1, done: 0 };
    const failed = (entry: number): ReaderFailure | undefined =>
      stalled.find((place) => place.file === file && place.entry === entry)?.failure;
    let done = failed(first.entry) === undefined ? first.done : 0;
    const articles = readArticles(path, {
      choices,
      from: first.entry,
      failed,
      onEntry: (entry) => {
        Atomics.store(counts, fileCell, file);
        Atomics.store(counts, entryCell, entry);
        Atomics.add(counts, beatCell, 1);
      },
    });
    for await (const { entry, ...line } of articles) {
      if (entry === first.entry && done > 0) {
        done -= 1;
        continue;
      }
      const ahead = preparedLine({ file, entry, line });
      lines.push(ahead);
      units += LINE_UNITS + unitsOf(ahead);
      Atomics.add(counts, beatCell, 1);
      if (units >= UNITS || lines.length >= LINES) post();
    }
  }
  post();
  say({ type: 'ended' }, 0);
}

/** With all that can be found out of the article without the project. */
function preparedLine(ahead: AheadLine): AheadLine {
  const { line } = ahead;
  if (!line.article.ok) return ahead;
  const { document, notes } = line.article.value;
  const { original, ...rest } = document;
  if (!prepares) return { ...ahead, line: { ...line, article: { ok: true, value: { document: rest, notes } } } };
  const prepared = document.text.length <= LONGEST_PREPARED ? prepareText(document.text) : undefined;
  if (original === undefined) return { ...ahead, prepared };
  const article = { ok: true as const, value: { document: rest, notes } };
  return { ...ahead, line: { ...line, article }, prepared, packed: packOriginal(original) };
}

/** What it takes to hold the line, in UTF-16 units. */
function unitsOf({ line: { article }, packed }: AheadLine): number {
  const text = article.ok ? article.value.document.text.length : 0;
  return text + Math.ceil((packed?.deflated.length ?? 0) / 2);
}

async function main(): Promise<void> {
  try {
    await readAll();
  } catch (error) {
    say({ type: 'failed', cause: error instanceof Error ? (error.stack ?? error.message) : String(error) }, 0);
  }
}

// The built script is CommonJS, which knows no await outside a function.
void main();
