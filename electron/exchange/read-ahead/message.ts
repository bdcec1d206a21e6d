/** What the thread that reads articles ahead, and whoever waits for them, have in common. */
import type { MessagePort } from 'node:worker_threads';
import type { PreparedText } from '#shared/collation/prepared-text.ts';
import type { PackedOriginal } from '#shared/domain/document.ts';
import type { PathChoices } from '../read-articles.ts';
import type { ReadLine } from '../read-line.ts';
import type { ReaderFailure } from '../read-refusal.ts';

/** A file of those that were given, or a file in one of them; numbers from 0. */
export interface ReadingPlace {
  /** Which of the paths. */
  readonly file: number;
  /** Which of the files in it: 0 where it is one itself, -1 before it is known what lies at the path. */
  readonly entry: number;
}

/** Where a thread met its end: the next one refuses this file by its name, and passes it over. */
export interface StalledPlace extends ReadingPlace {
  readonly failure: ReaderFailure;
}

/** What the thread is started with. */
export interface ReadingOrder {
  /** Files, folders and archives, absolute. */
  readonly paths: readonly string[];
  readonly choices: PathChoices;
  /** Where to begin, and how much of that file has been taken already (articles and refusals). */
  readonly from: ReadingPlace & { readonly done: number };
  readonly stalled: readonly StalledPlace[];
  /** Whether texts are prepared and files packed; without, what comes is only looked at. */
  readonly prepares: boolean;
  /** Of the counts below. */
  readonly memory: SharedArrayBuffer;
  /** Where the messages go: one that can be read without going back to the event loop. */
  readonly port: MessagePort;
}

/** A line of one of the files, or an article that is a file. */
export interface AheadLine extends ReadingPlace {
  readonly line: ReadLine;
  /** Of the article's text; `undefined` where there is no article, or a very long one. */
  readonly prepared?: PreparedText | undefined;
  /** The article's own file, which the document brings along no more then. */
  readonly packed?: PackedOriginal | undefined;
}

export type ReadingMessage =
  | { readonly type: 'lines'; readonly lines: readonly AheadLine[]; readonly units: number }
  | { readonly type: 'ended' }
  /** A bug, with its stack. */
  | { readonly type: 'failed'; readonly cause: string };

/**
 * Cells of the memory: messages posted so far; the UTF-16 units of text that were posted and not taken yet; a number that
 * changes as long as the thread is alive; the place it is at, `nowhere` before there is one.
 */
export const postedCell = 0;
export const waitingCell = 1;
export const beatCell = 2;
export const fileCell = 3;
export const entryCell = 4;
export const cells = 5;

export const nowhere = -2;
