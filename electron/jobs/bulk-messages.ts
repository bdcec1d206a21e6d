/** What the main thread and the thread of a bulk job say to each other. */
import type { Failure } from '#shared/contract/failure.ts';
import type { Reversed } from '#shared/contract/methods.ts';
import type { Result } from '#shared/text/result.ts';

/** Taking back an act of thousands of events, or bringing copy finding in step with the documents. */
export type BulkWork = { readonly type: 'undo' } | { readonly type: 'redo' } | { readonly type: 'settle' };

/** What the thread is started with. */
export interface BulkOrder {
  /** The project file. */
  readonly project: string;
  readonly work: BulkWork;
  /** Of the turn to write (write-turn.ts). */
  readonly memory: SharedArrayBuffer;
}

/** How far a bulk job is, in documents. */
export interface BulkProgress {
  readonly done: number;
  readonly total: number;
}

/** `null` where nothing was to be taken back. */
export type BulkEnding = Result<Reversed | null, Failure>;

export type BulkMessage =
  | { readonly type: 'progress'; readonly progress: BulkProgress }
  /** A transaction has ended, and the turn to write was asked for. */
  | { readonly type: 'left' }
  /** What was asked for is done; copy finding may still be brought in step. */
  | { readonly type: 'done'; readonly ending: BulkEnding };
