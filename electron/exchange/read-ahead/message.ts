/** What the thread that reads articles ahead, and whoever waits for them, have in common. */
import type { MessagePort } from 'node:worker_threads';
import type { PreparedText } from '#shared/collation/prepared-text.ts';
import type { ArticleLine } from '../articles-jsonl/read.ts';

/** What the thread is started with. */
export interface ReadingOrder {
  /** The files, absolute. */
  readonly paths: readonly string[];
  /** Of the counts below. */
  readonly memory: SharedArrayBuffer;
  /** Where the messages go: one that can be read without going back to the event loop. */
  readonly port: MessagePort;
}

/** A line, or an article of a text file, of one of the files. */
export interface AheadLine {
  /** Which of the files, from 0. */
  readonly file: number;
  readonly line: ArticleLine;
  /** Of the article's text; `undefined` where there is no article, or a very long one. */
  readonly prepared?: PreparedText | undefined;
}

export type ReadingMessage =
  | { readonly type: 'lines'; readonly lines: readonly AheadLine[]; readonly units: number }
  | { readonly type: 'ended' }
  /** A bug, with its stack. */
  | { readonly type: 'failed'; readonly cause: string };

/**
 * Cells of the memory: messages posted so far; the UTF-16 units of text that were posted and not taken yet; a number that
 * changes as long as the thread is alive.
 */
export const postedCell = 0;
export const waitingCell = 1;
export const beatCell = 2;
export const cells = 3;
