/** The articles of files in turn: of many, the next ones are read and prepared in a thread of their own meanwhile. */
import { existsSync } from 'node:fs';
import { fileSize } from '../file-size.ts';
import { isReadAtOnce, readArticles, type PathChoices } from '../read-articles.ts';
import type { AheadLine, ReadingOrder, ReadingPlace, StalledPlace } from './message.ts';
import { startReadingThread } from './reading-thread.ts';

export { threadLimits } from './reading-thread.ts';

export interface AheadOptions {
  /** The built `read-ahead-thread`; without it everything is read here, and prepared by whoever takes it. */
  readonly script?: string | undefined;
  /** Asked while the thread is waited for: then nothing more comes. */
  readonly isCancelled?: () => boolean;
  readonly choices?: PathChoices;
  /** Whether texts are prepared for the index, and files packed to be kept; `false` where they are only looked at. */
  readonly prepares?: boolean;
  readonly limits?: Partial<AheadLimits>;
}

export interface AheadLimits {
  /**
   * Bytes of all files from which on it is worth a thread, which takes some hundredths of a second to begin. Files of a
   * kind that might hang their reader or take all memory are read in a thread however small they are.
   */
  readonly size: number;
  /**
   * How often a thread may be found without a sign of life, four times a second, before the file it is at is given up:
   * the longest line takes it some seconds. (Times it was looked at, and not the time: a machine may sleep.)
   */
  readonly silences: number;
  /** Of the thread's heap, in megabytes. */
  readonly heap: number;
}

/** A minute, and what two near-copies of the longest article that is read take. */
const usualLimits: AheadLimits = { size: 2_000_000, silences: 240, heap: 384 };

/**
 * Every article and every refusal of the files, in order. A file that the thread hangs at, or that takes all its memory,
 * is refused by its name, and another thread goes on with the next. Throws where the thread met a bug outside of any
 * file, or is gone before there was one.
 */
export async function* readAhead(
  paths: readonly string[],
  { script, isCancelled = () => false, choices = {}, prepares = true, limits = {} }: AheadOptions = {},
): AsyncGenerator<AheadLine> {
  const { size, ...ofThread } = { ...usualLimits, ...limits };
  if (script === undefined || !isForThread(paths, size) || !existsSync(script)) {
    yield* readHere(paths, choices);
    return;
  }
  let from: ReadingOrder['from'] = { file: 0, entry: -1, done: 0 };
  const stalled: StalledPlace[] = [];
  for (;;) {
    const thread = startReadingThread(script, { paths, choices, from, stalled, prepares }, ofThread);
    try {
      for (;;) {
        // Most often it is there: no turn of the event loop for each line.
        const met = thread.next() ?? (await thread.waited(isCancelled));
        if (met === null || met.type === 'ended') return;
        if (met.type === 'stalled') {
          stalled.push(met.place);
          break;
        }
        for (const line of met.lines) {
          from = after(from, line, stalled);
          yield line;
        }
      }
    } finally {
      await thread.end();
    }
  }
}

/** Where another thread would go on once this line has been taken. */
function after(from: ReadingOrder['from'], { file, entry }: ReadingPlace, stalled: readonly StalledPlace[]) {
  // Of a file that was given up nothing comes but its refusal.
  if (stalled.some((place) => place.file === file && place.entry === entry))
    return entry < 0 ? { file: file + 1, entry: -1, done: 0 } : { file, entry: entry + 1, done: 0 };
  const isSame = file === from.file && entry === from.entry;
  return { file, entry, done: isSame ? from.done + 1 : 1 };
}

function isForThread(paths: readonly string[], size: number): boolean {
  if (!paths.every(isReadAtOnce)) return true;
  return paths.reduce((sum, path) => sum + fileSize(path), 0) >= size;
}

async function* readHere(paths: readonly string[], choices: PathChoices): AsyncGenerator<AheadLine> {
  for (const [file, path] of paths.entries()) {
    for await (const { entry, ...line } of readArticles(path, { choices })) yield { file, entry, line };
  }
}
